// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/faultlabpage.h"

#include "ui/faultlab/faultcard.h"
#include "ui/faultlab/heldlist.h"
#include "ui/faultlab/pointsmodel.h"
#include "ui/faultlab/pointwords.h"
#include "ui/faultlab/protocoldiagram.h"
#include "ui/faultlab/scenariolab.h"
#include "ui/faultlab/transfercard.h"
#include "ui/faultlab/transferrun.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/tabstrip.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int listWidth = 272;
constexpr int settingsWidth = 320;
const QString scenariosTurn = u"scenarios"_s;
const QString settingsTurn = u"settings"_s;
constexpr char firstChosen[] = "receiver.request"; ///< what the receiver answers: where most failures of others are

/// Three cards side by side. A scroll area makes them as high as a layout says for their width, which is as high as
/// they would like to be; they can be lower.
class CardRow final : public QHBoxLayout
{
public:
    int heightForWidth(int width) const override
    {
        if (m_isReckoning)
            return QHBoxLayout::heightForWidth(width);
        const QScopedValueRollback reckoning(m_isReckoning, true); // the least height is reckoned with the other
        return minimumHeightForWidth(width);
    }

private:
    mutable bool m_isReckoning = false;
};

QList<diagram::Lane> lanesOf(const QList<FaultDesk::Part> &parts)
{
    QList<diagram::Lane> lanes;
    for (const FaultDesk::Part part : parts) {
        switch (part) {
        case FaultDesk::Part::Engine:
            lanes << diagram::Lane::Coordinator;
            break;
        case FaultDesk::Part::BankA:
            lanes << diagram::Lane::Sender;
            break;
        case FaultDesk::Part::BankB:
            lanes << diagram::Lane::Receiver;
            break;
        }
    }
    return lanes;
}

} // namespace

