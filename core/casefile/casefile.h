// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/casefile/case.h"

namespace core::casefile {

inline constexpr char caseFormat[] = "checkback-case";
inline constexpr int caseVersion = 1;
inline constexpr qsizetype caseBytesMax = 64 * 1024 * 1024;

/// The case as its file has it: one JSON object, indented, UTF-8. `format` and `version` say what it is; then come
/// `message`, `attempts`, `banks` and `events`. Times are RFC 3339 in UTC, amounts texts with two decimals. Bytes that
/// are no UTF-8 stand in base 64 in a field named NAME_base64 in place of NAME. TooLarge beyond caseBytesMax. Pure;
/// what it gets is written as it is: mask it before (casemask.h).
Result<QByteArray> caseBytes(const Case &about);

/// What such a file holds. Fields that are not known are passed over. Pure; any bytes may come in. An Invalid error
/// says in its detail what is wrong and in its field where: empty, cut off, no JSON, another program's, of a newer
/// version, or the field whose value cannot be. TooLarge beyond caseBytesMax.
Result<Case> caseFromBytes(QByteArrayView bytes);

/// Writes the case to a file that only this user can read: under a temporary name, synced, then renamed, so that the
/// file before it stays until this one is whole. Unavailable with the system's words when that fails.
Status saveCase(const QString &path, const Case &about);

/// Reads such a file; Unavailable when it cannot be read, else as caseFromBytes().
Result<Case> openCase(const QString &path);

} // namespace core::casefile
