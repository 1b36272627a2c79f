// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/pages.h"

#include "ui/accounts/accountspage.h"
#include "ui/activity/activitypage.h"
#include "ui/connections/connectionspage.h"
#include "ui/faultlab/faultlabpage.h"
#include "ui/guide/guidepage.h"
#include "ui/mainwindow/language.h"
#include "ui/messages/messagespage.h"
#include "ui/overview/overviewpage.h"
#include "ui/present/presentpage.h"
#include "ui/settings/settingspage.h"
#include "ui/topics/topicspage.h"
#include "ui/transfer/transferpage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

const QString Pages::overviewId = u"overview"_s;
const QString Pages::messagesId = u"messages"_s;
const QString Pages::accountsId = u"accounts"_s;
const QString Pages::transferId = u"transfer"_s;
const QString Pages::faultLabId = u"faultlab"_s;
const QString Pages::topicsId = u"topics"_s;
const QString Pages::activityId = u"activity"_s;
const QString Pages::connectionsId = u"connections"_s;
const QString Pages::settingsId = u"settings"_s;
const QString Pages::guideId = u"guide"_s;
const QString Pages::presentId = u"present"_s;

namespace {

/// The system's first, as the settings page wants them.
QList<ViewGroup::LanguageChoice> languageChoices()
{
    QList<ViewGroup::LanguageChoice> choices{{}};
    for (const Language::Info &language : Language::available())
        choices.append({language.code, language.name});
    return choices;
}

} // namespace

Pages::Pages(Session &session, Settings &settings, theme::Theme &theme, QWidget *parent) : QObject(parent)
{
    m_overview = add(overviewId, u"overview"_s, QT_TR_NOOP("Overview"), new OverviewPage(session, theme, parent));
    m_messages = add(messagesId, u"messages"_s, QT_TR_NOOP("Messages"), new MessagesPage(session, theme, parent));
    m_accounts = add(accountsId, u"accounts"_s, QT_TR_NOOP("Accounts"), new AccountsPage(session, theme, parent));
    m_transfer = add(transferId, u"transfer"_s, QT_TR_NOOP("Transfer"), new TransferPage(session, theme, parent));
    m_faultLab = add(faultLabId, u"faultlab"_s, QT_TR_NOOP("Fault lab"), new FaultLabPage(session, theme, parent));
    m_topics = add(topicsId, u"topics"_s, QT_TR_NOOP("Topics"), new TopicsPage(session, theme, parent));
    m_activity = add(activityId, u"activity"_s, QT_TR_NOOP("Activity"), new ActivityPage(session, theme, parent));
    m_connections = add(connectionsId, u"connections"_s, QT_TR_NOOP("Connections"),
                        new ConnectionsPage(session, theme, parent), Place::Foot);
    m_settings = add(settingsId, u"settings"_s, QT_TR_NOOP("Settings"),
                     new SettingsPage(session, settings, theme, languageChoices(), parent), Place::Foot);
    m_guide = add(guideId, u"question"_s, QT_TR_NOOP("Guide"), new GuidePage(theme, parent), Place::Foot);
    add(presentId, u"play"_s, QT_TR_NOOP("Present"), new PresentPage(session, theme, parent), Place::Present);
}

template<typename T> T *Pages::add(const QString &id, const QString &icon, const char *name, T *widget, Place place)
{
    widget->setObjectName(id + u"Page"_s);
    m_pages.append({id, icon, name, widget, place, [widget] { widget->refresh(); }, {}});
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
