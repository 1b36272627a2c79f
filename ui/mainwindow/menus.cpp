// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/menus.h"

#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/language.h"

#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int numberedPages = 9; ///< Ctrl+0 is the text's normal size

/// The settings have the key that they have everywhere else, too.
QList<QKeySequence> keysOf(const QString &pageId, int number)
{
    QList<QKeySequence> keys;
    if (number <= numberedPages)
        keys << QKeySequence(int(Qt::CTRL) | (Qt::Key_0 + number));
    if (pageId == u"settings"_s)
        keys << QKeySequence(Qt::CTRL | Qt::Key_Comma);
    return keys;
}

} // namespace

Menus::Menus(QMenuBar &bar, Actions &actions, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_file(bar.addMenu(QString()))
    , m_edit(bar.addMenu(QString()))
    , m_view(bar.addMenu(QString()))
    , m_message(bar.addMenu(QString()))
    , m_engine(bar.addMenu(QString()))
    , m_faults(bar.addMenu(QString()))
    , m_scenario(bar.addMenu(QString()))
    , m_stories(new QMenu(&bar))
    , m_help(bar.addMenu(QString()))
    , m_perspective(new QMenu(&bar))
    , m_scheme(new QMenu(&bar))
    , m_textSize(new QMenu(&bar))
    , m_language(new QMenu(&bar))
    , m_pageGroup(this)
    , m_languageGroup(this)
{
    const std::pair<QMenu *, QString> names[] = {
        {m_file, u"file"_s},     {m_edit, u"edit"_s},     {m_view, u"view"_s},         {m_message, u"message"_s},
        {m_engine, u"engine"_s}, {m_faults, u"faults"_s}, {m_scenario, u"scenario"_s}, {m_help, u"help"_s}};
    for (const auto &[menu, name] : names)
        menu->setObjectName(name);
    m_stories->setObjectName(u"stories"_s);
    for (QMenu *menu : {m_scenario, m_stories})
        menu->setToolTipsVisible(true); // why something cannot be played
    fill(*m_file, actions, {ActionId::NewTransfer, ActionId::OpenCase, ActionId::OpenDataFolder});
    m_file->addSeparator();
    fill(*m_file, actions, {ActionId::Quit});
    fill(*m_edit, actions, {ActionId::FindMessage, ActionId::FilterMessages});
    fillView();
    fill(*m_engine, actions, {ActionId::CopyCoordinatorUrl, ActionId::OpenDataFolder, ActionId::AlertRules});
    fill(*m_faults, actions, {ActionId::LabOn, ActionId::ArmFault, ActionId::ClearFaults});
    fill(*m_help, actions, {ActionId::Guide, ActionId::CheatSheet, ActionId::Tour, ActionId::Welcome});
    m_help->addSeparator();
    fill(*m_help, actions, {ActionId::About});
    connect(&m_pageGroup, &QActionGroup::triggered, this,
            [this](QAction *page) { emit pageChosen(page->data().toString()); });
    connect(&m_languageGroup, &QActionGroup::triggered, this,
            [this](QAction *language) { emit languageChosen(language->data().toString()); });
    retranslate();
}

void Menus::fill(QMenu &menu, Actions &actions, const QList<ActionId> &ids)
{
    for (const ActionId id : ids)
        menu.addAction(actions.get(id));
}

void Menus::fillView()
{
    m_afterPages = m_view->addSeparator();
    fill(*m_view, m_actions,
         {ActionId::GoBack, ActionId::GoForward, ActionId::NextPane, ActionId::PreviousPane, ActionId::Refresh});
    m_view->addSeparator();
    fill(*m_perspective, m_actions, {ActionId::Operate, ActionId::Investigate, ActionId::Present});
    m_view->addMenu(m_perspective);
    fill(*m_scheme, m_actions, {ActionId::SchemeSystem, ActionId::SchemeLight, ActionId::SchemeDark});
    fill(*m_textSize, m_actions, {ActionId::TextLarger, ActionId::TextSmaller, ActionId::TextNormal});
    fillLanguages();
    m_view->addMenu(m_scheme);
    m_view->addMenu(m_textSize);
    m_view->addMenu(m_language);
    fill(*m_view, m_actions, {ActionId::CompactRows, ActionId::LocalTimes});
    m_view->addSeparator();
    fill(*m_view, m_actions, {ActionId::FullScreen, ActionId::RestoreLayout});
}

void Menus::fillLanguages()
{
    addLanguage({}, {});
    m_language->addSeparator();
    for (const Language::Info &info : Language::available())
        addLanguage(info.code, info.name);
}

void Menus::addLanguage(const QString &code, const QString &name)
{
    QAction *language = m_language->addAction(name);
    language->setData(code);
    language->setCheckable(true);
    m_languageGroup.addAction(language);
}

void Menus::setPages(const QList<PageEntry> &pages)
{
    int number = 1;
    for (const PageEntry &entry : pages) {
        auto *page = new QAction(entry.icon, entry.title, this);
        page->setData(entry.id);
        page->setCheckable(true);
        page->setShortcuts(keysOf(entry.id, number++));
        m_pageGroup.addAction(page);
        m_view->insertAction(m_afterPages, page);
    }
}

void Menus::setMessageActions(const QList<QAction *> &actions)
{
    m_message->addActions(actions);
}

void Menus::setScenarioActions(const QList<QAction *> &orders, const QList<QAction *> &stories)
{
    for (QAction *order : orders)
        order ? m_scenario->addAction(order) : (void)m_scenario->addSeparator();
    m_scenario->insertMenu(orders.constLast(), m_stories);
    m_stories->addActions(stories);
}

void Menus::addStory(QAction *story)
{
    m_stories->addAction(story);
}

void Menus::setWelcoming(bool welcoming)
{
    for (QMenu *menu : {m_edit, m_message, m_engine, m_faults, m_scenario})
        menu->menuAction()->setVisible(!welcoming);
}

void Menus::setCurrentLanguage(const QString &code)
{
    for (QAction *language : m_languageGroup.actions())
        language->setChecked(language->data().toString() == code);
}

void Menus::setPageTitle(const QString &id, const QString &title)
{
    for (QAction *page : m_pageGroup.actions()) {
        if (page->data().toString() == id)
            page->setText(title);
    }
}

void Menus::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    m_message->setTitle(tr("&Message"));
    m_engine->setTitle(tr("E&ngine"));
    m_faults->setTitle(tr("F&aults"));
    m_scenario->setTitle(tr("&Scenario"));
    m_stories->setTitle(tr("Play a S&tory"));
    m_help->setTitle(tr("&Help"));
    m_perspective->setTitle(tr("&Perspective"));
    m_scheme->setTitle(tr("&Theme"));
    m_textSize->setTitle(tr("Text &Size"));
    m_language->setTitle(tr("&Language"));
    m_languageGroup.actions().constFirst()->setText(tr("As the System"));
}

} // namespace ui
