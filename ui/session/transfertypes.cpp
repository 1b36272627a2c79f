// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/transfertypes.h"

using namespace Qt::StringLiterals;

namespace ui {

core::Status checkOrder(const TransferOrder &order)
{
    if (order.amount <= core::Money())
        return core::Error::invalid("amount", u"must be above zero"_s);
    if (order.count < 1 || order.count > TransferOrder::countMax)
        return core::Error::invalid("count", u"must be 1 to %1"_s.arg(TransferOrder::countMax));
    if (order.ratePerSecond < 1 || order.ratePerSecond > TransferOrder::rateMax)
        return core::Error::invalid("rate", u"must be 1 to %1 a second"_s.arg(TransferOrder::rateMax));
    if (order.delay < core::seconds(0) || order.delay > TransferOrder::delayMax)
        return core::Error::invalid("delay", u"must be 0 to %1 seconds"_s.arg(TransferOrder::delayMax.count()));
    return core::Done{};
}

} // namespace ui
