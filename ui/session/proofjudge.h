// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofmaterial.h"
#include "ui/session/proofreport.h"

namespace ui {

/// What one check found. Pure. A wrong finding may have been on its way while it was read: see confirmed().
ProofReport judge(const ProofMaterial &material);

} // namespace ui
