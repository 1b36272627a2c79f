// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/bankwatch.h"

#include "core/bank/proof.h"

namespace ui {
namespace {

constexpr std::chrono::milliseconds readInterval{500};

BarrierRow rowOf(const core::bank::WrittenBarrierRow &written, int bank)
{
    BarrierRow row;
    row.bank = bank;
    row.gid = written.row.gid;
    row.branchId = written.row.branchId;
    row.op = written.row.op;
    row.barrierId = written.row.barrierId;
    row.reason = written.row.reason;
    row.userId = written.userId;
    row.amount = written.amount;
    row.writtenAt = written.writtenAt;
    return row;
}

/// Of a pair that could be read.
std::optional<core::Money> totalOf(const PairReading &reading)
{
    if (!reading.isPair || !reading.sender.problem.isEmpty() || !reading.receiver.problem.isEmpty())
        return {};
    const core::bank::BankTotals &to = reading.receiver.totals;
    const core::bank::BankTotals &from = reading.sender.totals;
    return from.balances + to.balances + core::bank::inFlightOf(to, from);
}

} // namespace

BankWatch::BankWatch(BankSource sender, std::optional<BankSource> receiver, const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_sender{std::move(sender), 0}
    , m_timer(this)
{
    if (receiver)
        m_receiver.emplace(Source{std::move(*receiver), 1});
    m_timer.setInterval(readInterval);
    connect(&m_timer, &QTimer::timeout, this, &BankWatch::readAll);
}

void BankWatch::setWatching(bool on)
{
    if (!on)
        return m_timer.stop();
    m_timer.start();
    readAll();
}

void BankWatch::showAccounts(int bank, int afterUser)
{
    (bank == 1 && m_receiver ? *m_receiver : m_sender).afterUser = afterUser;
    readAll();
}

void BankWatch::showUser(int bank, int userId)
{
    if (std::exchange(m_userBank, bank) == bank && m_user == userId)
        return;
    m_user = userId;
    readAll();
}

core::Status BankWatch::open(Source &source)
{
    if (source.reader)
        return core::Done{};
    auto opened = core::bank::BankReader::open(source.where.url, source.where.password, m_clock, source.where.sums);
    if (!opened.ok())
        return opened.error();
    source.reader.emplace(std::move(opened).value());
    return core::Done{};
}

/// An error is told by the reading that follows.
void BankWatch::findGids()
{
    m_gids.clear();
    Source &source = m_userBank == 1 && m_receiver ? *m_receiver : m_sender;
    if (m_user == 0 || !open(source).ok())
        return;
    if (auto gids = source.reader->latestGidsOf(m_user, messagesMax); gids.ok())
        m_gids = *gids;
}

core::Result<QList<core::bank::WrittenBarrierRow>> BankWatch::readBarrierRows(core::bank::BankReader &reader)
{
    return m_user == 0 ? reader.latestBarrierRows(barrierRowsMax) : reader.barrierRowsOf(m_gids);
}

void BankWatch::readAll()
{
    emit readingBegan();
    findGids();
    PairReading reading = readPair();
    const std::optional<core::Money> total = totalOf(reading);
    if (total && m_total && *total != *m_total) {
        for (Source *source : {&m_sender, &*m_receiver})
            source->reader->forgetSums(); // nothing kept may make a total wrong
        reading = readPair();
    }
    m_total = totalOf(reading);
    emit readingCame(reading);
}

PairReading BankWatch::readPair()
{
    PairReading reading;
    reading.isPair = m_receiver.has_value();
    if (m_receiver)
        reading.receiver = read(*m_receiver); // before the sender's: see PairReading
    reading.sender = read(m_sender);
    reading.at = m_clock.now();
    return reading;
}

BankReading BankWatch::read(Source &source)
{
    const core::Result<BankReading> reading = readOpened(source);
    if (reading.ok())
        return *reading;
    if (reading.error().code != core::Error::Code::Ongoing && source.reader) {
        source.reader->forgetSums(); // it may come back as another one
        source.reader.reset();
    }
    BankReading failed;
    failed.problem = reading.error().detail;
    return failed;
}

core::Result<BankReading> BankWatch::readOpened(Source &source)
{
    if (const core::Status opened = open(source); !opened.ok())
        return opened.error();
    const auto totals = source.reader->totals();
    if (!totals.ok())
        return totals.error();
    const auto accounts = source.reader->accounts(source.afterUser, BankPage::accountsMax);
    if (!accounts.ok())
        return accounts.error();
    const auto written = readBarrierRows(*source.reader);
    if (!written.ok())
        return written.error();

    BankReading reading;
    reading.totals = *totals;
    reading.accounts = *accounts;
    reading.firstAfter = source.afterUser;
    reading.barrierUser = m_user;
    for (const core::bank::WrittenBarrierRow &row : *written)
        reading.barrierRows.append(rowOf(row, source.bank));
    return reading;
}

} // namespace ui
