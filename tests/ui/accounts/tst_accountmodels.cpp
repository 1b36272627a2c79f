// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountsmodel.h"
#include "ui/accounts/barriermodel.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::AccountsModel;
using ui::BarrierModel;
using ui::BarrierRow;

namespace {

const core::TimePoint start = core::fromEpochMs(1'800'000'000'000);

core::Money money(qint64 cents)
{
    return core::Money::fromCents(cents);
}

ui::BankPage page(const QList<std::pair<int, qint64>> &balances)
{
    ui::BankPage page;
    for (const auto &[user, cents] : balances) {
        page.accounts << ui::AccountRow{.userId = user, .balance = money(cents)};
        page.sum = page.sum + money(cents);
    }
    page.accountsInAll = page.accounts.size();
    page.readAt = start;
    return page;
}

BarrierRow barrier(int bank, const QByteArray &gid, int user, int second)
{
    const bool isDebit = bank == 0;
    return {.bank = bank,
            .gid = gid,
            .branchId = isDebit ? "00" : "01",
            .op = isDebit ? "msg" : "action",
            .barrierId = "01",
            .reason = isDebit ? "msg" : "action",
            .userId = user,
            .writtenAt = start + std::chrono::seconds(second)};
}

} // namespace

class TestAccountModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void accountsStandAboveTheirSum();
    void aChangedBalanceChangesItsRowAlone();
    void otherUsersReplaceAllRows();
    void anUnreadBankHasNoRows();
    void barrierRowsOfAnAccountIncludeTheOtherBank();
    void newBarrierRowsComeOnTop();
    void otherBarrierRowsReplaceAll();
    void aRowShowsHowItsMessageStands();
    void aDebitSaysWhatBecomesOfTheMoney();
    void aBarrierRowSaysWhatItProves_data();
    void aBarrierRowSaysWhatItProves();
};

void TestAccountModels::accountsStandAboveTheirSum()
{
    AccountsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(page({{1, 976'000}, {3, 1'000'000}}));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, int(AccountsModel::Column::Balance)).data().toString(), u"9,760.00"_s);
    QCOMPARE(model.index(2, int(AccountsModel::Column::User)).data().toString(), u"All 2"_s);
    QCOMPARE(model.index(2, int(AccountsModel::Column::Balance)).data(widgets::MoneyRole).value<core::Money>(),
             money(1'976'000));
    QCOMPARE(model.index(2, 0).data(AccountsModel::UserRole).toInt(), 0);
    QCOMPARE(model.indexOf(3).row(), 1);
    QVERIFY(!model.indexOf(4).isValid());
}

void TestAccountModels::aChangedBalanceChangesItsRowAlone()
{
    AccountsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(page({{1, 100}, {3, 200}}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    auto next = page({{1, 100}, {3, 170}});
    next.accounts[1].lastChange = money(-30);
    next.accounts[1].changedAt = start;
    model.show(next);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(changed.size(), 2); // the row, and the sum
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    const QModelIndex balance = model.index(1, int(AccountsModel::Column::Balance));
    QCOMPARE(balance.data(widgets::DeltaRole).value<core::Money>(), money(-30));
    QCOMPARE(balance.data(widgets::ChangedAtRole).value<core::TimePoint>(), start);
    QVERIFY(!model.index(0, int(AccountsModel::Column::Balance)).data(widgets::ChangedAtRole).isValid());
}

void TestAccountModels::otherUsersReplaceAllRows()
{
    AccountsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(page({{1, 100}}));
    model.show(page({{2, 100}, {4, 200}}));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 0).data().toString(), u"2"_s);
}

void TestAccountModels::anUnreadBankHasNoRows()
{
    AccountsModel model;
    model.show({});
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.hasAccounts());
}

void TestAccountModels::barrierRowsOfAnAccountIncludeTheOtherBank()
{
    const QList<BarrierRow> a{barrier(0, "g2", 1, 4), barrier(0, "g1", 1, 1), barrier(0, "g3", 3, 2)};
    const QList<BarrierRow> b{barrier(1, "g1", 2, 3)};
    const auto rows = ui::barrierRowsOf(0, 1, a, b);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).gid, QByteArray("g2"));
    QCOMPARE(rows.at(1).bank, 1);
    QCOMPARE(rows.at(2).gid, QByteArray("g1"));
    QCOMPARE(ui::barrierRowsOf(0, 0, a, b).size(), 4);
    QCOMPARE(ui::barrierRowsOf(1, 2, a, b).size(), 2);
    QVERIFY(ui::barrierRowsOf(1, 9, a, b).isEmpty());
}

void TestAccountModels::newBarrierRowsComeOnTop()
{
    BarrierModel model({u"Bank A"_s, u"Bank B"_s});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.show({barrier(0, "g2", 1, 2), barrier(0, "g1", 1, 1)});
    QCOMPARE(resets.size(), 1);
    model.show({barrier(0, "g3", 1, 3), barrier(0, "g2", 1, 2)}); // bounded: the oldest one went
    QCOMPARE(resets.size(), 1);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.row(model.index(0, 0))->gid, QByteArray("g3"));
    QCOMPARE(model.row(model.index(1, 0))->gid, QByteArray("g2"));
    QCOMPARE(model.index(0, 0).data().toString(), u"Bank A"_s);
}

