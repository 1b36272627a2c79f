// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofmaterial.h"
#include "ui/session/proofreport.h"

namespace ui {

/// The statements behind a finding, of the receiver's bank first, as both are read. Where messages are read some
/// hundreds at once, the statement names those that offend, else the newest. Pure.
QList<ProofSql> proofSql(const ProofMaterial &material, const InvariantFinding &finding);

} // namespace ui
