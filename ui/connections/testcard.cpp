// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/testcard.h"

#include "ui/connections/stagesmodel.h"
#include "ui/connections/stagewords.h"
#include "ui/session/connectiontest.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tablesetup.h"

#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using Outcome = StageReport::Outcome;

namespace {

constexpr int rowHeight = 36;
constexpr int chipExtra = 34; // icon and paddings of a chip

} // namespace

TestCard::TestCard(ConnectionTest &test, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_test(test)
    , m_theme(theme)
    , m_card(new widgets::Card)
    , m_start(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_cancel(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_tables(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_model(new StagesModel(this))
    , m_table(new QTableView)
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
    , m_advice(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_start->setObjectName(u"startTest"_s);
    m_cancel->setObjectName(u"cancelTest"_s);
    m_tables->setObjectName(u"createTables"_s);
    m_advice->setObjectName(u"advice"_s);
    m_start->setIconName(u"play"_s);
    m_cancel->setIconName(u"close"_s);
    m_tables->setIconName(u"table"_s);
    for (widgets::Button *button : {m_tables, m_cancel, m_start})
        m_card->addHeaderWidget(button);
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setContentsMargins(16, 12, 16, 12);
    createTable();
    m_faces->addWidget(m_table);
    m_faces->addWidget(m_empty);
    m_card->body()->addWidget(m_faces, 1);
    m_card->body()->addWidget(m_advice);
    connect(m_start, &QAbstractButton::clicked, this, &TestCard::testRequested);
    connect(m_cancel, &QAbstractButton::clicked, &m_test, &ConnectionTest::cancel);
    connect(m_tables, &QAbstractButton::clicked, this, &TestCard::tablesRequested);
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &TestCard::testRequested);
    connect(&m_test, &ConnectionTest::changed, this, &TestCard::take);
    connect(&m_theme, &theme::Theme::changed, this, &TestCard::setWidths);
    retranslate();
}

void TestCard::createTable()
{
    using Column = StagesModel::Column;
    m_table->setObjectName(u"stages"_s);
    widgets::setUpTable(*m_table, m_theme, rowHeight);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(int(Column::Outcome), new widgets::StateChipDelegate(m_theme, m_table));
    m_table->horizontalHeader()->setSectionResizeMode(int(Column::Found), QHeaderView::Stretch);
}

void TestCard::setConnection(const Connection &connection, const QString &tablesObstacle)
{
    m_connection = connection;
    m_tables->setVisible(connection.kind == Connection::Kind::Bank && !connection.builtIn);
    m_tables->setEnabled(tablesObstacle.isEmpty());
    m_tables->setToolTip(tablesObstacle);
    take();
}

void TestCard::take()
{
    const bool isOurs = !m_test.reports().isEmpty() && m_test.connectionId() == m_connection.id;
    m_model->show(isOurs ? m_test.reports() : QList<StageReport>());
    m_faces->setCurrentIndex(isOurs ? 0 : 1);
    m_cancel->setVisible(m_test.isRunning());
    m_start->setEnabled(!m_test.isRunning());
    showAdvice();
}

/// What helps against the first thing that is wrong, else against the first that is worth a look.
void TestCard::showAdvice()
{
    const StageReport *told = nullptr;
    for (const StageReport &report : m_test.reports()) {
        if (report.outcome == Outcome::Failed)
            told = &report;
        if (report.outcome == Outcome::Noted && !told)
            told = &report;
    }
    const bool isShown = told && m_model->rowCount() > 0;
    m_advice->setVisible(isShown);
    if (!isShown)
        return;
    theme::setTone(*m_advice, told->outcome == Outcome::Failed ? theme::Tone::Bad : theme::Tone::Normal);
    m_advice->setText(tr("%1: %2. %3", "a step of a test, what was found, what helps")
                          .arg(stageName(told->stage), findingSentence(*told), findingRemedy(*told)));
}

void TestCard::setWidths()
{
    using Column = StagesModel::Column;
    QStringList steps;
    for (const Stage stage : {Stage::Address, Stage::Reach, Stage::Tls, Stage::Login, Stage::Schema, Stage::Rights})
        steps << stageName(stage);
    QStringList outcomes;
    for (const Outcome outcome : {Outcome::Running, Outcome::Passed, Outcome::Failed, Outcome::NotTried})
        outcomes << outcomeWord(outcome);
    widgets::fitColumn(*m_table, int(Column::Step), steps);
    widgets::fitColumn(*m_table, int(Column::Outcome), outcomes);
    m_table->setColumnWidth(int(Column::Outcome), m_table->columnWidth(int(Column::Outcome)) + chipExtra);
    widgets::fitColumn(*m_table, int(Column::Took), {widgets::formatDuration(core::Millis(59'900))});
}

void TestCard::retranslate()
{
    m_card->setTitle(tr("Connection test"));
    m_card->setSubtitle(tr("step by step, changes nothing"));
    m_start->setText(tr("Test"));
    m_cancel->setText(tr("Cancel"));
    m_tables->setText(tr("Create Example Tables…"));
    m_table->setAccessibleName(tr("Steps of the test"));
    m_empty->showEmpty(tr("Not tested yet"), tr("Each step tells how long it took and, if it fails, what helps."),
                       tr("Test Now"));
    m_model->retranslate();
    setWidths();
    take();
}

} // namespace ui
