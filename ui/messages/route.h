// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "ui/session/payloadfields.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace ui {

/// Where a message's money goes, as far as URL and payload tell: no sender has to write it in a form that we know.
struct Route
{
    QString from; ///< the text of the payload's "from", or as its pair names it; may be empty
    QString to; ///< of "to", else of "user_id", or as its pair names it; may be empty
    QString name; ///< the last part of the URL's path, "SagaBTransIn"; the topic of a topic:// action
    QString amountText; ///< the text of the payload's "amount" token, or as its pair names it; may be empty
    std::optional<core::Money> amount; ///< amountText as an amount, where it is one

    /// "1 → 2", "→ 2"; empty if neither is known
    QString ends() const;
    /// "1 → 2 · SagaBTransIn": what is known of it
    QString text() const;
};

/// Reads the top level of a payload that is a JSON object, which may be cut off at its end. Numbers stay text. A
/// message does not say which pair it is of: of the pairs' names, those are taken that give an amount and the most
/// ends, at a tie the earlier. Where none give an amount it is the first of them; without pairs, the demo pair's. Pure.
Route routeOf(const QByteArray &url, const QByteArray &payload, const QList<PayloadFields> &pairs = {});

} // namespace ui