FaultLabPage::FaultLabPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_faults(session.faults())
    , m_run(new TransferRun(session, this))
    , m_model(new PointsModel(this))
    , m_banner(new widgets::Banner(theme))
    , m_clear(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_switch(new widgets::Switch(theme, {}))
    , m_held(new HeldList(theme))
    , m_points(new widgets::Card)
    , m_hint(new widgets::ElidedLabel)
    , m_turns(new widgets::TabStrip(theme))
    , m_picture(new QScrollArea)
    , m_faces(new QStackedWidget)
    , m_diagram(new ProtocolDiagram(theme))
    , m_table(new QTableView)
    , m_asTable(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
    , m_settings(new FaultCard(theme))
    , m_bottom(new QStackedWidget)
    , m_transferCard(new TransferCard(session, *m_run, theme))
    , m_row(new CardRow)
    , m_middle(new QVBoxLayout)
    , m_scenarios(new ScenarioLab(session, ScenarioPlayer::usualProgram(), theme, *this))
    , m_toRun(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
{
    setObjectName(u"faultlabPage"_s);
    m_clear->setObjectName(u"clearFaults"_s);
    m_clear->setIconName(u"close"_s);
    m_banner->setObjectName(u"armedBanner"_s);
    m_banner->addAction(m_clear);
    m_held->setObjectName(u"heldList"_s);
    m_turns->setObjectName(u"turns"_s);
    for (const QString &turn : {scenariosTurn, settingsTurn})
        m_turns->addTab(turn, {});
    m_row->setSpacing(gap);
    m_row->addWidget(createMiddle(), 1);
    m_row->addWidget(m_settings);
    placeScenarios();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap);
    column->addWidget(m_banner);
    column->addWidget(m_held);
    column->addWidget(m_turns, 0, Qt::AlignLeft);
    column->addWidget(createScroll(), 1);
    connectParts();
    retranslate();
    choosePoint(protocolPoint(firstChosen)->number);
}

/// Three cards side by side want more room than a narrow window has.
QWidget *FaultLabPage::createScroll()
{
    auto *inner = new QWidget;
    m_row->setContentsMargins(0, 0, 0, 0);
    inner->setLayout(m_row);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    return scroll;
}

QWidget *FaultLabPage::createPoints()
{
    m_diagram->setObjectName(u"protocol"_s);
    m_table->setObjectName(u"faultPoints"_s);
    m_switch->setObjectName(u"labSwitch"_s);
    m_switch->setCheckable(true);
    m_asTable->setObjectName(u"pointsAsTable"_s);
    m_asTable->setCheckable(true);
    widgets::setUpTable(*m_table, m_theme, 28);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    new widgets::StretchColumn(*m_table, int(PointsModel::Column::Title));
    m_picture->setFrameShape(QFrame::NoFrame);
    m_picture->setWidgetResizable(true);
    m_picture->setWidget(m_diagram);
    m_picture->setFocusPolicy(Qt::NoFocus);
    m_faces->addWidget(m_picture);
    m_faces->addWidget(m_table);
    theme::setTextSize(*m_hint, theme::TextSize::Small);
    theme::setTone(*m_hint, theme::Tone::Muted);
    m_points->addHeaderWidget(m_hint);
    m_points->addHeaderWidget(m_asTable);
    m_points->addHeaderWidget(m_switch);
    m_points->body()->setContentsMargins(gap, 0, gap, gap);
    m_points->body()->addWidget(m_faces, 1);
    return m_points;
}

QWidget *FaultLabPage::createMiddle()
{
    auto *middle = new QWidget;
    middle->setLayout(m_middle);
    m_middle->setContentsMargins(0, 0, 0, 0);
    m_middle->setSpacing(gap);
    m_bottom->addWidget(m_transferCard);
    m_bottom->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_middle->addWidget(createPoints(), 1);
    m_middle->addWidget(m_bottom);
    return middle;
}

void FaultLabPage::connectParts()
{
    connect(m_clear, &QAbstractButton::clicked, &m_faults, &FaultDesk::clear);
    connect(m_switch, &QAbstractButton::toggled, &m_faults, &FaultDesk::setOn);
    connect(m_asTable, &QAbstractButton::toggled, this, &FaultLabPage::showTable);
    connect(m_diagram, &ProtocolDiagram::currentChanged, this, &FaultLabPage::take);
    connect(m_diagram, &ProtocolDiagram::activated, this, [this](int number) {
        take(number);
        m_settings->focusModes();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FaultLabPage::chooseFromTable);
    connect(m_table, &QTableView::activated, m_settings, &FaultCard::focusModes);
    connect(m_settings, &FaultCard::applied, this, &FaultLabPage::apply);
    connect(m_settings, &FaultCard::disarmed, this, [this](int id) { m_faults.disarm(id); });
    connect(m_held, &HeldList::released, this,
            [this](quint64 id, const std::optional<core::Strike> &as) { (void)m_faults.release(id, as); });
    connect(m_transferCard, &TransferCard::openMessage, this, &FaultLabPage::openMessage);
    connect(m_turns, &widgets::TabStrip::currentChanged, this, &FaultLabPage::fitSides);
    connect(m_run, &TransferRun::changed, this, &FaultLabPage::showDiagram);
    connect(&m_faults, &FaultDesk::armedChanged, this, &FaultLabPage::showAll);
    connect(&m_faults, &FaultDesk::heldChanged, this, &FaultLabPage::showAll);
    connect(&m_faults, &FaultDesk::downChanged, this, &FaultLabPage::showDiagram);
    connect(&m_faults, &FaultDesk::allowedChanged, this, &FaultLabPage::showAllowed);
    connect(&m_faults, &FaultDesk::struck, this,
            [this](const QByteArray &point) { m_model->setStrikes(point, m_faults.strikesAt(point)); });
    connect(&m_theme, &theme::Theme::changed, this, &FaultLabPage::setWidths);
}

/// The list at the left. Below the picture is the story of the scenario that was chosen last, or the single transfer
/// once a point was.
void FaultLabPage::placeScenarios()
{
    const auto fitWidths = [this] {
        const double factor = qMax(1.0, m_theme.textScale());
        m_scenarios->list()->setFixedWidth(qRound(listWidth * factor));
        m_settings->setFixedWidth(qRound(settingsWidth * factor));
        fitSides();
    };
    connect(&m_theme, &theme::Theme::changed, this, fitWidths);
    fitWidths();
    m_row->insertWidget(0, m_scenarios->list());
    m_bottom->addWidget(m_scenarios->story());
    m_middle->insertWidget(1, m_scenarios->run(), 1);
    m_toRun->setObjectName(u"showRun"_s);
    m_toRun->hide();
    m_points->addHeaderWidget(m_toRun);
    connect(m_toRun, &QAbstractButton::clicked, this, [this] { m_scenarios->setShowsRun(true); });
    connect(m_scenarios, &ScenarioLab::showsRunChanged, this, [this] {
        m_points->setVisible(!m_scenarios->showsRun());
        if (m_scenarios->showsRun())
            m_bottom->setCurrentWidget(m_scenarios->story());
        fitSides();
        m_toRun->show(); // once there was a run
    });
    const auto showStory = [this] { m_bottom->setCurrentWidget(m_scenarios->story()); };
    connect(&m_scenarios->player(), &ScenarioPlayer::currentChanged, this, showStory);
    connect(m_scenarios, &ScenarioLab::storyWanted, this, showStory);
    connect(&m_scenarios->player(), &ScenarioPlayer::playingChanged, this, showStory);
    connect(m_scenarios, &ScenarioLab::statusTextChanged, this, &FaultLabPage::tellStatus);
}

/// Three cards side by side want more room than a narrow window has: there the list and the settings take turns.
void FaultLabPage::fitSides()
{
    if (!m_turns->parentWidget())
        return; // not in its place yet: it would be a window
    const int picture = m_diagram->minimumSizeHint().width();
    const int needed = m_scenarios->list()->minimumWidth() + m_settings->minimumWidth() + picture + 6 * gap;
    const bool isNarrow = width() < needed;
    const bool isRun = m_scenarios->showsRun(); // the point is not seen: the room of its settings is the run's
    const bool isList = isRun || m_turns->current() == scenariosTurn;
    m_turns->setVisible(isNarrow && !isRun);
    m_scenarios->list()->setVisible(!isNarrow || isList);
    m_settings->setVisible(!isRun && (!isNarrow || !isList));
    m_picture->setMinimumHeight(isNarrow ? m_diagram->minimumSizeHint().height() : 0); // rather the page is scrolled
}

void FaultLabPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSides();
}

void FaultLabPage::choosePoint(int number)
{
    m_diagram->setCurrent(number);
    take(number);
}

/// Shows the settings of a point, wherever it was chosen.
void FaultLabPage::take(int number)
{
    const ProtocolPoint *point = protocolPoint(number);
    if (!point)
        return;
    m_settings->showPoint(point->name, m_faults.armed());
    m_turns->setCurrent(settingsTurn);
    fitSides();
    if (!m_scenarios->player().isPlaying())
        m_bottom->setCurrentWidget(m_transferCard);
    if (m_table->currentIndex().row() != number - 1)
        m_table->selectRow(number - 1);
}

void FaultLabPage::chooseFromTable()
{
    const int number = m_table->currentIndex().row() + 1;
    if (number > 0 && number != m_diagram->current())
        choosePoint(number);
}

void FaultLabPage::apply(const core::Fault &fault, int inPlaceOf)
{
    const core::Status armed = m_faults.arm(fault, inPlaceOf);
    m_settings->showProblem(armed.ok() ? QString() : widgets::coreWords(armed.error().detail));
}

void FaultLabPage::showTable(bool on)
{
    const bool hadFocus = m_diagram->hasFocus() || m_table->hasFocus();
    m_faces->setCurrentIndex(on ? 1 : 0);
    if (hadFocus)
        on ? m_table->setFocus() : m_diagram->setFocus();
    m_asTable->setText(on ? tr("show as picture") : tr("show as table"));
}

void FaultLabPage::refresh()
{
    showAll();
    showAllowed();
}

void FaultLabPage::showAll()
{
    const QList<core::ArmedFault> armed = m_faults.armed();
    m_model->setArmed(armed);
    m_settings->setArmed(armed);
    m_held->showHeld(m_faults.held());
    showBanner();
    showDiagram();
}

void FaultLabPage::showBanner()
{
    const QList<core::ArmedFault> armed = m_faults.armed();
    QStringList texts;
    for (const core::ArmedFault &one : armed) {
        const ProtocolPoint *point = protocolPoint(one.fault.point);
        texts << (point ? u"%1 · "_s.arg(point->number) : QString()) + PointWords::armed(one);
    }
    m_armedText = texts.join(u" · "_s); // how many, the status bar tells on every page
    const QString count = armed.isEmpty() ? tr("No faults armed") : tr("%n fault(s) armed", nullptr, int(armed.size()));
    m_banner->setVisible(!armed.isEmpty());
    m_banner->setContent(widgets::Banner::Tone::Armed, count, texts.join(u"   |   "_s));
    tellStatus();
}

/// A scenario that is played counts for more than what is armed.
void FaultLabPage::tellStatus()
{
    const QString played = m_scenarios->statusText();
    emit statusTextChanged(played.isEmpty() ? m_armedText : played);
}

void FaultLabPage::showDiagram()
{
    m_diagram->setState({.armed = m_faults.armed(),
                         .held = m_faults.held(),
                         .isFollowing = m_run->hasStarted(),
                         .passed = m_run->passed(),
                         .struck = m_run->struck(),
                         .down = lanesOf(m_faults.down())});
}

void FaultLabPage::showAllowed()
{
    const bool canSwitch = m_faults.isAllowed() || m_faults.bar() == FaultDesk::Bar::Off;
    m_switch->setEnabled(canSwitch);
    m_switch->setChecked(m_faults.isOn());
    m_switch->setToolTip(m_faults.isAllowed() ? tr("Faults can be armed; off clears all.") : m_faults.whyNot());
    m_settings->setWhyNot(m_faults.whyNot());
    showAll();
}

void FaultLabPage::setWidths()
{
    using Column = PointsModel::Column;
    widgets::fitColumn(*m_table, int(Column::Number), {u"24"_s});
    widgets::fitColumn(*m_table, int(Column::Phase), {PointWords::phase(ProtocolPhase::LocalTransaction)});
    QStringList who;
    for (const diagram::Head &head : diagram::SequenceWords::heads(tr("Bank A"), tr("Bank B")))
        who << head.title;
    widgets::fitColumn(*m_table, int(Column::Who), who);
    widgets::fitColumn(*m_table, int(Column::Armed),
                       {u"%1, %2"_s.arg(PointWords::mode(core::FaultMode::Drop), PointWords::left({}))});
    widgets::fitColumn(*m_table, int(Column::Strikes), {u"1,000"_s});
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
    m_turns->setAccessibleName(tr("Beside the picture"));
    m_turns->setTabText(scenariosTurn, tr("Scenarios"));
    m_turns->setTabText(settingsTurn, tr("Settings of the point"));
    m_points->setSubtitle(tr("%n point(s)", nullptr, int(protocolPoints().size())));
    m_hint->setText(tr("click a point to arm it · arrow keys move"));
    m_switch->setText(tr("Fault lab"));
    m_clear->setText(tr("Clear all faults"));
    m_toRun->setText(tr("This run"));
    m_diagram->setAccessibleName(tr("The protocol and its fault points"));
    m_diagram->setAccessibleDescription(
        tr("Arrow keys go from point to point, Enter goes to its settings. The same is there as a table."));
    m_table->setAccessibleName(tr("Fault points"));
    showTable(m_asTable->isChecked());
    m_model->retranslate();
    m_settings->retranslate();
    m_held->retranslate();
    m_transferCard->retranslate();
    m_scenarios->retranslate();
    setWidths();
    refresh();
}

} // namespace ui
