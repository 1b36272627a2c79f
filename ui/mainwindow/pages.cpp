// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/pages.h"

#include "ui/accounts/accountspage.h"
#include "ui/connections/connectionspage.h"
#include "ui/messages/messagespage.h"
#include "ui/overview/overviewpage.h"
#include "ui/transfer/transferpage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

const QString Pages::overviewId = u"overview"_s;
const QString Pages::messagesId = u"messages"_s;
const QString Pages::accountsId = u"accounts"_s;
const QString Pages::transferId = u"transfer"_s;
const QString Pages::connectionsId = u"connections"_s;

Pages::Pages(Session &session, theme::Theme &theme, QWidget *parent) : QObject(parent)
{
    m_overview = add(overviewId, u"overview"_s, QT_TR_NOOP("Overview"), new OverviewPage(session, theme, parent));
    m_messages = add(messagesId, u"messages"_s, QT_TR_NOOP("Messages"), new MessagesPage(session, theme, parent));
    m_accounts = add(accountsId, u"accounts"_s, QT_TR_NOOP("Accounts"), new AccountsPage(session, theme, parent));
    m_transfer = add(transferId, u"transfer"_s, QT_TR_NOOP("Transfer"), new TransferPage(session, theme, parent));
    m_connections =
        add(connectionsId, u"connections"_s, QT_TR_NOOP("Connections"), new ConnectionsPage(session, theme, parent));
}

template<typename T> T *Pages::add(const QString &id, const QString &icon, const char *name, T *widget)
{
    m_pages.append({id, icon, name, widget, [widget] { widget->refresh(); }, {}});
    const qsizetype index = m_pages.size() - 1;
    connect(widget, &T::statusTextChanged, this, [this, index, id](const QString &text) {
        m_pages[index].status = text;
        emit statusChanged(id, text);
    });
    return widget;
}

const Pages::Page *Pages::find(const QString &id) const
{
    const auto found =
        std::find_if(m_pages.cbegin(), m_pages.cend(), [&id](const Page &page) { return page.id == id; });
    return found == m_pages.cend() ? nullptr : &*found;
}

QString Pages::title(const Page &page) const
{
    return tr(page.name);
}

} // namespace ui
