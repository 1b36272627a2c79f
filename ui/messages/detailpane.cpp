// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/detailpane.h"

#include "ui/diagram/sequencepanel.h"
#include "ui/messages/attemptspane.h"
#include "ui/messages/detailhead.h"
#include "ui/messages/errorwords.h"
#include "ui/messages/messagebarriers.h"
#include "ui/messages/messagefacts.h"
#include "ui/messages/messageverbs.h"
#include "ui/messages/payloadview.h"
#include "ui/messages/rawjson.h"
#include "ui/messages/requestline.h"
#include "ui/messages/resentlinks.h"
#include "ui/messages/timelinebar.h"
#include "ui/messages/whysentence.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/visibletext.h"

#include <QClipboard>
#include <QFrame>
#include <QGuiApplication>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr int tabTimeline = 0;
constexpr int tabAttempts = 1;
constexpr int tabPayload = 2;
constexpr int tabRaw = 3;

QFrame *line()
{
    auto *frame = new QFrame;
    frame->setProperty("line", true);
    frame->setFixedHeight(1);
    return frame;
}

} // namespace

DetailPane::DetailPane(Session &session, theme::Theme &theme, MessageVerbs &verbs, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_verbs(verbs)
    , m_barriers(new MessageBarriers(session, this))
    , m_faces(new QStackedWidget)
    , m_nothing(new widgets::EmptyState(theme))
    , m_head(new DetailHead(theme))
    , m_why(new QLabel)
    , m_request(new RequestLine)
    , m_resent(new ResentLinks(session, theme))
    , m_tabs(new QTabWidget)
    , m_timeline(new diagram::SequencePanel(theme))
    , m_timelineBar(new TimelineBar(theme, *m_timeline))
    , m_calls(new AttemptsPane(theme))
    , m_payload(new PayloadView(theme))
    , m_raw(new widgets::JsonView(theme))
    , m_copyRaw(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_faces);
    m_faces->addWidget(m_nothing);
    m_faces->addWidget(createContent());
    connect(m_head, &DetailHead::closeRequested, this, &DetailPane::closeRequested);
    connect(m_nothing, &widgets::EmptyState::actionRequested, this, &DetailPane::read);
    connect(&m_ticks, &QTimer::timeout, this, &DetailPane::showProgress);
    connect(m_barriers, &MessageBarriers::changed, this, &DetailPane::showTimeline);
    connect(m_resent, &ResentLinks::messageRequested, this, &DetailPane::messageRequested);
    m_ticks.setInterval(1s);
    connectVerbs();
    connectTabs();
    retranslate();
    showMessage({});
}

void DetailPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_barriers->setWatching(true);
    showProgress();
}

void DetailPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_barriers->setWatching(false);
}

void DetailPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitToTab();
}

/// The focus goes to what the tab shows. The words of the timeline's bar go before those of the tabs would be cut.
void DetailPane::fitToTab()
{
    const bool isTimeline = m_tabs->currentIndex() == tabTimeline;
    m_timelineBar->setVisible(isTimeline);
    setFocusProxy(m_tabs->currentWidget());
    m_timelineBar->setCompact(m_tabs->tabBar()->sizeHint().width() + m_timelineBar->fullWidth() > width());
}

QWidget *DetailPane::createContent()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createTop());
    column->addWidget(line());
    column->addWidget(createVerbBar());
    column->addWidget(line());
    column->addWidget(m_tabs, 1);
    m_tabs->setObjectName(u"detailTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->setCornerWidget(m_timelineBar);
    m_tabs->addTab(m_timeline, {});
    m_tabs->addTab(m_calls, {});
    m_tabs->addTab(m_payload, {});
    m_tabs->addTab(createRaw(), {});
    return content;
}

QWidget *DetailPane::createTop()
{
    auto *top = new QWidget;
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    m_why->setObjectName(u"why"_s);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_head);
    column->addWidget(m_why);
    column->addWidget(m_resent);
    column->addWidget(m_request);
    return top;
}

QToolBar *DetailPane::createVerbBar()
{
    auto *bar = new QToolBar;
    bar->setObjectName(u"verbBar"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({14, 14});
    bar->setMovable(false);
    bar->setMinimumHeight(40);
    bar->layout()->setContentsMargins(10, 0, 8, 0); // with a button's own 6: under the head
    bar->addActions(m_verbs.actions());
    if (auto *copy = qobject_cast<QToolButton *>(bar->widgetForAction(m_verbs.copyAsCurl())))
        copy->setPopupMode(QToolButton::InstantPopup);
    return bar;
}

QWidget *DetailPane::createRaw()
{
    auto *raw = new QWidget;
    auto *column = new QVBoxLayout(raw);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    m_raw->setObjectName(u"raw"_s);
    m_copyRaw->setObjectName(u"copyRaw"_s);
    m_copyRaw->setIconName(u"copy"_s);
    column->addWidget(m_raw, 1);
    column->addWidget(m_copyRaw, 0, Qt::AlignRight);
    raw->setFocusProxy(m_raw);
    connect(m_copyRaw, &QAbstractButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_raw->text()); });
    return raw;
}

void DetailPane::connectVerbs()
{
    connect(&m_verbs, &MessageVerbs::requested, m_request, &RequestLine::request);
    connect(&m_verbs, &MessageVerbs::answered, m_request, &RequestLine::answer);
}

