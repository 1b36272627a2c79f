// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/knowngids.h"

#include <algorithm>

namespace ui {
namespace {

/// Before it, what was finished may have been removed from the store.
std::optional<core::TimePoint> horizonOf(const ProofMaterial &material)
{
    std::optional<core::TimePoint> horizon;
    for (const core::message::Message &message : material.messages) {
        if (message.finishedAt)
            horizon = std::min(horizon.value_or(*message.finishedAt), *message.finishedAt);
    }
    return horizon;
}

} // namespace

KnownGids::KnownGids(const ProofMaterial &material) : m_asked(material.known), m_strangers(material.unknown)
{
    for (const core::message::Message &message : material.messages)
        m_inHand.insert(message.gid.bytes());
}

QList<QByteArray> gidsToAsk(const ProofMaterial &material, qsizetype limit)
{
    if (!material.storeProblem.isEmpty())
        return {};
    const KnownGids known(material);
    const std::optional<core::TimePoint> horizon = horizonOf(material);
    QList<std::pair<core::TimePoint, QByteArray>> rows;
    QSet<QByteArray> taken;
    for (const auto &evidence : material.banks) {
        if (!evidence.ok() || !evidence->rows.found.ok())
            continue;
        for (const core::bank::TimedBarrierRow &timed : evidence->rows.found->barrierRows) {
            const bool mayBeRemoved = horizon && timed.writtenAt < *horizon;
            if (mayBeRemoved || known.isKnown(timed.row.gid) || taken.contains(timed.row.gid))
                continue;
            taken.insert(timed.row.gid);
            rows.append({timed.writtenAt, timed.row.gid});
        }
    }
    std::sort(rows.begin(), rows.end(), std::greater<>());
    QList<QByteArray> gids;
    for (const auto &row : rows.mid(0, limit))
        gids.append(row.second);
    return gids;
}

} // namespace ui
