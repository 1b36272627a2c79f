// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faultpoint.h"
#include "ui/faultlab/protocolpoints.h"

#include <QCoreApplication>

namespace ui {

/// What the fault lab says of points and faults, in the language of the moment. Pure.
class PointWords final
{
    Q_DECLARE_TR_FUNCTIONS(ui::PointWords)
public:
    static QString phase(ProtocolPhase phase);
    /// "Receiver answers"; of a point that the diagram does not show its name.
    static QString title(const QByteArray &point);
    /// What the protocol is at there, in a sentence.
    static QString place(const QByteArray &point);
    /// What can be chosen there: "Fail with status".
    static QString mode(core::FaultMode mode);
    /// Why this cannot happen there; empty where it can.
    static QString whyNot(const QByteArray &point, core::FaultMode mode);
    /// "2 of 3 left", "×1", "until cleared": how much of an armed fault is to come.
    static QString left(const core::ArmedFault &armed);
    /// The same in the room beside a point.
    static QString badge(const core::ArmedFault &armed);
    /// "receiver answers 500, 2 of 3 left": what the banner says.
    static QString armed(const core::ArmedFault &armed);
    /// What the fault will do, without how often: "receiver answers 500".
    static QString what(const core::Fault &fault);
    /// All of a point for tooltips and screen readers: number, title, what is armed there.
    static QString sentence(const ProtocolPoint &point, const QList<core::ArmedFault> &armed);
};

} // namespace ui
