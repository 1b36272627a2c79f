// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/workset.h"

namespace core::engine {

/// Passes the fault points that stand before the commit of what this batch decided: prepare, submit and abort
/// `.before-commit`, `branch.before-record`, `finish.before`. True: one of them says that the commit is to fail.
bool faultBeforeCommit(const std::vector<Staged> &batch);

/// Passes those that stand after it, for a message that was written: `.after-commit`, `claim.after`,
/// `branch.after-record`, `checkback.after-record`, `finish.after`.
void faultAfterCommit(const Staged &written);

} // namespace core::engine
