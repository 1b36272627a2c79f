// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionsmodel.h"
#include "ui/connections/stagesmodel.h"
#include "ui/connections/stagewords.h"
#include "ui/session/connections.h"
#include "ui/theme/statestyle.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Finding;
using ui::Stage;
using ui::StageReport;
using Outcome = ui::StageReport::Outcome;
using Column = ui::StagesModel::Column;

class TestConnectionModels final : public QObject
{
    Q_OBJECT
private slots:
    void connectionsAreListedWithPlaceAndCare();
    void aChangedConnectionKeepsItsRow();
    void stepsFillInAsTheyCome();
    void everyFindingHasWordsAndEveryFailureARemedy();
    void cellsOutsideTheModelAreEmpty();
};

void TestConnectionModels::connectionsAreListedWithPlaceAndCare()
{
    ui::Connections connections;
    ui::ConnectionsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(connections.all(), ui::Connections::engineId);
    QCOMPARE(model.rowCount(), 3);
    const QModelIndex engine = model.indexOf(ui::Connections::engineId);
    QCOMPARE(engine.row(), 0);
    QCOMPARE(engine.data().toString(), u"This computer"_s);
    QCOMPARE(engine.data(Qt::AccessibleTextRole).toString(), u"This computer, Engine · SQLite · in use, LOCAL, Open"_s);
    QVERIFY(!model.indexOf(u"nobody"_s).isValid());
}

void TestConnectionModels::aChangedConnectionKeepsItsRow()
{
    ui::Connections connections;
    ui::ConnectionsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(connections.all(), ui::Connections::engineId);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    Connection engine = connections.engine();
    engine.label = u"Mine"_s;
    QVERIFY(connections.save(engine).ok());
    model.show(connections.all(), ui::Connections::engineId);
    QCOMPARE(model.index(0).data().toString(), u"Mine"_s);
    QVERIFY(reset.isEmpty());
}

void TestConnectionModels::stepsFillInAsTheyCome()
{
    ui::StagesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<StageReport> reports{{Stage::Address}, {Stage::Reach}};
    model.show(reports);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, int(Column::Took)).data().toString(), u"–"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    reports[0] = {Stage::Address, Outcome::Passed, Finding::AddressKnown, {u"10.0.3.11"_s}, core::Millis(12)};
    model.show(reports);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, int(Column::Found)).data().toString(), u"10.0.3.11"_s);
    QCOMPARE(model.index(0, int(Column::Took)).data().toString(), u"12 ms"_s);
    QCOMPARE(model.index(0, int(Column::Outcome)).data(widgets::VerdictRole).value<theme::Verdict>(),
             theme::Verdict::Success);
    reports[1] = {Stage::Reach, Outcome::Noted, Finding::TlsNotOffered};
    model.show(reports);
    QVERIFY(model.index(1, int(Column::Outcome)).data(widgets::StateRole).isValid());
    QVERIFY(model.index(1, int(Column::Found)).data(Qt::ToolTipRole).toString().contains(u'\n'));
    model.show({});
    QCOMPARE(model.rowCount(), 0);
}

void TestConnectionModels::everyFindingHasWordsAndEveryFailureARemedy()
{
    const QList<Finding> failures{Finding::AddressUnknown, Finding::FileMissing,      Finding::EngineSilent,
                                  Finding::NotReached,     Finding::NoGreeting,       Finding::TurnedAway,
                                  Finding::NotAServer,     Finding::TlsFailed,        Finding::LoginFailed,
                                  Finding::TablesMissing,  Finding::TablesUnreadable, Finding::StoreAway,
                                  Finding::RightsMissing,  Finding::RightsUnknown};
    for (int finding = int(Finding::None) + 1; finding <= int(Finding::RightsUnknown); ++finding) {
        const StageReport report{Stage::Reach, Outcome::Failed, Finding(finding), {u"1"_s, u"two"_s}};
        QVERIFY2(!ui::findingSentence(report).isEmpty(), qPrintable(QString::number(finding)));
        QVERIFY2(!failures.contains(Finding(finding)) || !ui::findingRemedy(report).isEmpty(),
                 qPrintable(QString::number(finding)));
    }
}

void TestConnectionModels::cellsOutsideTheModelAreEmpty()
{
    ui::StagesModel stages;
    ui::ConnectionsModel connections;
    QVERIFY(!stages.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!connections.data({}, Qt::DisplayRole).isValid());
    QVERIFY(!stages.headerData(9, Qt::Horizontal, Qt::DisplayRole).isValid());
}

QTEST_MAIN(TestConnectionModels)
#include "tst_connectionmodels.moc"
