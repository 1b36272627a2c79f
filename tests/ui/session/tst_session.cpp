// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using core::message::State;

namespace {

constexpr int patience = 15'000;

ui::TransferOrder order(std::int64_t cents, int count = 1)
{
    ui::TransferOrder order;
    order.amount = core::Money::fromCents(cents);
    order.count = count;
    order.ratePerSecond = 100;
    return order;
}

} // namespace

/// The real engine and the real banks, each test on a folder of its own.
class TestSession final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void aTransferMovesItsAmountAndItsMessageSucceeds();
    void aTransferWithoutCoverFailsAndMovesNothing();
    void aRunIsCountedAndItsTotalHolds();
    void aCancelledRunSendsNoMore();
    void aSecondRunWaitsForTheFirst();
    void wrongOrdersAreRefused_data();
    void wrongOrdersAreRefused();
    void aSecondSessionOnTheSameFolderIsRefused();
    void aDamagedStoreIsRefused();
    void readOnlyChangesNothing();
    void aVerbOnAnUnknownMessageSaysSo();
    void moneyAndAddressesOutliveARestart();
    void queriesBeforeTheStartAreAnswered();

private:
    bool start();
    bool waitForTotals();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Session> m_session;
};

void TestSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<ui::Session>(ui::SessionOptions{m_folder->path(), false});
}

void TestSession::cleanup()
{
    m_session.reset();
    m_folder.reset();
}

bool TestSession::start()
{
    const core::Status started = m_session->start();
    if (!started.ok())
        qWarning() << started.error().detail;
    return started.ok();
}

bool TestSession::waitForTotals()
{
    QSignalSpy read(m_session.get(), &ui::Session::banksChanged);
    m_session->watchBanks(true);
    return QTest::qWaitFor([this] { return m_session->totals().known; }, patience);
}

void TestSession::aTransferMovesItsAmountAndItsMessageSucceeds()
{
    QVERIFY(start());
    QVERIFY(waitForTotals());
    QVERIFY(m_session->startTransfers(order(3000)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().b, core::Money::fromCents(2'003'000), patience);
    QCOMPARE(m_session->totals().a, core::Money::fromCents(1'997'000));
    QCOMPARE(m_session->totals().missing(), core::Money());
    QCOMPARE(m_session->bank(0).accounts.constFirst().balance, core::Money::fromCents(997'000));
    QCOMPARE(m_session->bank(0).barrierRows.constFirst().amount, core::Money::fromCents(-3000));

    const QByteArray gid = m_session->transferOutcomes().constFirst().gid;
    std::optional<core::message::Message> seen;
    m_session->message(gid, this, [&seen](const auto &message) { seen = message.ok() ? *message : std::nullopt; });
    QTRY_VERIFY_WITH_TIMEOUT(seen, patience);
    QCOMPARE(seen->state, State::Succeed);
}

void TestSession::aTransferWithoutCoverFailsAndMovesNothing()
{
    QVERIFY(start());
    QVERIFY(waitForTotals());
    QVERIFY(m_session->startTransfers(order(5'000'000)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().failed, 1, patience);
    QVERIFY(m_session->transferOutcomes().constFirst().note.contains("insufficient balance"_L1));
    QCOMPARE(m_session->totals().a, core::Money::fromCents(2'000'000));
}

void TestSession::aRunIsCountedAndItsTotalHolds()
{
    QVERIFY(start());
    QVERIFY(waitForTotals());
    QVERIFY(m_session->startTransfers(order(100, 30)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().observed, 30, patience);
    const ui::TransferProgress progress = m_session->transferProgress();
    QCOMPARE(progress.requested, 30);
    QCOMPARE(progress.accepted, 30);
    QCOMPARE(progress.succeed, 30);
    QVERIFY(!progress.running);
    QCOMPARE(m_session->transferOutcomes().constFirst().number, 30);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().b, core::Money::fromCents(2'003'000), patience);
    for (const ui::TotalSample &sample : m_session->totalHistory())
        QCOMPARE(sample.balances + sample.inFlight, core::Money::fromCents(4'000'000));
}

void TestSession::aCancelledRunSendsNoMore()
{
    QVERIFY(start());
    ui::TransferOrder slow = order(100, 50);
    slow.ratePerSecond = 1;
    QVERIFY(m_session->startTransfers(slow).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->transferProgress().requested > 0, patience);
    m_session->cancelTransfers();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->transferProgress().running, patience);
    QVERIFY(m_session->transferProgress().cancelled);
    QVERIFY(m_session->transferProgress().requested < 50);
}

void TestSession::aSecondRunWaitsForTheFirst()
{
    QVERIFY(start());
    ui::TransferOrder slow = order(100, 50);
    slow.ratePerSecond = 1;
    QVERIFY(m_session->startTransfers(slow).ok());
    const core::Status second = m_session->startTransfers(order(100));
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, core::Error::Code::Conflict);
}

void TestSession::wrongOrdersAreRefused_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("delay");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("nothing") << qint64(0) << 1 << 10 << 0 << "amount"_ba;
    QTest::newRow("below zero") << qint64(-1) << 1 << 10 << 0 << "amount"_ba;
    QTest::newRow("none") << qint64(1) << 0 << 10 << 0 << "count"_ba;
    QTest::newRow("too many") << qint64(1) << 10'001 << 10 << 0 << "count"_ba;
    QTest::newRow("too fast") << qint64(1) << 1 << 1001 << 0 << "rate"_ba;
    QTest::newRow("into the past") << qint64(1) << 1 << 10 << -1 << "delay"_ba;
}

void TestSession::wrongOrdersAreRefused()
{
    QFETCH(const qint64, cents);
    QFETCH(const int, count);
    QFETCH(const int, rate);
    QFETCH(const int, delay);
    QFETCH(const QByteArray, field);
    QVERIFY(start());
    ui::TransferOrder wrong = order(cents, count);
    wrong.ratePerSecond = rate;
    wrong.delay = core::seconds(delay);
    const core::Status refused = m_session->startTransfers(wrong);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().field, field);
}