void TestAccountModels::otherBarrierRowsReplaceAll()
{
    BarrierModel model({u"Bank A"_s, u"Bank B"_s});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({barrier(0, "g2", 1, 2)});
    model.show({barrier(1, "g9", 2, 5), barrier(1, "g8", 2, 4)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, 0).data().toString(), u"Bank B"_s);
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void TestAccountModels::aRowShowsHowItsMessageStands()
{
    BarrierModel model({u"Bank A"_s, u"Bank B"_s});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show({barrier(0, "g3", 1, 3), barrier(0, "g2", 1, 2), barrier(0, "g1", 1, 1)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const ui::StatesByGid states{{"g3", theme::State::Retrying}, {"g1", std::nullopt}};
    model.setStates(states);
    model.setStates(states); // the same again is no news
    QCOMPARE(changed.size(), 1);
    const auto state = [&model](int row) { return model.index(row, int(BarrierModel::Column::State)); };
    QCOMPARE(state(0).data(widgets::StateRole).value<theme::State>(), theme::State::Retrying);
    QCOMPARE(state(0).data().toString(), u"Retrying"_s);
    QVERIFY(state(1).data().toString().isEmpty()); // not known yet
    QVERIFY(!state(1).data(Qt::ToolTipRole).isValid());
    QCOMPARE(state(2).data().toString(), u"–"_s); // not in the store
    QVERIFY(!state(2).data(widgets::StateRole).isValid());
    QVERIFY(state(2).data(Qt::ToolTipRole).toString().contains(u"store"_s));
}

void TestAccountModels::aDebitSaysWhatBecomesOfTheMoney()
{
    const BarrierRow debit = barrier(0, "g1", 1, 1);
    const BarrierRow credit = barrier(1, "g1", 2, 1);
    QCOMPARE(ui::barrierMeaning(debit, theme::State::Submitted), u"Debited; credit on its way"_s);
    QCOMPARE(ui::barrierMeaning(debit, theme::State::Succeed), u"Debit committed"_s);
    QCOMPARE(ui::barrierMeaning(debit, theme::State::Failed), u"Debited, although it failed"_s);
    QCOMPARE(ui::barrierMeaning(credit, theme::State::Submitted), u"Credit applied once"_s);
}

void TestAccountModels::aBarrierRowSaysWhatItProves_data()
{
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QString>("means");
    QTest::newRow("debit") << QByteArray("msg") << QByteArray("msg") << u"Debit committed"_s;
    QTest::newRow("fence") << QByteArray("msg") << QByteArray("rollback") << u"Fenced: no debit can follow"_s;
    QTest::newRow("credit") << QByteArray("action") << QByteArray("action") << u"Credit applied once"_s;
    QTest::newRow("another protocol") << QByteArray("try") << QByteArray("cancel") << u"Written for cancel"_s;
}

void TestAccountModels::aBarrierRowSaysWhatItProves()
{
    QFETCH(QByteArray, op);
    QFETCH(QByteArray, reason);
    QTEST(ui::barrierMeaning({.op = op, .reason = reason}), "means");
}

QTEST_GUILESS_MAIN(TestAccountModels)
#include "tst_accountmodels.moc"
