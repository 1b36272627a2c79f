// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/tablemaker.h"

#include <QFuture>
#include <QPromise>

namespace ui {
namespace {

using Outcome = std::optional<core::Error>;

Outcome createTables(const BankSource &where)
{
    const auto opened =
        core::bank::BankConnection::open(where.url, where.password, core::bank::BankConnection::Access::ReadWrite);
    if (!opened.ok())
        return opened.error();
    const core::Status created = core::bank::createBankTables(**opened);
    return created.ok() ? Outcome() : Outcome(created.error());
}

} // namespace

void TableMaker::create(const BankSource &where, QObject *context, Then then)
{
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    promise->future().then(context, [then = std::move(then)](const Outcome &outcome) { then(outcome); });
    m_work.start([promise, where] {
        promise->addResult(createTables(where));
        promise->finish();
    });
}

} // namespace ui
