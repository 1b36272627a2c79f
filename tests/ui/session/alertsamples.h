// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"
#include "ui/session/webhook.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace test {

inline constexpr core::TimePoint alertsBegin{core::Millis(1'700'000'000'000)};

/// Of three messages, in words that a receiver might take for markup.
inline ui::AlertNews newsOf(ui::AlertKind kind, bool isRaised = true)
{
    return {.alert = {.kind = kind, .raisedAt = alertsBegin, .value = 3, .limit = 0},
            .isRaised = isRaised,
            .title = QStringLiteral("3 messages <stalled>"),
            .text = QStringLiteral("a < b & c")};
}

/// Pauses and time-outs short enough for a test.
inline ui::WebhookOptions hasty()
{
    return {.timeout = core::Millis(300), .pauses = {core::Millis(1), core::Millis(1), core::Millis(1)}, .queueMax = 4};
}

inline QJsonObject bodyOf(const core::http::Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace test
