// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/detailpane.h"

#include "ui/messages/detailhead.h"
#include "ui/messages/errorwords.h"
#include "ui/messages/messagebarriers.h"
#include "ui/messages/messagefacts.h"
#include "ui/messages/messagetabs.h"
#include "ui/messages/messageverbs.h"
#include "ui/messages/requestline.h"
#include "ui/messages/resentlinks.h"
#include "ui/messages/whysentence.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/visibletext.h"

#include <QFrame>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr int verbStripHeight = 40;

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
    , m_tabs(new MessageTabs(theme))
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
    connect(&session.connections(), &Connections::changed, this, &DetailPane::showHead);
    m_ticks.setInterval(1s);
    connectVerbs();
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

void DetailPane::focusTab()
{
    m_tabs->focusTab();
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

/// The strip is higher than the bar: a bar with room to spare puts its “…” at the top of it.
QWidget *DetailPane::createVerbBar()
{
    auto *bar = new QToolBar;
    bar->setObjectName(u"verbBar"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({14, 14});
    bar->setMovable(false);
    bar->layout()->setContentsMargins(10, 0, 8, 0); // with a button's own 6: under the head
    bar->addActions(m_verbs.actions());
    for (QAction *verb : bar->actions())
        bar->widgetForAction(verb)->setFocusPolicy(Qt::TabFocus);
    if (auto *copy = qobject_cast<QToolButton *>(bar->widgetForAction(m_verbs.copyAsCurl())))
        copy->setPopupMode(QToolButton::InstantPopup);
    auto *strip = new QWidget;
    strip->setMinimumHeight(verbStripHeight);
    auto *column = new QVBoxLayout(strip);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bar, 0, Qt::AlignVCenter);
    return strip;
}

void DetailPane::connectVerbs()
{
    connect(&m_verbs, &MessageVerbs::requested, m_request, &RequestLine::request);
    connect(&m_verbs, &MessageVerbs::answered, m_request, &RequestLine::answer);
}

void DetailPane::showMessage(const QByteArray &gid)
{
    if (gid != m_gid) {
        m_gid = gid;
        m_message.reset();
        m_attempts.clear();
        m_verbs.setMessage(std::nullopt);
        m_tabs->chooseNothing();
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

void DetailPane::showHead()
{
    if (m_message)
        m_head->show(*m_message, m_session.connections().payloadFields());
}

void DetailPane::take(const core::Result<std::optional<core::message::Message>> &message)
{
    if (m_gid.isEmpty())
        return;
    if (!message.ok())
        return showUnreachable(message.error());
    if (!*message)
        return showNothing(tr("There is no such message"),
                           tr("No message has the gid %1.").arg(widgets::shownGid(QString::fromLatin1(m_gid))));
    m_session.attempts((*message)->rowId, this, [this, read = **message](const auto &attempts) {
        if (read.gid.bytes() != m_gid)
            return;
        if (!attempts.ok())
            return showUnreachable(attempts.error());
        takeWhole(read, *attempts);
    });
}

/// Both at once: a message without its attempts looks as if none of its calls had ever failed.
void DetailPane::takeWhole(const core::message::Message &message, const QList<core::message::Attempt> &attempts)
{
    m_message = message;
    m_attempts = attempts;
    emit messageShown(message.rowId);
    m_verbs.setMessage(m_message);
    m_barriers->follow(m_message);
    m_resent->follow(m_message);
    showHead();
    m_tabs->setMessage(message, attempts);
    showProgress();
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
        m_tabs->setSequence(
            diagram::messageSequence(messageFacts(*m_message, m_attempts, m_barriers->banks(), m_session.now())));
}

void DetailPane::retranslate()
{
    m_head->retranslate();
    m_request->retranslate();
    m_resent->retranslate();
    m_tabs->retranslate();
    showProgress();
    if (!m_message)
        showMessage(m_gid);
}

} // namespace ui
