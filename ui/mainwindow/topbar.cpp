// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/topbar.h"

#include "ui/connections/connectiondelegate.h"
#include "ui/mainwindow/connectionchip.h"
#include "ui/mainwindow/healthlabel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/searchbox.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int barHeight = 52;
constexpr int lineHeight = 2;
constexpr int searchWidth = 420;

} // namespace

TopBar::TopBar(theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_connection(new ConnectionChip(theme))
    , m_search(new widgets::SearchBox(theme, {}))
    , m_health(new HealthLabel(theme))
    , m_bell(new widgets::IconButton(theme, u"bell"_s, {}))
    , m_language(new widgets::IconButton(theme, u"language"_s, {}))
    , m_toggle(new widgets::IconButton(theme, u"moon"_s, {}))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(barHeight);
    m_connection->setObjectName(u"connection"_s);
    m_search->setObjectName(u"search"_s);
    m_search->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_K));
    m_search->setMinimumWidth(searchWidth / 2);
    m_search->setMaximumWidth(searchWidth);
    m_bell->setObjectName(u"bell"_s);
    m_bell->setFlat(true);
    m_language->setObjectName(u"language"_s);
    m_toggle->setObjectName(u"toggleTheme"_s);
    m_language->setFlat(true);
    m_toggle->setFlat(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 16, 4 + lineHeight);
    row->setSpacing(8);
    row->addWidget(m_connection);
    row->addStretch(1);
    row->addWidget(m_search, 3);
    row->addStretch(1);
    row->addWidget(m_health);
    row->addSpacing(12);
    row->addWidget(m_bell);
    row->addWidget(m_language);
    row->addWidget(m_toggle);

    connect(m_toggle, &QAbstractButton::clicked, this, &TopBar::themeToggled);
    connect(m_connection, &QAbstractButton::clicked, this, [this] { popUp(m_connectionMenu, *m_connection); });
    connect(m_bell, &QAbstractButton::clicked, this, &TopBar::alertsWanted);
    connect(m_language, &QAbstractButton::clicked, this, [this] { popUp(m_languageMenu, *m_language); });
    connect(&m_theme, &theme::Theme::changed, this, &TopBar::refreshThemeButton);
    retranslate();
}

void TopBar::setConnection(const Connection &connection)
{
    m_level = levelOf(connection.care);
    m_connection->setConnection(connection);
    update();
}

void TopBar::setHealth(const core::engine::Health &health)
{
    m_health->setHealth(health);
}

void TopBar::setAlerts(int count)
{
    m_alertCount = count;
    labelBell();
}

void TopBar::labelBell()
{
    m_bell->setBadge(m_alertCount > 0 ? QLocale().toString(m_alertCount) : QString());
    const QString text =
        m_alertCount > 0 ? tr("%n alert(s) wait for you", nullptr, m_alertCount) : tr("No alert waits for you");
    m_bell->setToolTip(text);
    m_bell->setAccessibleName(text);
}

void TopBar::setMenus(QMenu *connection, QMenu *language)
{
    m_connectionMenu = connection;
    m_languageMenu = language;
}

QLineEdit &TopBar::searchField() const
{
    return *m_search;
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::popUp(QMenu *menu, const QWidget &below)
{
    if (menu)
        menu->popup(below.mapToGlobal(QPoint(0, below.height() + 2)));
}

void TopBar::refreshThemeButton()
{
    const QString name = m_theme.isDark() ? tr("Light theme") : tr("Dark theme");
    m_toggle->setIconName(m_theme.isDark() ? u"sun"_s : u"moon"_s);
    m_toggle->setToolTip(name);
    m_toggle->setAccessibleName(name);
    update();
}

void TopBar::retranslate()
{
    m_connection->retranslate();
    m_health->retranslate();
    m_search->setPlaceholderText(tr("Find a message, page or action"));
    m_search->setAccessibleName(tr("Find a message, page or action"));
    m_language->setToolTip(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    labelBell();
    refreshThemeButton();
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::LevelColors &level = m_theme.tokens().of(m_level);
    painter.fillRect(rect(), level.band);
    painter.fillRect(QRect(0, height() - lineHeight, width(), lineHeight), level.mark);
}

} // namespace ui
