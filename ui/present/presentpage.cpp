// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/presentpage.h"

#include "ui/present/moneyflow.h"
#include "ui/present/presentstory.h"
#include "ui/present/stepbar.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int storiesMax = 50;
constexpr std::chrono::milliseconds tickEvery{500}; // countdowns, and what has changed meanwhile
constexpr int senderBank = 0;
constexpr int receiverBank = 1;

} // namespace

PresentPage::PresentPage(Session &session, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_title(new QLabel)
    , m_back(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_send(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_next(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_steps(new StepBar(theme))
    , m_flow(new MoneyFlow(theme))
    , m_headline(new QLabel)
    , m_explanation(new QLabel)
    , m_sum(new QLabel)
    , m_verdict(new QLabel)
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
{
    setObjectName(u"presentPage"_s);
    m_faces->addWidget(createStory());
    m_faces->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_faces);
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &PresentPage::refresh);
    connect(&m_session, &Session::banksChanged, this, &PresentPage::showStory);
    connect(m_back, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(m_send, &QAbstractButton::clicked, this, &PresentPage::send);
    connect(m_empty, &widgets::EmptyState::actionRequested, this,
            [this](widgets::EmptyState::Face face) { face == widgets::EmptyState::Face::Empty ? send() : refresh(); });
    retranslate();
}

QWidget *PresentPage::createHead()
{
    theme::setTextSize(*m_title, theme::TextSize::Kpi);
    m_back->setObjectName(u"presentBack"_s);
    m_send->setObjectName(u"presentSend"_s);
    m_next->setObjectName(u"presentNext"_s);
    m_send->setIconName(u"play"_s);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_title, 1);
    row->addWidget(m_back);
    row->addWidget(m_send);
    row->addWidget(m_next);
    return head;
}

QWidget *PresentPage::createSentence()
{
    theme::setTextSize(*m_headline, theme::TextSize::Truth);
    theme::setTone(*m_explanation, theme::Tone::Muted);
    m_explanation->setWordWrap(true);
    auto *card = new QFrame;
    card->setProperty("card", u"present"_s);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(32, 20, 32, 20);
    column->setSpacing(6);
    column->addWidget(m_headline);
    column->addWidget(m_explanation);
    return card;
}

QWidget *PresentPage::createSum()
{
    theme::setTextSize(*m_sum, theme::TextSize::Truth);
    theme::setTextSize(*m_verdict, theme::TextSize::DialogTitle);
    auto *sum = new QWidget;
    auto *row = new QHBoxLayout(sum);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_sum, 1);
    row->addWidget(m_verdict);
    return sum;
}

QWidget *PresentPage::createStory()
{
    auto *story = new QWidget;
    auto *column = new QVBoxLayout(story);
    column->setContentsMargins(48, 20, 48, 24);
    column->setSpacing(28);
    column->addWidget(createHead());
    column->addWidget(m_steps);
    column->addWidget(m_flow, 1);
    column->addWidget(createSentence());
    column->addWidget(createSum());
    return story;
}

void PresentPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch(true);
}

void PresentPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch(false);
}

void PresentPage::watch(bool on)
{
    if (std::exchange(m_watching, on) == on)
        return;
    if (!on)
        return m_tick.stop();
    m_tick.start();
    refresh();
}

void PresentPage::refresh()
{
    if (std::exchange(m_isReading, true))
        return;
    m_session.page({}, storiesMax, std::nullopt, this, [this](const core::Result<core::store::Page> &page) {
        m_isReading = false;
        take(page);
    });
}

void PresentPage::take(const core::Result<core::store::Page> &page)
{
    if (!page.ok()) {
        m_empty->showUnreachable(page.error().detail);
        return m_faces->setCurrentIndex(1);
    }
    m_rows = page->rows;
    m_faces->setCurrentIndex(m_rows.isEmpty() ? 1 : 0);
    m_empty->showEmpty(tr("No transfer yet"), tr("The first one is told here, step by step."),
                       m_session.readOnly() ? QString() : tr("Send 30.00"));
    showStory();
}

/// Back is to an older one; the newest of all is followed again.
void PresentPage::step(int rows)
{
    const auto here = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                   [this](const core::store::Summary &row) { return row.gid == m_chosen; });
    const qsizetype at = (here == m_rows.cend() ? 0 : here - m_rows.cbegin()) + rows;
    if (at < 0 || at >= m_rows.size())
        return;
    m_chosen = at == 0 ? QByteArray() : m_rows.at(at).gid;
    showStory();
}

void PresentPage::send()
{
    m_chosen.clear();
    const core::Status started = m_session.startTransfers(TransferOrder());
    if (!started.ok())
        m_explanation->setText(widgets::coreWords(started.error().detail));
    refresh();
}

QString PresentPage::balanceOf(int bank, int user) const
{
    for (const AccountRow &account : m_session.bank(bank).accounts) {
        if (account.userId == user)
            return widgets::formatMoney(account.balance);
    }
    return u"–"_s;
}

void PresentPage::showStory()
{
    if (m_rows.isEmpty())
        return;
    const auto chosen = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                     [this](const core::store::Summary &row) { return row.gid == m_chosen; });
    const auto shown = chosen == m_rows.cend() ? m_rows.cbegin() : chosen;
    const PresentStory story = storyOf(*shown);
    m_title->setText(storyTitle(story));
    m_steps->setSteps(storySteps(), int(story.stage));
    m_headline->setText(storyHeadline(story));
    m_explanation->setText(storyExplanation(story));
    const QString again =
        story.againAt ? tr("again in %1").arg(widgets::formatCountdown(*story.againAt - m_session.now())) : QString();
    m_flow->show(story, {tr("Bank A"), tr("User %1").arg(story.from), balanceOf(senderBank, story.fromUser())},
                 {tr("Bank B"), tr("User %1").arg(story.to), balanceOf(receiverBank, story.toUser())}, again);
    m_back->setEnabled(shown + 1 != m_rows.cend());
    m_next->setEnabled(shown != m_rows.cbegin());
    m_back->setToolTip(m_back->isEnabled() ? QString() : tr("This is the oldest one that is shown."));
    m_next->setToolTip(m_next->isEnabled() ? QString() : tr("This is the latest one."));
    showSum();
}

void PresentPage::showSum()
{
    const BankTotals totals = m_session.totals();
    m_sum->setText(tr("Bank A %1  +  in flight %2  +  bank B %3  =  %4")
                       .arg(widgets::formatMoney(totals.a), widgets::formatMoney(totals.inFlight),
                            widgets::formatMoney(totals.b), widgets::formatMoney(totals.total())));
    const bool isGood = totals.known && totals.missing() == core::Money();
    theme::setTone(*m_verdict, !totals.known ? theme::Tone::Muted : isGood ? theme::Tone::Good : theme::Tone::Bad);
    m_verdict->setText(!totals.known ? tr("Counting…")
                           : isGood  ? tr("All money accounted for")
                                     : tr("%1 missing").arg(widgets::formatMoney(totals.missing())));
}

void PresentPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PresentPage::retranslate()
{
    m_back->setText(tr("Back"));
    m_next->setText(tr("Next"));
    m_send->setText(tr("Send 30.00"));
    m_send->setEnabled(!m_session.readOnly());
    m_send->setToolTip(m_session.readOnly() ? tr("The console is read-only here.") : QString());
    m_empty->showLoading(tr("Reading transfers…"));
    emit statusTextChanged(tr("Presenting"));
    showStory();
}

} // namespace ui
