// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/likethis.h"

#include "ui/messages/route.h"

namespace ui {

std::optional<TransferOrder> orderLike(const core::message::Message &message, const QList<PayloadFields> &pairs)
{
    const auto &steps = message.content->steps;
    if (steps.isEmpty())
        return {};
    const Route route = routeOf(steps.first().action, steps.first().payload, pairs);
    TransferOrder order;
    bool isNumber = false;
    order.toUser = route.to.toInt(&isNumber);
    if (!isNumber || !route.amount)
        return {};
    order.amount = *route.amount;
    if (const int from = route.from.toInt(&isNumber); isNumber) // else the payer is for the user to choose
        order.fromUser = from;
    order.delay = message.content->options.delay;
    return checkOrder(order).ok() ? std::optional(order) : std::nullopt;
}

} // namespace ui
