// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/peeker.h"

#include "core/base/onthreadof.h"
#include "ui/session/retirement.h"

#include <set>

namespace ui {
namespace {

BarrierRow shownRow(const core::bank::WrittenBarrierRow &written)
{
    const core::bank::BarrierRow &row = written.row;
    return {.gid = row.gid,
            .branchId = row.branchId,
            .op = row.op,
            .barrierId = row.barrierId,
            .reason = row.reason,
            .userId = written.userId,
            .amount = written.amount,
            .writtenAt = written.writtenAt};
}

/// Rows first: an account is then as new as its rows, or newer.
core::Status readInto(PeekedBank &bank, core::bank::BankReader &reader, const QByteArray &gid, const QList<int> &users)
{
    const auto rows = reader.barrierRowsOf(gid);
    if (!rows.ok())
        return rows.error();
    std::set<int> wanted(users.begin(), users.end());
    for (const core::bank::WrittenBarrierRow &written : *rows) {
        bank.rows << shownRow(written);
        wanted.insert(written.userId);
    }
    wanted.erase(wanted.begin(), wanted.upper_bound(0)); // nobody's
    for (const int user : wanted) {
        const auto found = reader.accounts(user - 1, 1);
        if (!found.ok())
            return found.error();
        if (!found->isEmpty() && found->constFirst().userId == user)
            bank.accounts << AccountRow{user, found->constFirst().balance, found->constFirst().tradingBalance, {}, {}};
    }
    return core::Done{};
}

PeekedBank readRows(PeekedBank bank, const BankSource &where, const QByteArray &gid, const QList<int> &users)
{
    const core::SystemClock clock;
    auto reader = core::bank::BankReader::open(where.url, where.password, clock);
    const core::Status read = reader.ok() ? readInto(bank, *reader, gid, users) : core::Status(reader.error());
    if (!read.ok())
        bank.problem = read.error().detail;
    return bank;
}

} // namespace

void Peeker::read(const PeekedBank &bank, const BankSource &where, const QByteArray &gid, const QList<int> &users,
                  QObject *context, Then then)
{
    m_threads.run([answer = core::onThreadOf(context, std::function<void(PeekedBank)>(std::move(then))), bank, where,
                   gid, users] { answer(readRows(bank, where, gid, users)); });
}

} // namespace ui
