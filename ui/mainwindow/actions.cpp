// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/actions.h"

#include "ui/theme/theme.h"

#include <QActionGroup>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Definition
{
    ActionId id;
    QString icon; ///< empty: none
    QList<QKeySequence> keys;
};

QList<Definition> definitions()
{
    return {
        {ActionId::NewTransfer, u"transfer"_s, {QKeySequence(Qt::CTRL | Qt::Key_N)}},
        {ActionId::OpenCase, u"upload"_s, {QKeySequence(Qt::CTRL | Qt::Key_O)}},
        {ActionId::OpenDataFolder, u"external"_s, {}},
        {ActionId::Quit, {}, {QKeySequence(Qt::CTRL | Qt::Key_Q)}},
        {ActionId::FindMessage, u"search"_s, {QKeySequence(Qt::CTRL | Qt::Key_K)}},
        {ActionId::FilterMessages, u"filter"_s, {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)}},
        {ActionId::Refresh, u"retry"_s, {QKeySequence(Qt::Key_F5)}},
        {ActionId::GoBack, u"return"_s, {QKeySequence(Qt::ALT | Qt::Key_Left)}},
        {ActionId::GoForward, u"arrow-right"_s, {QKeySequence(Qt::ALT | Qt::Key_Right)}},
        {ActionId::SchemeSystem, {}, {}},
        {ActionId::SchemeLight, u"sun"_s, {}},
        {ActionId::SchemeDark, u"moon"_s, {}},
        {ActionId::TextLarger,
         u"plus"_s,
         {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}},
        {ActionId::TextSmaller, u"minus"_s, {QKeySequence(Qt::CTRL | Qt::Key_Minus)}},
        {ActionId::TextNormal, {}, {QKeySequence(Qt::CTRL | Qt::Key_0)}},
        {ActionId::CompactRows, u"table"_s, {}},
        {ActionId::LocalTimes, u"clock"_s, {}},
        {ActionId::NextPane, u"columns"_s, {QKeySequence(Qt::Key_F6)}},
        {ActionId::PreviousPane, u"columns"_s, {QKeySequence(Qt::SHIFT | Qt::Key_F6)}},
        {ActionId::Operate, u"eye"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}},
        {ActionId::Investigate, u"search"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}},
        {ActionId::Present, u"play"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)}},
        {ActionId::FullScreen, {}, {QKeySequence(Qt::Key_F11)}},
        {ActionId::RestoreLayout, {}, {}},
        {ActionId::CopyCoordinatorUrl, u"copy"_s, {}},
        {ActionId::AlertRules, u"bell"_s, {}},
        {ActionId::LabOn, {}, {}},
        {ActionId::ArmFault, u"bolt"_s, {}},
        {ActionId::ClearFaults, u"close"_s, {}},
        {ActionId::CheatSheet, u"keyboard"_s, {QKeySequence(Qt::Key_F1), QKeySequence(Qt::Key_Question)}},
        {ActionId::Guide, u"question"_s, {QKeySequence(Qt::SHIFT | Qt::Key_F1)}},
        {ActionId::Tour, u"star"_s, {}},
        {ActionId::Welcome, u"play"_s, {}},
        {ActionId::About, u"info"_s, {}},
    };
}

} // namespace

Actions::Actions(const theme::Theme &theme, QObject *parent) : QObject(parent)
{
    for (const Definition &definition : definitions()) {
        auto *action = new QAction(this);
        if (!definition.icon.isEmpty())
            action->setIcon(theme.icon(definition.icon));
        action->setShortcuts(definition.keys);
        m_actions.insert(int(definition.id), action);
    }
    makeExclusive({ActionId::SchemeSystem, ActionId::SchemeLight, ActionId::SchemeDark});
    makeExclusive({ActionId::Operate, ActionId::Investigate, ActionId::Present});
    for (const ActionId id : {ActionId::FullScreen, ActionId::CompactRows, ActionId::LocalTimes, ActionId::LabOn})
        get(id)->setCheckable(true);
    get(ActionId::Quit)->setMenuRole(QAction::QuitRole);
    get(ActionId::About)->setMenuRole(QAction::AboutRole);
    retranslate();
}

void Actions::makeExclusive(const QList<ActionId> &ids)
{
    auto *group = new QActionGroup(this);
    for (const ActionId id : ids) {
        get(id)->setCheckable(true);
        group->addAction(get(id));
    }
}