/// One call is chosen in the diagram and among the attempts at the same time.
void DetailPane::connectTabs()
{
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailPane::fitToTab);
    connect(m_timeline, &diagram::SequencePanel::currentChanged, this,
            [this] { m_calls->setCurrentSubject(m_timeline->currentSubject()); });
    connect(m_calls, &AttemptsPane::currentChanged, m_timeline, &diagram::SequencePanel::setCurrentSubject);
    connect(m_timeline, &diagram::SequencePanel::activated, this, [this] {
        if (!m_timeline->currentSubject().isEmpty())
            openTab(tabAttempts);
    });
    connect(m_calls, &AttemptsPane::activated, this, [this] { openTab(tabTimeline); });
}

void DetailPane::openTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
    m_tabs->currentWidget()->setFocus();
}

void DetailPane::showMessage(const QByteArray &gid)
{
    if (gid != m_gid) {
        m_gid = gid;
        m_message.reset();
        m_attempts.clear();
        m_verbs.setMessage(std::nullopt);
        m_timeline->setCurrent({});
        m_calls->setCurrentSubject({});
    }
    if (gid.isEmpty())
        return showNothing(tr("No message is open"),
                           tr("Choose one in the list to see why it stands where it stands."));
    read();
}

void DetailPane::observe(const QList<core::store::Summary> &changed)
{
    m_resent->observe(changed);
    const auto isShown = [this](const core::store::Summary &summary) { return summary.gid == m_gid; };
    const auto found = std::find_if(changed.begin(), changed.end(), isShown);
    if (found == changed.end())
        return;
    m_request->observe(*found);
    read();
}

void DetailPane::read()
{
    if (std::exchange(m_reading, true)) {
        m_readAgain = true;
        return;
    }
    m_session.message(m_gid, this, [this](const auto &message) {
        m_reading = false;
        if (std::exchange(m_readAgain, false))
            return read();
        take(message);
    });
}

void DetailPane::take(const core::Result<std::optional<core::message::Message>> &message)
{
    if (m_gid.isEmpty())
        return;
    if (!message.ok())
        return showUnreachable(message.error());
    if (!*message)
        return showNothing(tr("There is no such message"),
                           tr("No message has the gid %1.").arg(QString::fromLatin1(m_gid)));
    m_message = **message;
    emit messageShown(m_message->rowId);
    m_verbs.setMessage(m_message);
    m_barriers->follow(m_message);
    m_resent->follow(m_message);
    m_head->show(*m_message);
    m_payload->show(m_message->content);
    m_session.attempts(m_message->rowId, this, [this, gid = m_gid](const auto &attempts) {
        if (gid == m_gid && attempts.ok())
            takeAttempts(*attempts);
    });
}

void DetailPane::takeAttempts(const QList<core::message::Attempt> &attempts)
{
    m_attempts = attempts;
    m_calls->show(*m_message, m_attempts);
    m_raw->setJson(rawJson(*m_message, m_attempts));
    m_timeline->setFileName(tr("message %1", "a file's name").arg(QString::fromLatin1(m_gid)));
    showProgress();
    showTabTexts();
    m_faces->setCurrentIndex(1);
    m_ticks.start();
}

void DetailPane::showNothing(const QString &title, const QString &text)
{
    m_ticks.stop();
    m_message.reset();
    m_barriers->follow(std::nullopt);
    m_resent->follow(std::nullopt);
    m_verbs.setMessage(std::nullopt);
    m_nothing->showEmpty(title, text);
    m_faces->setCurrentIndex(0);
}

/// What was read before stays true of its moment, yet verbs need the message as it is.
void DetailPane::showUnreachable(const core::Error &error)
{
    m_ticks.stop();
    m_verbs.setMessage(std::nullopt);
    m_nothing->showUnreachable(errorWords(error));
    m_faces->setCurrentIndex(0);
}

void DetailPane::showProgress()
{
    if (m_message)
        m_why->setText(widgets::visibleText(WhySentence::of(*m_message, m_attempts, m_session.now())));
    showTimeline();
}

void DetailPane::showTimeline()
{
    if (m_message && isVisible())
        m_timeline->setSequence(
            diagram::messageSequence(messageFacts(*m_message, m_attempts, m_barriers->banks(), m_session.now())));
}

void DetailPane::showTabTexts()
{
    const int count = m_calls->count();
    m_tabs->setTabText(tabTimeline, tr("Timeline"));
    m_tabs->setTabText(tabAttempts, count > 0 ? tr("Attempts (%1)").arg(count) : tr("Attempts"));
    m_tabs->setTabText(tabPayload, tr("Payload"));
    //: all fields of a message as the HTTP API tells them
    m_tabs->setTabText(tabRaw, tr("Raw"));
}

void DetailPane::retranslate()
{
    m_head->retranslate();
    m_request->retranslate();
    m_resent->retranslate();
    m_payload->retranslate();
    m_timeline->retranslate();
    m_timelineBar->retranslate();
    m_calls->retranslate();
    m_copyRaw->setText(tr("Copy"));
    m_raw->setAccessibleName(tr("All fields of the message"));
    showTabTexts();
    fitToTab();
    showProgress();
    if (!m_message)
        showMessage(m_gid);
}

} // namespace ui
