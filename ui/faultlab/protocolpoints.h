// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fault.h"
#include "ui/diagram/sequence.h"

namespace ui {

/// The parts of the protocol, from top to bottom.
enum class ProtocolPhase { Prepare, LocalTransaction, Submit, Checkback, Delivery };
inline constexpr int protocolPhaseCount = 5;

/// A point of the protocol where a fault can be armed, as the diagram numbers it.
struct ProtocolPoint
{
    int number = 0; ///< from 1, in the order of the protocol
    QByteArray name; ///< of the fault point
    ProtocolPhase phase = ProtocolPhase::Prepare;
    diagram::Lane lane = diagram::Lane::Sender; ///< who comes by there
};

/// All that the diagram shows. Other fault points can be armed by scenarios alone.
const QList<ProtocolPoint> &protocolPoints();
/// Null for a point that the diagram does not show.
const ProtocolPoint *protocolPoint(const QByteArray &name);
const ProtocolPoint *protocolPoint(int number);

} // namespace ui