QList<QAction *> Actions::all() const
{
    QList<int> ids = m_actions.keys();
    std::sort(ids.begin(), ids.end());
    QList<QAction *> actions;
    for (const int id : ids)
        actions.append(m_actions.value(id));
    return actions;
}

void Actions::setTexts(ActionId id, const QString &text, const QString &tip)
{
    get(id)->setText(text);
    get(id)->setStatusTip(tip);
    if (!tip.isEmpty())
        get(id)->setToolTip(tip);
}

void Actions::retranslate()
{
    setTexts(ActionId::NewTransfer, tr("&New Transfer"), tr("Send money from bank A to bank B"));
    setTexts(ActionId::OpenCase, tr("&Open Case…"),
             tr("Look at a message that was saved as a file, perhaps elsewhere; nothing is called"));
    setTexts(ActionId::OpenDataFolder, tr("Open &Data Folder"),
             tr("Show the store and the demo banks in the file manager"));
    setTexts(ActionId::Quit, tr("&Quit"), tr("Let what is under way end, then close"));
    setTexts(ActionId::FindMessage, tr("&Find a Message, Page or Action"),
             tr("Everything that can be done, by a few letters of its name; or messages by gid, URL or payload"));
    setTexts(ActionId::FilterMessages, tr("F&ilter the List"), tr("Go to the filter of the messages"));
    setTexts(ActionId::Refresh, tr("&Refresh"), tr("Read again what the page shows"));
    setTexts(ActionId::GoBack, tr("&Back"), tr("The page that was open before"));
    setTexts(ActionId::GoForward, tr("F&orward"), tr("The page that was left by Back"));
    setTexts(ActionId::SchemeSystem, tr("&System"), tr("As the desktop is set"));
    setTexts(ActionId::SchemeLight, tr("&Light"));
    setTexts(ActionId::SchemeDark, tr("&Dark"));
    setTexts(ActionId::TextLarger, tr("&Larger"));
    setTexts(ActionId::TextSmaller, tr("&Smaller"));
    setTexts(ActionId::TextNormal, tr("&Normal"));
    setTexts(ActionId::CompactRows, tr("Co&mpact Rows"), tr("Lower rows in all tables"));
    setTexts(ActionId::LocalTimes, tr("L&ocal Times"), tr("Times of this computer's zone, else UTC"));
    setTexts(ActionId::NextPane, tr("Ne&xt Pane"), tr("Go to the next part of the window"));
    setTexts(ActionId::PreviousPane, tr("Pre&vious Pane"), tr("Go to the part of the window before"));
    setTexts(ActionId::Operate, tr("&Operate"), tr("The layout for watching all day"));
    setTexts(ActionId::Investigate, tr("&Investigate"), tr("A layout of its own for one message after another"));
    setTexts(ActionId::Present, tr("&Present"), tr("Large type, no ids, no rail: to show it to others"));
    setTexts(ActionId::FullScreen, tr("F&ull Screen"));
    setTexts(ActionId::RestoreLayout, tr("Restore &Default Layout"),
             tr("Window, columns and splitters as at the first start, in all perspectives"));
    setTexts(ActionId::CopyCoordinatorUrl, tr("&Copy Coordinator URL"), tr("The address that dtm clients are given"));
    setTexts(ActionId::AlertRules, tr("&Alert Rules…"), tr("From when on you are called, and how"));
    setTexts(ActionId::LabOn, tr("Fault Lab &On"), tr("Lets faults be armed in this window's engine and demo banks"));
    setTexts(ActionId::ArmFault, tr("&Arm a Fault…"), tr("Choose a point of the protocol in the fault lab"));
    setTexts(ActionId::ClearFaults, tr("&Clear All Faults"), tr("Nothing is armed any more; what is held goes on"));
    setTexts(ActionId::CheatSheet, tr("&Keyboard Shortcuts"), tr("All keys on one sheet"));
    setTexts(ActionId::Guide, tr("&Guide"), tr("How it works, page by page"));
    setTexts(ActionId::Tour, tr("Try This in &Order"), tr("A tour in four steps"));
    setTexts(ActionId::Welcome, tr("&Welcome Page…"), tr("Language, theme and banks, as at the first start"));
    setTexts(ActionId::About, tr("&About Checkback"));
}

} // namespace ui
