// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/faultlabpage.h"

#include "ui/faultlab/faultcard.h"
#include "ui/faultlab/heldlist.h"
#include "ui/faultlab/pointscard.h"
#include "ui/faultlab/pointwords.h"
#include "ui/faultlab/scenariolab.h"
#include "ui/faultlab/transfercard.h"
#include "ui/faultlab/transferrun.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tabstrip.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QStackedWidget>
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
    , m_banner(new widgets::Banner(theme))
    , m_clear(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_switch(new widgets::Switch(theme, {}))
    , m_held(new HeldList(theme))
    , m_points(new PointsCard(theme))
    , m_turns(new widgets::TabStrip(theme))
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
    m_switch->setObjectName(u"labSwitch"_s);
    m_switch->setCheckable(true);
    m_points->addHeaderWidget(m_switch);
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

QWidget *FaultLabPage::createMiddle()
{
    auto *middle = new QWidget;
    middle->setLayout(m_middle);
    m_middle->setContentsMargins(0, 0, 0, 0);
    m_middle->setSpacing(gap);
    m_bottom->addWidget(m_transferCard);
    m_bottom->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_middle->addWidget(m_points, 1);
    m_middle->addWidget(m_bottom);
    return middle;
}

void FaultLabPage::connectParts()
{
    connect(m_clear, &QAbstractButton::clicked, &m_faults, &FaultDesk::clear);
    connect(m_switch, &QAbstractButton::toggled, &m_faults, &FaultDesk::setOn);
    connect(m_points, &PointsCard::chosen, this, &FaultLabPage::take);
    connect(m_points, &PointsCard::settingsWanted, m_settings, &FaultCard::focusModes);
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
            [this](const QByteArray &point) { m_points->setStrikes(point, m_faults.strikesAt(point)); });
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
    const int picture = m_points->leastPicture().width();
    const int needed = m_scenarios->list()->minimumWidth() + m_settings->minimumWidth() + picture + 6 * gap;
    const bool isNarrow = width() < needed;
    const bool isRun = m_scenarios->showsRun(); // the point is not seen: the room of its settings is the run's
    const bool isList = isRun || m_turns->current() == scenariosTurn;
    m_turns->setVisible(isNarrow && !isRun);
    m_scenarios->list()->setVisible(!isNarrow || isList);
    m_settings->setVisible(!isRun && (!isNarrow || !isList));
    m_points->setPictureWhole(isNarrow);
}

void FaultLabPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSides();
}

void FaultLabPage::choosePoint(int number)
{
    m_points->setCurrent(number);
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
}

void FaultLabPage::apply(const core::Fault &fault, int inPlaceOf)
{
    const core::Status armed = m_faults.arm(fault, inPlaceOf);
    m_settings->showProblem(armed.ok() ? QString() : widgets::coreWords(armed.error().detail));
}

void FaultLabPage::refresh()
{
    showAll();
    showAllowed();
}

void FaultLabPage::showAll()
{
    const QList<core::ArmedFault> armed = m_faults.armed();
    m_points->setArmed(armed);
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
    m_points->setState({.armed = m_faults.armed(),
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

void FaultLabPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FaultLabPage::retranslate()
{
    m_turns->setAccessibleName(tr("Beside the picture"));
    m_turns->setTabText(scenariosTurn, tr("Scenarios"));
    m_turns->setTabText(settingsTurn, tr("Settings of the point"));
    m_switch->setText(tr("Fault lab"));
    m_clear->setText(tr("Clear all faults"));
    m_toRun->setText(tr("This run"));
    m_points->retranslate();
    m_settings->retranslate();
    m_held->retranslate();
    m_transferCard->retranslate();
    m_scenarios->retranslate();
    refresh();
}

} // namespace ui
