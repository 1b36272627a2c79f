// SPDX-License-Identifier: Apache-2.0
#include "core/faults/scenario.h"

namespace core::faults {

QByteArray partName(Part part)
{
    switch (part) {
    case Part::Coordinator:
        return "coordinator";
    case Part::SecondCoordinator:
        return "coordinator-2";
    case Part::Sender:
        return "sender";
    case Part::Receiver:
        return "receiver";
    case Part::Database:
        return "database";
    }
    return {};
}

QByteArray callKindName(CallKind kind)
{
    return kind == CallKind::Branch ? "branch" : "checkback";
}

QByteArray standInName(StandIn standIn)
{
    switch (standIn) {
    case StandIn::ErrorPage:
        return "error-page";
    case StandIn::Ongoing:
        return "ongoing";
    case StandIn::ServerError:
        return "error-500";
    }
    return {};
}

const QByteArrayList &statusWords()
{
    static const QByteArrayList words{"prepared", "submitted", "succeed", "failed", "none"};
    return words;
}

QByteArray Scenario::gidOf(const QByteArray &label) const
{
    return name.toLatin1() + '-' + label + '-' + QByteArray::number(seed);
}

QByteArray Scenario::faultsText(const QList<Fault> &faults) const
{
    QByteArrayList parts;
    for (Fault fault : faults) {
        if (!fault.gid.isEmpty())
            fault.gid = gidOf(fault.gid);
        parts.append(faultText(fault));
    }
    return parts.join(';');
}

} // namespace core::faults
