// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofmaterial.h"

namespace ui {

/// Whether the engine knows the messages behind the banks' rows.
class KnownGids final
{
public:
    explicit KnownGids(const ProofMaterial &material);

    bool isKnown(const QByteArray &gid) const { return m_inHand.contains(gid) || m_asked.contains(gid); }
    /// The store was asked and has no such message.
    bool isStranger(const QByteArray &gid) const { return m_strangers.contains(gid); }

private:
    QSet<QByteArray> m_inHand;
    QSet<QByteArray> m_asked;
    QSet<QByteArray> m_strangers;
};

/// The gids of the banks' message rows that no message in hand has, the latest rows first, at most limit: whether the
/// store knows them has to be asked. Rows written before the oldest finished message in hand ended are none of them:
/// their messages may have been removed since (engine/pruning.h). Pure.
QList<QByteArray> gidsToAsk(const ProofMaterial &material, qsizetype limit);

} // namespace ui
