// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofmaterial.h"
#include "ui/session/proofreport.h"

namespace ui {

/// The gids of the banks' message rows that no message in hand has, the latest rows first, at most limit: whether the
/// store knows them has to be asked. Rows written before the oldest finished message in hand ended are none of them:
/// their messages may have been removed since (engine/pruning.h). Pure.
QList<QByteArray> gidsToAsk(const ProofMaterial &material, qsizetype limit);

/// What one check found. Pure. A wrong finding may have been on its way while it was read: see confirmed().
ProofReport judge(const ProofMaterial &material);

} // namespace ui
