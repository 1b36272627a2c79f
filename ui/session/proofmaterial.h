// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/evidencereader.h"
#include "core/bank/naive.h"
#include "core/bank/proof.h"
#include "core/message/message.h"
#include "ui/session/bankview.h"

#include <QSet>

#include <array>
#include <vector>

namespace ui {

/// All that one check is made from, read in this order: the messages, then the receiver's bank, then the sender's, then
/// whether the store knows the messages of rows that it did not give before. So what is settled in the messages must
/// stand in the rows, and what stands in the rows must be known to the store.
struct ProofMaterial
{
    static constexpr int sender = 0;
    static constexpr int receiver = 1;

    std::array<QString, 2> names;
    std::array<QByteArray, 2> urls; ///< of their services, as far as they are known
    std::array<core::bank::DatabaseUrl, 2> places;
    BankTotals watched; ///< what the total is expected to be
    std::vector<core::message::Message> messages; ///< the newest, the latest first
    bool areAllMessages = false;
    QString storeProblem; ///< not empty: messages are none
    std::array<core::Result<core::bank::BankEvidence>, 2> banks{notRead(), notRead()};
    QList<core::bank::NaiveTransfer> naive;
    QSet<QByteArray> known; ///< gids of rows that the store knows, beside messages
    QSet<QByteArray> unknown; ///< and those that it does not know; the others were not asked for

    static core::Error notRead() { return core::Error::unavailable(QStringLiteral("not read")); }
};

} // namespace ui
