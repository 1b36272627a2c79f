// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusstrip.h"

#include "ui/connections/connectiondelegate.h"
#include "ui/mainwindow/healthlabel.h"
#include "ui/session/connections.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/statusitem.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int stripHeight = 28;
constexpr int sideMargin = 8;
constexpr std::chrono::milliseconds tickInterval{500};

widgets::StatusItem *makeItem(const theme::Theme &theme, const QString &name, QHBoxLayout &row)
{
    auto *item = new widgets::StatusItem(theme);
    item->setObjectName(name);
    row.addWidget(item);
    return item;
}

} // namespace

StatusStrip::StatusStrip(const theme::Theme &theme, Session &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_updatedAt(session.now())
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(stripHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(sideMargin, 0, sideMargin, 0);
    row->setSpacing(0);
    m_connection = makeItem(theme, u"connectionState"_s, *row);
    m_live = makeItem(theme, u"live"_s, *row);
    m_page = makeItem(theme, u"pageText"_s, *row);
    row->addStretch();
    m_faults = makeItem(theme, u"faults"_s, *row);
    m_money = makeItem(theme, u"money"_s, *row);
    m_time = makeItem(theme, u"time"_s, *row);
    m_connection->setMark([this](const theme::Tokens &tokens) { return tokens.of(levelOf(m_engine.care)).mark; });
    m_live->setIconName(u"play"_s);
    m_faults->setIconName(u"bolt"_s);
    m_faults->setFocusPolicy(Qt::StrongFocus);
    m_faults->setCursor(Qt::PointingHandCursor);
    for (widgets::StatusItem *item : {m_connection, m_live, m_page})
        item->setElidable();
    m_money->setLineLeft(true);
    m_money->setFocusPolicy(Qt::StrongFocus);
    m_money->setCursor(Qt::PointingHandCursor);
    m_time->setIconName(u"clock"_s);
    m_time->setLineLeft(true);

    connect(m_faults, &QAbstractButton::clicked, this, &StatusStrip::faultsClicked);
    connect(&m_session.faults(), &FaultDesk::armedChanged, this, &StatusStrip::refreshFaults);
    connect(m_money, &QAbstractButton::clicked, this, &StatusStrip::moneyClicked);
    connect(&m_session, &Session::messagesChanged, this, &StatusStrip::noteUpdate);
    connect(&m_session, &Session::banksChanged, this, &StatusStrip::noteUpdate);
    connect(&m_session, &Session::banksChanged, this, &StatusStrip::refreshMoney);
    connect(&m_session, &Session::healthChanged, this, [this](const core::engine::Health &health) {
        if (health.state != m_shownState) // all else waits for the ticker
            refresh();
    });
    connect(&m_theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&m_ticker, &QTimer::timeout, this, &StatusStrip::refresh);
    m_ticker.start(tickInterval);
    retranslate();
}

void StatusStrip::setConnection(const Connection &connection)
{
    m_engine = connection;
    refresh();
    m_connection->update();
}

void StatusStrip::setPageText(const QString &text)
{
    m_page->setText(text);
    m_page->setVisible(!text.isEmpty());
    fitPage();
}

/// Where it is narrow what the page says is cut first: the others are read at a glance.
void StatusStrip::fitPage()
{
    int others = 2 * sideMargin;
    for (const widgets::StatusItem *item : {m_connection, m_live, m_faults, m_money, m_time})
        others += item->sizeHint().width();
    m_page->setMaximumWidth(qMax(m_page->minimumSizeHint().width(), width() - others));
}

void StatusStrip::noteUpdate()
{
    m_updatedAt = m_session.now();
}

void StatusStrip::refresh()
{
    const core::engine::Health health = m_session.health();
    m_shownState = health.state;
    const bool isRunning = health.state == core::engine::Health::State::Running;
    const QString label = Connections::labelOf(m_engine);
    m_connection->setText(isRunning ? tr("%1 · connected").arg(label)
                                    : u"%1 · %2"_s.arg(label, HealthLabel::word(health.state)));
    const double age = double((m_session.now() - m_updatedAt).count()) / 1000.0;
    m_live->setText(isRunning ? tr("Live · updated %1 s ago").arg(QLocale().toString(age, 'f', 1)) : tr("Not live"));
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(widgets::displayZone());
    m_time->setText(now.toString(u"yyyy-MM-dd HH:mm:ss "_s) + now.timeZoneAbbreviation());
    fitPage();
}

QString StatusStrip::moneyText(const BankTotals &totals) const
{
    if (!totals.known)
        return tr("Money: cannot be told yet");
    if (totals.missing() > core::Money())
        return tr("Missing %1").arg(widgets::formatMoney(totals.missing()));
    if (totals.missing() < core::Money())
        return tr("Too much: %1").arg(widgets::formatMoney(-totals.missing()));
    return tr("Money accounted for");
}

void StatusStrip::refreshMoney()
{
    const BankTotals totals = m_session.totals();
    const bool isGood = totals.known && totals.missing() == core::Money();
    m_money->setText(moneyText(totals));
    m_money->setIconName(totals.known && !isGood ? u"warning"_s : u"proof"_s);
    if (!totals.known)
        return m_money->setEmphasis(nullptr);
    m_money->setEmphasis(
        [isGood](const theme::Tokens &tokens) { return isGood ? tokens.succeed.text : tokens.failed.text; });
}

void StatusStrip::refreshFaults()
{
    const int count = int(m_session.faults().armed().size());
    m_faults->setText(count == 0 ? tr("No faults armed") : tr("%n fault(s) armed", nullptr, count));
    if (count == 0)
        return m_faults->setEmphasis(nullptr);
    m_faults->setEmphasis(&theme::Tokens::armedText);
}

void StatusStrip::retranslate()
{
    m_faults->setToolTip(tr("Failures provoked on purpose; a click opens the fault lab"));
    m_money->setToolTip(
        tr("Balances of both banks and what is in flight between them, against the total at the start"));
    m_time->setToolTip(widgets::displayZone() == QTimeZone::utc() ? tr("Times are UTC")
                                                                  : tr("Times are of this computer's zone"));
    refresh();
    refreshFaults();
    refreshMoney();
}

void StatusStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitPage();
}

void StatusStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().window);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.tokens().border);
}

} // namespace ui
