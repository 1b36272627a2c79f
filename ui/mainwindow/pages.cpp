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
#include "ui/proof/proofpage.h"
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
const QString Pages::proofId = u"proof"_s;
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

Pages::Pages(Session &session, Settings &settings, theme::Theme &theme, QWidget *parent)
    : QObject(parent)
    , m_parent(parent)
{
    static const QList<ViewGroup::LanguageChoice> languages = languageChoices();
    add<OverviewPage>(overviewId, u"overview"_s, QT_TR_NOOP("Overview"), Place::Top, session, theme);
    add<MessagesPage>(messagesId, u"messages"_s, QT_TR_NOOP("Messages"), Place::Top, session, theme);
    add<AccountsPage>(accountsId, u"accounts"_s, QT_TR_NOOP("Accounts"), Place::Top, session, theme);
    add<TransferPage>(transferId, u"transfer"_s, QT_TR_NOOP("Transfer"), Place::Top, session, theme);
    add<FaultLabPage>(faultLabId, u"faultlab"_s, QT_TR_NOOP("Fault lab"), Place::Top, session, theme);
    add<ProofPage>(proofId, u"proof"_s, QT_TR_NOOP("Proof"), Place::Top, session, theme);
    add<TopicsPage>(topicsId, u"topics"_s, QT_TR_NOOP("Topics"), Place::Top, session, theme);
    add<ActivityPage>(activityId, u"activity"_s, QT_TR_NOOP("Activity"), Place::Top, session, theme);
    add<ConnectionsPage>(connectionsId, u"connections"_s, QT_TR_NOOP("Connections"), Place::Foot, session, theme);
    add<SettingsPage>(settingsId, u"settings"_s, QT_TR_NOOP("Settings"), Place::Foot, session, settings, theme,
                      languages);
    add<GuidePage>(guideId, u"question"_s, QT_TR_NOOP("Guide"), Place::Foot, theme);
    add<PresentPage>(presentId, u"play"_s, QT_TR_NOOP("Present"), Place::Present, session, theme);
}

template<typename T, typename... Arguments>
void Pages::add(const QString &id, const QString &icon, const char *name, Place place, Arguments &...arguments)
{
    const qsizetype index = m_pages.size();
    const auto make = [this, index, id, &arguments...] {
        auto *page = new T(arguments..., m_parent);
        page->setObjectName(id + u"Page"_s);
        m_pages[index].refresh = [page] { page->refresh(); };
        connect(page, &T::statusTextChanged, this, [this, index, id](const QString &text) {
            m_pages[index].status = text;
            emit statusChanged(id, text);
        });
        return page;
    };
    m_pages.append({id, icon, name, place, make});
}

QWidget *Pages::widget(const QString &id)
{
    const auto page = std::find_if(m_pages.begin(), m_pages.end(), [&id](const Page &known) { return known.id == id; });
    if (!page->widget) {
        page->widget = page->make();
        emit made(id);
    }
    return page->widget;
}

bool Pages::makeNext()
{
    const auto next = std::find_if(m_pages.cbegin(), m_pages.cend(), [](const Page &page) { return !page.widget; });
    if (next == m_pages.cend())
        return false;
    widget(next->id);
    return true;
}

OverviewPage *Pages::overview()
{
    return static_cast<OverviewPage *>(widget(overviewId));
}

MessagesPage *Pages::messages()
{
    return static_cast<MessagesPage *>(widget(messagesId));
}

AccountsPage *Pages::accounts()
{
    return static_cast<AccountsPage *>(widget(accountsId));
}

TransferPage *Pages::transfer()
{
    return static_cast<TransferPage *>(widget(transferId));
}

FaultLabPage *Pages::faultLab()
{
    return static_cast<FaultLabPage *>(widget(faultLabId));
}

ProofPage *Pages::proof()
{
    return static_cast<ProofPage *>(widget(proofId));
}

TopicsPage *Pages::topics()
{
    return static_cast<TopicsPage *>(widget(topicsId));
}

ActivityPage *Pages::activity()
{
    return static_cast<ActivityPage *>(widget(activityId));
}

ConnectionsPage *Pages::connections()
{
    return static_cast<ConnectionsPage *>(widget(connectionsId));
}

SettingsPage *Pages::settings()
{
    return static_cast<SettingsPage *>(widget(settingsId));
}

GuidePage *Pages::guide()
{
    return static_cast<GuidePage *>(widget(guideId));
}

PresentPage *Pages::present()
{
    return static_cast<PresentPage *>(widget(presentId));
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
