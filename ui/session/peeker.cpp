// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/peeker.h"

#include "core/base/onthreadof.h"
#include "ui/session/retirement.h"

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

PeekedBank readRows(PeekedBank bank, const BankSource &where, const QByteArray &gid)
{
    const core::SystemClock clock;
    auto reader = core::bank::BankReader::open(where.url, where.password, clock);
    const auto rows =
        reader.ok() ? reader->barrierRowsOf(gid) : core::Result<QList<core::bank::WrittenBarrierRow>>(reader.error());
    if (!rows.ok()) {
        bank.problem = rows.error().detail;
        return bank;
    }
    for (const core::bank::WrittenBarrierRow &written : *rows)
        bank.rows << shownRow(written);
    return bank;
}

} // namespace

void Peeker::read(const PeekedBank &bank, const BankSource &where, const QByteArray &gid, QObject *context, Then then)
{
    m_threads.run([answer = core::onThreadOf(context, std::function<void(PeekedBank)>(std::move(then))), bank, where,
                   gid] { answer(readRows(bank, where, gid)); });
}

} // namespace ui
