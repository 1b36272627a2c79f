// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

namespace ui {

// A message that is sent once more under another gid. It is tied to the first one by its gid, which is that of the
// first one with -r1, -r2, … behind it, and by the field resent_from in its custom_data. Pure functions.

/// What all gids of resent messages begin with: "GID-r".
QByteArray resentPrefix(const QByteArray &gid);

/// Whether it is one of them: the family of the message of this gid, which may be one of them itself. Pure.
bool isResentGid(const QByteArray &gid, const QByteArray &of);

/// The first of them that is not taken. Cut where it would be longer than a gid may be.
QByteArray resentGid(const QByteArray &gid, const QList<QByteArray> &taken);

/// The same steps, payloads and options. A custom_data that is no JSON object stays as it is.
core::message::Content resentContent(const core::message::Content &content, const QByteArray &gid);

/// The gid that such a content names as the one before; empty: it is sent for the first time.
QByteArray resentFrom(const core::message::Content &content);

} // namespace ui
