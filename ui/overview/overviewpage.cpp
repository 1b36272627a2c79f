// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overviewpage.h"

#include "ui/overview/alertlist.h"
#include "ui/overview/alertrulesdialog.h"
#include "ui/overview/errorgroupscard.h"
#include "ui/overview/flowcharts.h"
#include "ui/overview/kpirow.h"
#include "ui/overview/truthhead.h"
#include "ui/session/lookout.h"
#include "ui/session/readonlytransfers.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"

#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;

// How the height is shared.
constexpr int chartsShare = 4;
constexpr int errorsShare = 3;

/// A console that has just started shows what there is, not an empty hour before it.
core::TimePoint beginOf(const QList<FlowSample> &samples, FlowRange range, core::TimePoint now)
{
    constexpr std::chrono::minutes shortest{1};
    const core::TimePoint full = now - FlowSeries::length(range);
    return samples.isEmpty() ? full : std::max(full, std::min<core::TimePoint>(samples.first().at, now - shortest));
}

} // namespace

OverviewPage::OverviewPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_flow(session.lookout().flow())
    , m_overrides(session)
    , m_head(new TruthHead(theme))
    , m_silence(new widgets::Banner(theme))
    , m_alerts(new AlertList(theme, session.lookout().alerts()))
    , m_kpis(new KpiRow(theme))
    , m_charts(new FlowCharts(theme))
    , m_errors(new ErrorGroupsCard(theme, m_clock))
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
{
    m_silence->setObjectName(u"silence"_s);
    m_silence->hide();
    m_empty->setObjectName(u"overviewEmpty"_s);
    auto *retry = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Retry"));
    retry->setObjectName(u"retrySilence"_s);
    m_silence->addAction(retry);
    connect(retry, &QAbstractButton::clicked, this, &OverviewPage::refresh);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(gap);
    column->addWidget(m_head);
    column->addWidget(m_silence);
    column->addWidget(m_alerts);
    m_faces->addWidget(createBody());
    m_faces->addWidget(m_empty);
    column->addWidget(m_faces, 1);
    auto *scroll = new widgets::ColumnScroll(content);
    scroll->setObjectName(u"scroll"_s);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connectParts();
    retranslate();
}

OverviewPage::~OverviewPage() = default;

QWidget *OverviewPage::createBody()
{
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    column->addWidget(m_kpis);
    column->addWidget(m_charts, chartsShare);
    column->addWidget(m_errors, errorsShare);
    return body;
}

void OverviewPage::connectParts()
{
    connect(&m_flow, &FlowWatch::changed, this, &OverviewPage::take);
    connect(&m_session, &Session::banksChanged, this, &OverviewPage::takeTruth);
    connect(&m_session, &Session::engineChanged, this, &OverviewPage::take);
    connect(m_head, &TruthHead::pauseToggled, this, &OverviewPage::togglePause);
    connect(m_head, &TruthHead::rangeChanged, this, &OverviewPage::takeFlow);
    connect(m_head, &TruthHead::stalledWanted, this, [this] { emit openMessages(u"status:stalled"_s); });
    connect(m_alerts, &AlertList::openWanted, this, &OverviewPage::openAlert);
    connect(m_alerts, &AlertList::rulesWanted, this, &OverviewPage::changeRules);
    connect(m_errors, &ErrorGroupsCard::openMessages, this, &OverviewPage::openMessages);
    connect(m_errors, &ErrorGroupsCard::longerRangeWanted, this, [this] { m_head->setRange(FlowRange::Day); });
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &OverviewPage::actOnFace);
}

void OverviewPage::refresh()
{
    m_flow.read();
    m_session.readBanks();
}

void OverviewPage::togglePause()
{
    m_isPaused = !m_isPaused;
    m_pausedAt = m_clock.now();
    m_head->setPaused(m_isPaused);
    take();
}

void OverviewPage::take()
{
    if (!isVisible())
        return;
    takeTruth();
    showFace();
    showSilence();
    if (!m_isPaused)
        takeFlow();
    showStatus();
}

void OverviewPage::takeTruth()
{
    const BankPage sender = m_session.bank(0);
    const bool wasRead = sender.readAt != core::TimePoint();
    m_head->setTruth(truthOf(
        {.counts = m_flow.counts(),
         .storeProblem = m_flow.problem(),
         .totals = m_session.totals(),
         .bankProblem = bankProblem(),
         .sinceRead = wasRead ? std::optional(std::max(core::Millis(0), m_clock.now() - sender.readAt)) : std::nullopt,
         .overridden = m_overrides.gids()}));
    m_head->setNeedsYou(m_flow.backlog() ? m_flow.backlog()->stalled : 0);
}

