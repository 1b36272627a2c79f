// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace ui {

/// Where a message's money goes, as far as URL and payload tell: no sender has to write it in a form that we know.
struct Route
{
    QString from; ///< the text of the payload's "from"; may be empty
    QString to; ///< of "to", else of "user_id"; may be empty
    QString name; ///< the last part of the URL's path, "SagaBTransIn"; the topic of a topic:// action
    QString amountText; ///< the text of the payload's "amount" token; may be empty
    std::optional<core::Money> amount; ///< amountText as an amount, where it is one

    /// "1 → 2", "→ 2"; empty if neither is known
    QString ends() const;
    /// "1 → 2 · SagaBTransIn": what is known of it
    QString text() const;
};

/// Reads the top level of a payload that is a JSON object, which may be cut off at its end. Numbers stay text. Pure.
Route routeOf(const QByteArray &url, const QByteArray &payload);

} // namespace ui
