// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofmaterial.h"
#include "ui/session/proofreport.h"

namespace ui {

/// The figures of a pair, unknown where a bank's could not be read. exempt: gids of messages that a person overrode or
/// sent again. Pure.
ProofSum sumOf(const ProofMaterial &material, const QSet<QByteArray> &exempt);

} // namespace ui