QString OverviewPage::bankProblem() const
{
    const BankPage sender = m_session.bank(0);
    return sender.problem.isEmpty() ? m_session.bank(1).problem : sender.problem;
}

/// Also while paused when the range is another: from what was sampled until now.
void OverviewPage::takeFlow()
{
    const FlowRange range = m_head->range();
    const FlowSeries &series = m_flow.series();
    const core::TimePoint now = m_clock.now();
    m_kpis->setFlow(series.samples(FlowRange::FiveMinutes), m_flow.backlog());
    const QList<FlowSample> samples = series.samples(range);
    m_charts->setSamples(samples, beginOf(samples, range, now), now);
    m_errors->show(m_flow.failures(), range, m_flow.retrying(), m_flow.hasMoreRetrying());
}

void OverviewPage::showFace()
{
    const bool isEmpty = m_flow.counts() && m_flow.counts()->total == 0;
    const bool hasNothing = !m_flow.counts() || isEmpty;
    m_faces->setCurrentIndex(hasNothing ? 1 : 0);
    const auto policy = hasNothing ? QSizePolicy::Ignored : QSizePolicy::Preferred;
    m_faces->widget(0)->setSizePolicy(policy, policy); // nothing is scrolled for charts that are not shown
    if (!hasNothing)
        return;
    m_empty->setObstacle(areTransfersReadOnly(m_session) ? tr("Read-only: nothing can be sent") : QString());
    if (isEmpty)
        return m_empty->showEmpty(tr("No messages yet"), tr("Send a first transfer and watch it here."),
                                  tr("New Transfer"));
    if (!m_flow.problem().isEmpty())
        return m_empty->showUnreachable(m_flow.problem());
    if (const EngineState &engine = m_session.engine(); engine.phase == EngineState::Phase::Away)
        return m_empty->showUnreachable(engine.problem);
    m_empty->showLoading(tr("Reading the store…"));
}

/// What is shown is old: since when, and why.
void OverviewPage::showSilence()
{
    const bool isSilent = m_flow.counts() && !m_flow.problem().isEmpty();
    m_silence->setVisible(isSilent);
    if (isSilent)
        m_silence->setContent(
            widgets::Banner::Tone::Bad, tr("The store cannot be read."),
            tr("What waits was last read at %1. %2")
                .arg(widgets::formatTimeOfDay(*m_flow.countsAt()), widgets::coreWords(m_flow.problem())));
}

void OverviewPage::actOnFace()
{
    if (m_empty->face() == widgets::EmptyState::Face::Empty)
        return emit openTransfer();
    refresh();
}

void OverviewPage::openAlert(AlertKind kind)
{
    switch (kind) {
    case AlertKind::PreparedTooOld:
        return emit openMessages(
            u"status:prepared age>%1s"_s.arg(m_session.lookout().alerts().rules().preparedMax.count()));
    case AlertKind::Stalled:
        return emit openMessages(u"status:stalled"_s);
    case AlertKind::MoneyWrong:
        return emit openAccounts();
    case AlertKind::StoreAway:
        return refresh();
    }
}

void OverviewPage::changeRules()
{
    Alerts &alerts = m_session.lookout().alerts();
    if (const auto changed = AlertRulesDialog::ask(m_theme, alerts.rules(), this))
        alerts.setRules(*changed);
}

void OverviewPage::showAlerts()
{
    m_alerts->focusFirst();
}

void OverviewPage::showStatus()
{
    if (m_isPaused)
        return emit statusTextChanged(tr("Paused at %1").arg(widgets::formatTimeOfDay(m_pausedAt)));
    const auto counts = m_flow.counts();
    emit statusTextChanged(counts ? tr("%Ln message(s)", nullptr, int(counts->total)) : QString());
}

void OverviewPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    take();
}

/// A button that has the focus takes Space for itself.
void OverviewPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        return togglePause();
    QWidget::keyPressEvent(event);
}

void OverviewPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void OverviewPage::retranslate()
{
    findChild<widgets::Button *>(u"retrySilence"_s)->setText(tr("Retry"));
    findChild<QScrollArea *>(u"scroll"_s)->setAccessibleName(tr("Overview"));
    m_head->retranslate();
    m_alerts->retranslate();
    m_kpis->retranslate();
    m_charts->retranslate();
    m_errors->retranslate();
    take();
}

} // namespace ui
