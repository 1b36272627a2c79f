// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/message/message.h"

namespace core::store {

// The content of a message as one blob. Layout, version 1: version, flags, intervals, counts, headers, protocol, custom
// data, the lengths of all steps and branches; then the bytes of all URLs, one behind the other, then those of all
// payloads. They stand raw, so that a search for bytes finds them. A branch whose URL is its step's action names no
// URL.

/// Writes content into buffer, whose capacity is reused.
void encodeContent(const message::Content &content, QByteArray &buffer);

/// No less than what encodeContent() writes: quickly summed up, and mostly a little more.
qsizetype encodedBytesAtMost(const message::Content &content);

/// The content, or an Internal error when the bytes are damaged or of a later version. Safe for any bytes: in what it
/// returns every branch points at an existing step.
Result<message::ContentPtr> decodeContent(QByteArrayView bytes);

/// Where a searched text may stand. The numbers are used in SQL.
enum class ContentPart : std::uint8_t { Urls = 1, Payloads = 2, UrlsAndPayloads = 3 };

/// Whether needle stands, byte for byte, within one URL (action, branch URL, query_prepared) or one payload of the
/// encoded content. False for damaged bytes.
bool contentHas(QByteArrayView bytes, QByteArrayView needle, ContentPart part);

} // namespace core::store
