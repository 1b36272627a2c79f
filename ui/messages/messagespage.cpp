// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagespage.h"

#include "ui/messages/detailpane.h"
#include "ui/messages/messagecomparison.h"
#include "ui/messages/messagelist.h"
#include "ui/messages/messageverbs.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/splitter.h"

#include <QEvent>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int pageMargin = 16;
constexpr int listWidth = 690;
constexpr int detailWidth = 590;

} // namespace

MessagesPage::MessagesPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_verbs(new MessageVerbs(session, theme, *this))
    , m_comparison(new MessageComparison(session, theme, *this))
    , m_list(new MessageList(session, theme, *m_verbs))
    , m_detail(new DetailPane(session, theme, *m_verbs))
    , m_detailCard(new widgets::Card)
    , m_splitter(new widgets::Splitter)
{
    auto *row = new QVBoxLayout(this);
    row->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    row->addWidget(m_splitter);
    m_detailCard->body()->addWidget(m_detail);
    m_splitter->setObjectName(u"messagesSplitter"_s);
    m_splitter->setHandleWidth(pageMargin);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addPart(m_list);
    m_splitter->addPart(m_detailCard);
    m_splitter->setSizes({listWidth, detailWidth});
    m_splitter->setStretchFactor(0, listWidth);
    m_splitter->setStretchFactor(1, detailWidth);
    connectList();
    connectDetail();
    retranslate();
}

MessagesPage::~MessagesPage() = default;

void MessagesPage::connectList()
{
    connect(m_list, &MessageList::rowClicked, this, &MessagesPage::open);
    connect(m_list, &MessageList::rowReached, this, [this](const core::store::Summary &summary) {
        if (m_detailCard->isVisibleTo(this)) // with the pane closed, going through the rows does not open it again
            open(summary);
    });
    connect(m_list, &MessageList::rowEntered, this, [this](const core::store::Summary &summary) {
        open(summary);
        m_detail->focusTab();
    });
    connect(m_list, &MessageList::narrowingChanged, this, &MessagesPage::narrowingChanged);
    connect(m_list, &MessageList::savedViewsChanged, this, &MessagesPage::savedViewsChanged);
    connect(m_list, &MessageList::openTransfer, this, &MessagesPage::openTransfer);
    connect(m_list, &MessageList::compareRequested, m_comparison, &MessageComparison::compare);
    connect(m_comparison, &MessageComparison::failed, this, [this](const QString &why) { emit told(why, true); });
    connect(m_list, &MessageList::told, this, &MessagesPage::told);
    connect(m_list, &MessageList::statusTextChanged, this, &MessagesPage::statusTextChanged);
}

void MessagesPage::connectDetail()
{
    connect(&m_session, &Session::messagesChanged, m_detail,
            [this](const auto &changed) { m_detail->observe(changed); });
    connect(m_detail, &DetailPane::closeRequested, this, &MessagesPage::closeDetail);
    connect(m_detail, &DetailPane::messageRequested, this, &MessagesPage::showMessage);
    connect(m_detail, &DetailPane::messageShown, m_list, &MessageList::setOpenRow);
    connect(m_verbs, &MessageVerbs::transferRequested, this, &MessagesPage::transferRequested);
    connect(m_verbs, &MessageVerbs::resent, this, &MessagesPage::showMessage);
    connect(m_verbs, &MessageVerbs::whatHappenedRequested, this, &MessagesPage::whatHappenedRequested);
    connect(m_verbs, &MessageVerbs::saveCaseRequested, this, &MessagesPage::saveCaseRequested);
    connect(m_verbs, &MessageVerbs::copied, this,
            [this](const QString &what) { emit told(tr("Copied: %1").arg(what), false); });
}

QList<QAction *> MessagesPage::messageActions() const
{
    return m_verbs->actions() + m_list->actions();
}

void MessagesPage::showMessage(const QByteArray &gid)
{
    m_detailCard->show();
    m_list->clearChoice();
    m_detail->showMessage(gid);
}

void MessagesPage::setFilterText(const QString &text)
{
    m_list->setFilterText(text);
}

Narrowing MessagesPage::narrowing() const
{
    return m_list->narrowing();
}

void MessagesPage::setNarrowing(const Narrowing &narrowing)
{
    m_list->setNarrowing(narrowing);
}

QList<SavedView> MessagesPage::savedViews() const
{
    return m_list->savedViews();
}

void MessagesPage::setSavedViews(const QList<SavedView> &views)
{
    m_list->setSavedViews(views);
}

void MessagesPage::focusFilter()
{
    m_list->focusFilter();
}

void MessagesPage::refresh()
{
    m_list->refresh();
    if (!m_detail->gid().isEmpty())
        m_detail->showMessage(m_detail->gid());
}

void MessagesPage::open(const core::store::Summary &summary)
{
    m_detailCard->show();
    m_list->setOpenRow(summary.rowId);
    if (m_detail->gid() != summary.gid)
        m_detail->showMessage(summary.gid);
}

void MessagesPage::closeDetail()
{
    m_detailCard->hide();
    m_detail->showMessage({});
    m_list->setOpenRow(0);
    m_list->focusTable();
}

void MessagesPage::backToList()
{
    if (m_list->tableHasFocus())
        return closeDetail();
    m_list->focusTable();
}

void MessagesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MessagesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        return backToList();
    QWidget::keyPressEvent(event);
}

void MessagesPage::retranslate()
{
    m_splitter->setBorderName(tr("Border between list and message"));
    m_list->retranslate();
    m_verbs->retranslate();
    m_detail->retranslate();
}

} // namespace ui
