// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/resultsmodel.h"

#include "tests/support/manualclock.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "ui/theme/tokens.h"

using namespace Qt::StringLiterals;
using core::message::State;
using ui::ResultsModel;

namespace {

ui::TransferOutcome outcome(int number, State state = State::Submitted, const QByteArray &run = "run")
{
    ui::TransferOutcome outcome;
    outcome.number = number;
    outcome.gid = run + "-0000000" + QByteArray::number(number);
    outcome.amount = core::Money::fromCents(3000);
    outcome.state = state;
    return outcome;
}

} // namespace

class TestResultsModel final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void newOnesComeInOnTop();
    void knownOnesChangeWhereTheyStand();
    void anUnchangedListTellsNothing();
    void anotherRunStartsAnew();
    void textsAreThoseOfTheScreen();
    void aRetrySaysWhen();
    void aNaiveOneHasNoMessage();
    void withoutAMessageNoStateIsClaimed();
    void aPreparedOneSaysWhenItIsAskedBack();

private:
    QString textAt(int row, int column) const { return m_model->index(row, column).data().toString(); }

    test::ManualClock m_clock;
    std::unique_ptr<ResultsModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestResultsModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<ResultsModel>(m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestResultsModel::newOnesComeInOnTop()
{
    m_model->apply({outcome(1)});
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    m_model->apply({outcome(3), outcome(2), outcome(1)});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.constFirst().at(1).toInt(), 0);
    QCOMPARE(inserted.constFirst().at(2).toInt(), 1);
    QVERIFY(reset.isEmpty());
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(textAt(0, ResultsModel::Number), u"3"_s);
}

void TestResultsModel::knownOnesChangeWhereTheyStand()
{
    m_model->apply({outcome(2), outcome(1)});
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->apply({outcome(2), outcome(1, State::Succeed)});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.constFirst().at(0).toModelIndex().row(), 1);
    QCOMPARE(textAt(1, ResultsModel::State), u"Succeed"_s);
}

void TestResultsModel::anUnchangedListTellsNothing()
{
    m_model->apply({outcome(1)});
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->apply({outcome(1)});
    QVERIFY(changed.isEmpty());
}

void TestResultsModel::anotherRunStartsAnew()
{
    m_model->apply({outcome(2), outcome(1)});
    const QPersistentModelIndex chosen = m_model->index(0, 0);
    m_model->apply({});
    QCOMPARE(m_model->rowCount(), 0);
    m_model->apply({outcome(1, State::Prepared, "next")});
    m_model->apply({outcome(1, State::Prepared, "last")});
    QCOMPARE(m_model->gidAt(0), "last-00000001"_ba);
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(!chosen.isValid()); // what was chosen in the run before is not taken for one of this run
}

void TestResultsModel::textsAreThoseOfTheScreen()
{
    ui::TransferOutcome done = outcome(1, State::Succeed);
    done.attempts = 1;
    done.timeToSucceed = core::Millis(9);
    m_model->apply({done});
    QCOMPARE(textAt(0, ResultsModel::Amount), u"30.00"_s);
    QCOMPARE(textAt(0, ResultsModel::Attempts), u"1"_s);
    QCOMPARE(textAt(0, ResultsModel::Time), u"9 ms"_s);
    QCOMPARE(m_model->index(0, ResultsModel::State).data(widgets::StateRole).value<theme::State>(),
             theme::State::Succeed);
    QCOMPARE(m_model->index(0, 0).data(widgets::GidRole).toByteArray(), "run-00000001"_ba);
    QCOMPARE(m_model->headerData(ResultsModel::Time, Qt::Horizontal, Qt::DisplayRole).toString(), u"Time to succeed"_s);
    QCOMPARE(m_model->gidAt(5), QByteArray());
    QCOMPARE(m_model->gidAt(-1), QByteArray());
}

void TestResultsModel::aRetrySaysWhen()
{
    ui::TransferOutcome retried = outcome(1);
    retried.retrying = true;
    retried.dueAt = m_clock.now() + core::Millis(7400);
    m_model->apply({retried});
    QCOMPARE(textAt(0, ResultsModel::Time), u"again in 7.4 s"_s);
    QCOMPARE(textAt(0, ResultsModel::State), u"Retrying"_s);
}

void TestResultsModel::aNaiveOneHasNoMessage()
{
    ui::TransferOutcome naive = outcome(1, State::Prepared);
    naive.isNaive = true;
    naive.isUnheard = true;
    naive.note = u"closed"_s;
    m_model->apply({naive});
    QVERIFY(m_model->isNaiveAt(0));
    QVERIFY(!m_model->isNaiveAt(1));
    QCOMPARE(textAt(0, ResultsModel::Message), u"naive"_s);
    QCOMPARE(textAt(0, ResultsModel::State), u"Unknown"_s);
    QCOMPARE(textAt(0, ResultsModel::Time), u"nobody will find out: closed"_s);
    QVERIFY(!m_model->index(0, ResultsModel::Message).data(widgets::GidRole).isValid());
    QVERIFY(!m_model->index(0, ResultsModel::State).data(widgets::StateRole).isValid());
}

void TestResultsModel::withoutAMessageNoStateIsClaimed()
{
    ui::TransferOutcome silent = outcome(1, State::Prepared);
    silent.isBrokenOff = true;
    silent.note = u"timed out"_s;
    ui::TransferOutcome unsent = outcome(2, State::Failed);
    unsent.isBrokenOff = true;
    unsent.note = u"no connection"_s;
    m_model->apply({unsent, silent});
    QCOMPARE(textAt(0, ResultsModel::State), u"Failed"_s);
    QCOMPARE(textAt(0, ResultsModel::Time), u"nothing moved: no connection"_s);
    QCOMPARE(textAt(1, ResultsModel::State), u"No answer"_s);
    QCOMPARE(textAt(1, ResultsModel::Time), u"timed out"_s);
    QVERIFY(!m_model->index(1, ResultsModel::State).data(widgets::StateRole).isValid());
    QVERIFY(m_model->index(1, ResultsModel::State).data(widgets::VerdictRole).isValid());
}

void TestResultsModel::aPreparedOneSaysWhenItIsAskedBack()
{
    ui::TransferOutcome prepared = outcome(1, State::Prepared);
    prepared.dueAt = m_clock.now() + core::Millis(4200);
    m_model->apply({prepared});
    QCOMPARE(textAt(0, ResultsModel::Time), u"asked back in 4.2 s"_s);
}

QTEST_MAIN(TestResultsModel)
#include "tst_resultsmodel.moc"
