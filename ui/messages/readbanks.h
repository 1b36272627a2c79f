// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/messagefacts.h"
#include "ui/session/session.h"

namespace ui {

/// All banks as they were last read.
inline QList<ReadBank> readBanks(const Session &session)
{
    QList<ReadBank> banks;
    const QList<BankInfo> infos = session.banks();
    for (int i = 0; i < infos.size(); ++i)
        banks << ReadBank{infos.at(i), session.bank(i)};
    return banks;
}

} // namespace ui
