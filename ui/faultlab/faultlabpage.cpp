// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/faultlabpage.h"

#include "ui/faultlab/pointsmodel.h"
#include "ui/faultlab/pointwords.h"
#include "ui/faultlab/scenariolab.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tablesetup.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int listWidth = 272;

} // namespace

FaultLabPage::FaultLabPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_faults(session.faults())
    , m_model(new PointsModel(this))
    , m_banner(new widgets::Banner(theme))
    , m_clear(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_switch(new widgets::Switch(theme, {}))
    , m_points(new widgets::Card)
    , m_table(new QTableView)
    , m_row(new QHBoxLayout)
    , m_middle(new QVBoxLayout)
    , m_scenarios(new ScenarioLab(session, ScenarioPlayer::usualProgram(), theme, *this))
    , m_toRun(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
{
    setObjectName(u"faultLabPage"_s);
    m_clear->setObjectName(u"clearFaults"_s);
    m_clear->setIconName(u"close"_s);
    m_switch->setObjectName(u"labSwitch"_s);
    m_switch->setCheckable(true);
    m_banner->setObjectName(u"armedBanner"_s);
    m_banner->addAction(m_clear);
    m_middle->setSpacing(gap);
    m_middle->addWidget(createPoints(), 1);
    m_row->setSpacing(gap);
    m_row->addLayout(m_middle, 1);
    placeScenarios();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_banner);
    column->addLayout(m_row, 1);
    connect(m_clear, &QAbstractButton::clicked, &m_faults, &FaultDesk::clear);
    connect(m_switch, &QAbstractButton::toggled, &m_faults, &FaultDesk::setOn);
    connect(&m_faults, &FaultDesk::armedChanged, this, &FaultLabPage::showArmed);
    connect(m_scenarios, &ScenarioLab::statusTextChanged, this, &FaultLabPage::showStatus);
    connect(&m_faults, &FaultDesk::allowedChanged, this, &FaultLabPage::showAllowed);
    connect(&m_faults, &FaultDesk::struck, this,
            [this](const QByteArray &point) { m_model->setStrikes(point, m_faults.strikesAt(point)); });
    retranslate();
}

QWidget *FaultLabPage::createPoints()
{
    m_table->setObjectName(u"faultPoints"_s);
    widgets::setUpTable(*m_table, m_theme, 28);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(int(PointsModel::Column::Title), QHeaderView::Stretch);
    m_points->addHeaderWidget(m_switch);
    m_points->body()->addWidget(m_table, 1);
    return m_points;
}

/// The list at the left, the story of the one that is played below the diagram.
void FaultLabPage::placeScenarios()
{
    m_scenarios->list()->setFixedWidth(listWidth);
    m_row->insertWidget(0, m_scenarios->list());
    m_middle->addWidget(m_scenarios->run(), 1);
    m_middle->addWidget(m_scenarios->story());
    m_toRun->setObjectName(u"showRun"_s);
    m_toRun->hide();
    m_points->addHeaderWidget(m_toRun);
    connect(m_toRun, &QAbstractButton::clicked, this, [this] { m_scenarios->setShowsRun(true); });
    connect(m_scenarios, &ScenarioLab::showsRunChanged, this, [this] {
        m_points->setVisible(!m_scenarios->showsRun());
        m_toRun->show(); // once there was a run
    });
}

void FaultLabPage::refresh()
{
    showArmed();
    showAllowed();
}

void FaultLabPage::showArmed()
{
    const QList<core::ArmedFault> armed = m_faults.armed();
    m_model->setArmed(armed);
    QStringList texts;
    for (const core::ArmedFault &one : armed)
        texts << PointWords::armed(one);
    m_banner->setVisible(!armed.isEmpty());
    m_banner->setContent(widgets::Banner::Tone::Armed, tr("%n fault(s) armed", nullptr, int(armed.size())),
                         texts.join(u" · "_s));
    showStatus();
}

/// A scenario that is played comes first: the banner tells of the faults.
void FaultLabPage::showStatus()
{
    const int armed = int(m_faults.armed().size());
    const QString scenario = m_scenarios->statusText();
    emit statusTextChanged(!scenario.isEmpty() ? scenario
                               : armed == 0    ? tr("No faults armed")
                                               : tr("%n fault(s) armed", nullptr, armed));
}

void FaultLabPage::showAllowed()
{
    const bool canSwitch = m_faults.isAllowed() || m_faults.bar() == FaultDesk::Bar::Off;
    m_switch->setEnabled(canSwitch);
    m_switch->setChecked(m_faults.isOn());
    m_switch->setToolTip(m_faults.isAllowed() ? tr("Faults can be armed; off clears all.") : m_faults.whyNot());
}

void FaultLabPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FaultLabPage::retranslate()
{
    m_points->setTitle(tr("Fault points"));
    m_points->setSubtitle(tr("%n point(s)", nullptr, int(protocolPoints().size())));
    m_switch->setText(tr("Fault lab"));
    m_clear->setText(tr("Clear all faults"));
    m_toRun->setText(tr("This run"));
    m_table->setAccessibleName(tr("Fault points"));
    m_model->retranslate();
    m_scenarios->retranslate();
    refresh();
}

} // namespace ui
