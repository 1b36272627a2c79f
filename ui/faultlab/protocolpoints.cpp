// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/protocolpoints.h"

#include <algorithm>

namespace ui {

using diagram::Lane;

const QList<ProtocolPoint> &protocolPoints()
{
    static const QList<ProtocolPoint> points{
        {1, "sender.prepare-request", ProtocolPhase::Prepare, Lane::Sender},
        {2, "prepare.before-commit", ProtocolPhase::Prepare, Lane::Coordinator},
        {3, "prepare.answer", ProtocolPhase::Prepare, Lane::Coordinator},
        {4, "sender.before-transaction", ProtocolPhase::LocalTransaction, Lane::Sender},
        {5, "sender.before-barrier", ProtocolPhase::LocalTransaction, Lane::SenderDb},
        {6, "sender.after-barrier-insert", ProtocolPhase::LocalTransaction, Lane::SenderDb},
        {7, "sender.before-commit", ProtocolPhase::LocalTransaction, Lane::Sender},
        {8, "sender.after-commit", ProtocolPhase::LocalTransaction, Lane::SenderDb},
        {9, "sender.before-submit", ProtocolPhase::Submit, Lane::Sender},
        {10, "sender.submit-request", ProtocolPhase::Submit, Lane::Sender},
        {11, "submit.before-commit", ProtocolPhase::Submit, Lane::Coordinator},
        {12, "submit.answer", ProtocolPhase::Submit, Lane::Coordinator},
        {13, "checkback.before-send", ProtocolPhase::Checkback, Lane::Coordinator},
        {14, "sender.checkback", ProtocolPhase::Checkback, Lane::Sender},
        {15, "sender.answer", ProtocolPhase::Checkback, Lane::Sender},
        {16, "checkback.after-answer", ProtocolPhase::Checkback, Lane::Coordinator},
        {17, "submit.after-commit", ProtocolPhase::Delivery, Lane::Coordinator},
        {18, "branch.before-connect", ProtocolPhase::Delivery, Lane::Coordinator},
        {19, "receiver.request", ProtocolPhase::Delivery, Lane::Receiver},
        {20, "receiver.before-barrier", ProtocolPhase::Delivery, Lane::Receiver},
        {21, "receiver.after-barrier-insert", ProtocolPhase::Delivery, Lane::ReceiverDb},
        {22, "receiver.after-commit", ProtocolPhase::Delivery, Lane::ReceiverDb},
        {23, "receiver.answer", ProtocolPhase::Delivery, Lane::Receiver},
        {24, "branch.after-answer", ProtocolPhase::Delivery, Lane::Coordinator},
    };
    return points;
}

const ProtocolPoint *protocolPoint(const QByteArray &name)
{
    const auto &points = protocolPoints();
    const auto found =
        std::find_if(points.cbegin(), points.cend(), [&](const ProtocolPoint &point) { return point.name == name; });
    return found == points.cend() ? nullptr : &*found;
}

const ProtocolPoint *protocolPoint(int number)
{
    const auto &points = protocolPoints();
    return number >= 1 && number <= points.size() ? &points.at(number - 1) : nullptr;
}

} // namespace ui