void TestSession::aSecondSessionOnTheSameFolderIsRefused()
{
    QVERIFY(start());
    ui::Session second({m_folder->path(), false});
    const core::Status refused = second.start();
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().code, core::Error::Code::Conflict);
}

void TestSession::aDamagedStoreIsRefused()
{
    QFile file(m_folder->filePath(u"checkback.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    QVERIFY(!m_session->start().ok());
    QCOMPARE(m_session->health().state, core::engine::Health::State::Stopped);
}

void TestSession::readOnlyChangesNothing()
{
    m_session = std::make_unique<ui::Session>(ui::SessionOptions{m_folder->path(), true});
    QVERIFY(start());
    QVERIFY(!m_session->startTransfers(order(3000)).ok());
    std::optional<core::Error> refused;
    m_session->retryNow("some-gid", this, [&refused](const auto &error) { refused = error; });
    QTRY_VERIFY_WITH_TIMEOUT(refused, patience);
    QCOMPARE(refused->code, core::Error::Code::Conflict);
}

void TestSession::aVerbOnAnUnknownMessageSaysSo()
{
    QVERIFY(start());
    std::optional<core::Error> refused;
    m_session->retryNow("nobody", this, [&refused](const auto &error) { refused = error; });
    QTRY_VERIFY_WITH_TIMEOUT(refused, patience);
    QCOMPARE(refused->code, core::Error::Code::NotFound);
    refused.reset();
    m_session->abort("not a gid", this, [&refused](const auto &error) { refused = error; });
    QTRY_VERIFY_WITH_TIMEOUT(refused, patience);
    QCOMPARE(refused->code, core::Error::Code::Invalid);
}

void TestSession::moneyAndAddressesOutliveARestart()
{
    QVERIFY(start());
    QVERIFY(m_session->startTransfers(order(3000)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, 1, patience);
    const QString receiver = m_session->banks().at(1).url;
    m_session = std::make_unique<ui::Session>(ui::SessionOptions{m_folder->path(), false});
    QVERIFY(start());
    QCOMPARE(m_session->banks().at(1).url, receiver);
    QVERIFY(waitForTotals());
    QCOMPARE(m_session->totals().b, core::Money::fromCents(2'003'000));
}

void TestSession::queriesBeforeTheStartAreAnswered()
{
    std::optional<core::Error> refused;
    m_session->counts(this, [&refused](const auto &counts) { refused = counts.error(); });
    QTRY_VERIFY_WITH_TIMEOUT(refused, patience);
    QCOMPARE(refused->code, core::Error::Code::Unavailable);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
