// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofreport.h"

namespace ui {

/// A report as one page of HTML that needs nothing else: when, where, the verdict, the sum, each invariant with its
/// evidence and SQL. Holds no payload and no password. In the language of the moment. place: of the engine's store.
QByteArray proofHtml(const ProofReport &report, const QString &place);
/// The same for machines; the words in it are English.
QByteArray proofJson(const ProofReport &report, const QString &place);

} // namespace ui
