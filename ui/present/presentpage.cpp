// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/presentpage.h"

#include "ui/moments/recordingmoments.h"
#include "ui/present/presentstory.h"
#include "ui/present/storyteller.h"
#include "ui/present/storyview.h"
#include "ui/session/connections.h"
#include "ui/session/readonlytransfers.h"
#include "ui/session/scenarioplayer.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

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
    , m_view(new StoryView(theme))
    , m_choose(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_chooseFirst(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_back(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_send(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_next(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_empty(new widgets::EmptyState(theme))
    , m_faces(new QStackedWidget)
    , m_stories(new QMenu(this))
{
    setObjectName(u"presentPage"_s);
    addButtons();
    auto *scroll = new widgets::ColumnScroll(m_view); // large type is scrolled, not squeezed
    scroll->setFocusPolicy(Qt::NoFocus);
    m_faces->addWidget(scroll);
    m_faces->addWidget(createEmpty());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_faces);
    m_tick.setInterval(tickEvery);
    connect(&m_tick, &QTimer::timeout, this, &PresentPage::refresh);
    connect(&m_session, &Session::banksChanged, this, &PresentPage::showStory);
    connect(m_back, &QAbstractButton::clicked, this, &PresentPage::stepBack);
    connect(m_next, &QAbstractButton::clicked, this, &PresentPage::stepOn);
    connect(m_send, &QAbstractButton::clicked, this, &PresentPage::playOrSend);
    connect(m_stories, &QMenu::aboutToShow, this, &PresentPage::fillStories);
    for (widgets::Button *button : {m_choose, m_chooseFirst})
        connect(button, &QAbstractButton::clicked, this,
                [this, button] { m_stories->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    connect(m_empty, &widgets::EmptyState::actionRequested, this, &PresentPage::takeEmptyAction);
    m_empty->showLoading(tr("Reading transfers…"));
    m_faces->setCurrentIndex(1);
    retranslate();
}

void PresentPage::addButtons()
{
    m_back->setObjectName(u"presentBack"_s);
    m_send->setObjectName(u"presentSend"_s);
    m_next->setObjectName(u"presentNext"_s);
    m_send->setIconName(u"play"_s);
    m_choose->setObjectName(u"presentStories"_s);
    m_choose->setIconName(u"faultlab"_s);
    m_chooseFirst->setObjectName(u"presentFirstStory"_s);
    m_stories->setObjectName(u"presentStoriesMenu"_s);
    m_stories->setToolTipsVisible(true);
    for (widgets::Button *button : {m_choose, m_chooseFirst}) {
        button->setIconName(u"faultlab"_s);
        button->hide(); // until there are some to choose from
    }
    for (widgets::Button *button : {m_choose, m_back, m_send, m_next})
        m_view->addButton(button);
}

QWidget *PresentPage::createEmpty()
{
    auto *face = new QWidget;
    auto *column = new QVBoxLayout(face);
    column->setContentsMargins(48, 48, 48, 48);
    m_empty->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addStretch(1);
    column->addWidget(m_empty);
    column->addWidget(m_chooseFirst, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return face;
}

void PresentPage::takeEmptyAction()
{
    if (isTelling())
        return tell(m_player().current()); // once more
    m_empty->face() == widgets::EmptyState::Face::Empty ? send() : refresh();
}

void PresentPage::setStories(std::function<ScenarioPlayer &()> player)
{
    m_player = std::move(player);
    for (widgets::Button *button : {m_choose, m_chooseFirst})
        button->show();
    showStory();
}

bool PresentPage::isTelling() const
{
    return m_teller && m_teller->isTelling();
}

void PresentPage::fillStories()
{
    m_stories->clear();
    const ScenarioPlayer &player = m_player();
    const bool isTold = isTelling();
    const QString whyNot = !player.whyNot().isEmpty() ? player.whyNot()
        : player.isPlaying() && !isTold               ? tr("One is being played: stop it first")
                                                      : QString();
    QAction *transfers = m_stories->addAction(tr("Transfers, as They Are Sent"));
    transfers->setCheckable(true);
    transfers->setChecked(!isTold);
    connect(transfers, &QAction::triggered, this, [this] {
        if (m_teller)
            m_teller->end();
    });
    m_stories->addSeparator();
    for (int index = 0; index < player.entries().size(); ++index) {
        QAction *story = m_stories->addAction(inScreenLanguage(player.entries().at(index).scenario.title));
        story->setCheckable(true);
        story->setChecked(isTold && index == player.current());
        story->setEnabled(whyNot.isEmpty());
        story->setToolTip(whyNot.isEmpty() ? tr("Plays it and tells it here") : whyNot);
        connect(story, &QAction::triggered, this, [this, index] { tell(index); });
    }
}

void PresentPage::tell(int index)
{
    ScenarioPlayer &player = m_player();
    if (!m_teller) {
        m_teller = new StoryTeller(player, this);
        connect(m_teller, &StoryTeller::changed, this, &PresentPage::showStory);
    }
    m_teller->begin(index);
}

/// What is told of the scenario so far; where it ended badly, the last slide says so.
void PresentPage::showTold()
{
    showButtons();
    const std::optional<StorySlide> told = m_teller->slide();
    m_faces->setCurrentIndex(told ? 0 : 1);
    if (!told && m_teller->problem().isEmpty())
        return m_empty->showLoading(tr("The programs of “%1” start…").arg(m_teller->title()));
    if (!told)
        return m_empty->showUnreachable(m_teller->problem());
    StorySlide slide = *told;
    if (!m_teller->problem().isEmpty() && !m_teller->canGoOn()) {
        slide.tone = theme::Tone::Bad;
        slide.explanation = tr("Not as expected: %1").arg(m_teller->problem());
        slide.verdict = tr("Not everything holds");
    }
    if (slide != m_view->slide())
        m_view->show(slide);
}

/// What they do depends on what is told; of a transfer, showTransfer() says what can be done.
void PresentPage::showButtons()
{
    if (!isTelling()) {
        m_send->setIconName(u"play"_s);
        m_send->setText(tr("Send 30.00"));
        m_send->setEnabled(whyNotSend().isEmpty());
        return m_send->setToolTip(whyNotSend());
    }
    m_send->setIconName(m_teller->isPlaying() ? u"pause"_s : u"play"_s);
    m_send->setText(m_teller->isPlaying() ? tr("Pause") : tr("Play"));
    m_send->setEnabled(m_teller->slide().has_value());
    m_send->setToolTip(m_teller->isPlaying() ? tr("The slide stays, and the programs of the story stand still")
                                             : tr("One slide after the other"));
    m_back->setEnabled(m_teller->canGoBack());
    m_back->setToolTip(m_back->isEnabled() ? QString() : tr("This is the first one."));
    m_next->setEnabled(m_teller->canGoOn());
    m_next->setToolTip(m_next->isEnabled() ? QString() : tr("The story has come no further."));
}

void PresentPage::stepBack()
{
    isTelling() ? m_teller->back() : step(1);
}

void PresentPage::stepOn()
{
    isTelling() ? m_teller->next() : step(-1);
}

void PresentPage::playOrSend()
{
    isTelling() ? m_teller->setPlaying(!m_teller->isPlaying()) : send();
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
    if (!on && m_teller)
        m_teller->setPlaying(false); // nobody looks on
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
    m_isRead = page.ok();
    if (m_isRead)
        m_rows = page->rows;
    else if (!isTelling()) {
        m_empty->showUnreachable(page.error().detail);
        m_faces->setCurrentIndex(1);
    }
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
    const Connection &strictest = m_session.transferConnection();
    const Consent wanted = consentWanted(strictest.safety);
    if (wanted != Consent::NotAsked && !confirm(strictest))
        return;
    m_chosen.clear();
    const core::Status started = m_session.startTransfers(TransferOrder(), wanted);
    m_problem = started.ok() ? QString() : widgets::coreWords(started.error().detail);
    refresh();
}

bool PresentPage::confirm(const Connection &connection)
{
    const TransferOrder order;
    const widgets::Question question{
        tr("Send %1 from user %2 to user %3?")
            .arg(widgets::formatMoney(order.amount))
            .arg(order.fromUser)
            .arg(order.toUser),
        //: %1: the name of a connection
        tr("The money moves at once. “%1” wants to be asked first.").arg(Connections::labelOf(connection)), tr("Send"),
        nameToType(connection)};
    return widgets::ConfirmDialog(m_theme, question, this).exec() == QDialog::Accepted;
}

/// Empty: it can be sent.
QString PresentPage::whyNotSend() const
{
    if (areTransfersReadOnly(m_session))
        return tr("The console is read-only here.");
    if (m_session.coordinatorUrl().isEmpty())
        return tr("The engine does not run: nothing can be sent");
    return m_session.banks().value(senderBank).url.isEmpty() ? tr("The demo banks do not run: nothing can be sent")
                                                             : QString();
}

QString PresentPage::balanceOf(int bank, int user) const
{
    for (const AccountRow &account : m_session.bank(bank).accounts) {
        if (account.userId == user)
            return widgets::formatMoney(account.balance);
    }
    return u"–"_s;
}

/// A story that is told counts for more than what was sent.
void PresentPage::showStory()
{
    if (isTelling())
        return showTold();
    showButtons();
    if (!m_isRead)
        return; // the face says so
    m_faces->setCurrentIndex(m_rows.isEmpty() ? 1 : 0);
    if (!m_rows.isEmpty())
        return showTransfer();
    m_empty->showEmpty(tr("No transfer yet"), tr("The first one is told here, step by step."), tr("Send 30.00"));
    m_empty->setObstacle(whyNotSend());
}

void PresentPage::showTransfer()
{
    const auto chosen = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                     [this](const core::store::Summary &row) { return row.gid == m_chosen; });
    const auto shown = chosen == m_rows.cend() ? m_rows.cbegin() : chosen;
    const PresentStory story = storyOf(*shown, m_session.connections().payloadFields());
    StorySlide slide{.title = storyTitle(story), .steps = storySteps(), .stepsDone = int(story.stage)};
    slide.headline = storyHeadline(story);
    slide.explanation = m_problem.isEmpty() ? storyExplanation(story) : m_problem;
    slide.flow = flowOf(story);
    slide.flow.sender.balance = balanceOf(senderBank, story.fromUser());
    slide.flow.receiver.balance = balanceOf(receiverBank, story.toUser());
    if (story.againAt)
        slide.flow.again = tr("again in %1").arg(widgets::formatCountdown(*story.againAt - m_session.now()));
    addSum(slide);
    if (slide != m_view->slide())
        m_view->show(slide);
    m_back->setEnabled(shown + 1 != m_rows.cend());
    m_next->setEnabled(shown != m_rows.cbegin());
    m_back->setToolTip(m_back->isEnabled() ? QString() : tr("This is the oldest one that is shown."));
    m_next->setToolTip(m_next->isEnabled() ? QString() : tr("This is the latest one."));
}

void PresentPage::addSum(StorySlide &slide) const
{
    const BankTotals totals = m_session.totals();
    const bool isGood = totals.missing() == core::Money();
    slide.tone = !totals.known ? theme::Tone::Muted : isGood ? theme::Tone::Good : theme::Tone::Bad;
    slide.verdict = !totals.known ? tr("Counting…")
        : isGood                  ? tr("All money accounted for")
                                  : tr("%1 missing").arg(widgets::formatMoney(totals.missing()));
    if (!totals.known)
        return;
    slide.terms = {{tr("Bank A"), widgets::formatMoney(totals.a)},
                   {tr("In flight"), widgets::formatMoney(totals.inFlight), true},
                   {tr("Bank B"), widgets::formatMoney(totals.b)}};
    slide.total = {tr("Always"), widgets::formatMoney(totals.total())};
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
    for (widgets::Button *button : {m_choose, m_chooseFirst}) {
        button->setText(tr("Stories"));
        button->setToolTip(tr("Choose a scenario: something fails on purpose, and this page tells where the money is"));
    }
    emit statusTextChanged(tr("Presenting"));
    showStory();
}

} // namespace ui
