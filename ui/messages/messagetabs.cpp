// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagetabs.h"

#include "ui/diagram/sequencepanel.h"
#include "ui/messages/attemptspane.h"
#include "ui/messages/payloadview.h"
#include "ui/messages/rawjson.h"
#include "ui/messages/timelinebar.h"
#include "ui/session/resend.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/jsonview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int tabTimeline = 0;
constexpr int tabAttempts = 1;
constexpr int tabPayload = 2;
constexpr int tabRaw = 3;
constexpr int lowestBar = 40; ///< has room beside the tabs, whatever their height

} // namespace

MessageTabs::MessageTabs(const theme::Theme &theme, QWidget *parent)
    : QTabWidget(parent)
    , m_timeline(new diagram::SequencePanel(theme))
    , m_timelineBar(new TimelineBar(theme, *m_timeline))
    , m_calls(new AttemptsPane(theme))
    , m_payload(new PayloadView(theme))
    , m_raw(new widgets::JsonView(theme))
    , m_copyRaw(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    setObjectName(u"detailTabs"_s);
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    setCornerWidget(m_timelineBar);
    addTab(m_timeline, {});
    addTab(m_calls, {});
    addTab(m_payload, {});
    addTab(createRaw(), {});
    connectTabs();
    retranslate();
}

QWidget *MessageTabs::createRaw()
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

void MessageTabs::connectTabs()
{
    connect(this, &QTabWidget::currentChanged, this, &MessageTabs::fitToTab);
    connect(m_timeline, &diagram::SequencePanel::currentChanged, this,
            [this] { m_calls->setCurrentSubject(m_timeline->currentSubject()); });
    connect(m_calls, &AttemptsPane::currentChanged, m_timeline, &diagram::SequencePanel::setCurrentSubject);
    connect(m_timeline, &diagram::SequencePanel::activated, this, [this] {
        if (!m_timeline->currentSubject().isEmpty())
            openTab(tabAttempts);
    });
    connect(m_calls, &AttemptsPane::activated, this, [this] { openTab(tabTimeline); });
}

void MessageTabs::openTab(int tab)
{
    setCurrentIndex(tab);
    focusTab();
}

/// Not by a focus proxy: Tab would go past all that stands before what the tab shows.
void MessageTabs::focusTab()
{
    if (currentWidget() == m_payload)
        return m_payload->focusText();
    currentWidget()->setFocus();
}

void MessageTabs::resizeEvent(QResizeEvent *event)
{
    QTabWidget::resizeEvent(event);
    fitToTab();
}

/// The words of the timeline's bar go before those of the tabs would be cut; then the bar goes below them.
void MessageTabs::fitToTab()
{
    const bool isTimeline = currentIndex() == tabTimeline;
    const int room = width() - tabBar()->sizeHint().width();
    m_timelineBar->setCompact(m_timelineBar->fullWidth() > room);
    const QSize bar = m_timelineBar->sizeHint();
    const bool fits = bar.width() <= room && bar.height() <= qMax(lowestBar, tabBar()->sizeHint().height());
    if (fits != (cornerWidget() == m_timelineBar)) {
        setCornerWidget(fits ? m_timelineBar : nullptr);
        if (!fits)
            m_timeline->setTop(m_timelineBar);
    }
    m_timelineBar->setVisible(isTimeline);
}

void MessageTabs::setMessage(const core::message::Message &message, const QList<core::message::Attempt> &attempts)
{
    m_calls->show(message, attempts);
    m_payload->show(message.content);
    m_rawJson = rawJson(message, attempts);
    m_gids = {message.gid.bytes(), resentFrom(*message.content)};
    showRaw();
    m_timeline->setFileName(tr("message %1", "a file's name").arg(message.gid.toString()));
    showTexts();
}

void MessageTabs::setSequence(const diagram::Sequence &sequence)
{
    m_timeline->setSequence(sequence);
}

/// As it is, but for its gid and that of the one it repeats while gids are hidden.
void MessageTabs::showRaw()
{
    QByteArray shown = m_rawJson;
    for (const QByteArray &gid : std::as_const(m_gids)) {
        if (widgets::gidsAreHidden() && !gid.isEmpty())
            shown.replace(gid, widgets::shownGid(QString::fromLatin1(gid)).toUtf8());
    }
    m_raw->setJson(shown);
}

void MessageTabs::chooseNothing()
{
    m_timeline->setCurrent({});
    m_calls->setCurrentSubject({});
}

void MessageTabs::showTexts()
{
    const int count = m_calls->count();
    setTabText(tabTimeline, tr("Timeline"));
    setTabText(tabAttempts, count > 0 ? tr("Attempts (%1)").arg(count) : tr("Attempts"));
    setTabText(tabPayload, tr("Payload"));
    //: all fields of a message as the HTTP API tells them
    setTabText(tabRaw, tr("Raw"));
    fitToTab();
}

void MessageTabs::retranslate()
{
    showRaw();
    m_payload->retranslate();
    m_timeline->retranslate();
    m_timelineBar->retranslate();
    m_calls->retranslate();
    setAccessibleName(tr("Views of the message"));
    m_copyRaw->setText(tr("Copy"));
    m_raw->setAccessibleName(tr("All fields of the message"));
    showTexts();
    fitToTab();
}

} // namespace ui
