// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's own actions do.
#include "ui/mainwindow/about.h"
#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/cheatsheet.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pages.h"
#include "ui/overview/overviewpage.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/noticeline.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QScreen>
#include <QUrl>

#include <algorithm>

namespace ui {
namespace {

constexpr double textStep = 1.1;

} // namespace

void MainWindow::connectActions()
{
    const auto on = [this](ActionId id, auto act) { connect(m_actions->get(id), &QAction::triggered, this, act); };
    on(ActionId::NewTransfer, [this] { showPage(Pages::transferId); });
    on(ActionId::OpenDataFolder, [this] { openDataFolder(); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::FindMessage, [this] { showPalette(); });
    on(ActionId::FilterMessages, [this] { filterPage(); });
    on(ActionId::Refresh, [this] { refreshPage(); });
    on(ActionId::GoBack, [this] { goTo(m_history.back()); });
    on(ActionId::GoForward, [this] { goTo(m_history.forward()); });
    on(ActionId::CopyCoordinatorUrl, [this] { copyCoordinatorUrl(); });
    on(ActionId::AlertRules, [this] { m_pages->overview()->changeRules(); });
    on(ActionId::CheatSheet, [this] { showCheatSheet(); });
    on(ActionId::About, [this] { showAbout(); });
}

void MainWindow::connectViewActions()
{
    using Scheme = theme::Theme::Scheme;
    for (const auto &[id, scheme] :
         {std::pair(ActionId::SchemeSystem, Scheme::System), std::pair(ActionId::SchemeLight, Scheme::Light),
          std::pair(ActionId::SchemeDark, Scheme::Dark)}) {
        m_actions->get(id)->setChecked(m_theme.scheme() == scheme);
        connect(m_actions->get(id), &QAction::triggered, this,
                [this, chosen = scheme] { m_settings.setScheme(chosen); });
        connect(&m_theme, &theme::Theme::changed, m_actions->get(id),
                [this, action = m_actions->get(id), own = scheme] { action->setChecked(m_theme.scheme() == own); });
    }
    const auto on = [this](ActionId id, auto act) { connect(m_actions->get(id), &QAction::triggered, this, act); };
    on(ActionId::TextLarger, [this] { step(textStep); });
    on(ActionId::TextSmaller, [this] { step(1 / textStep); });
    on(ActionId::TextNormal, [this] { m_settings.setTextScale(1); });
    on(ActionId::FullScreen, [this](bool full) { full ? showFullScreen() : showNormal(); });
    on(ActionId::RestoreLayout, [this] {
        m_uiState.restoreDefaults();
        if (!isMaximized() && !isFullScreen())
            resize(firstSize(screen()->availableSize()));
    });
}

void MainWindow::step(double factor)
{
    m_settings.setTextScale(std::clamp(m_theme.textScale() * factor, 0.8, 2.0));
}

void MainWindow::toggleTheme()
{
    m_settings.setScheme(m_theme.isDark() ? theme::Theme::Scheme::Light : theme::Theme::Scheme::Dark);
}

void MainWindow::showCheatSheet()
{
    CheatSheet(m_theme, actionSections(), this).exec();
}

void MainWindow::showAbout()
{
    About(m_theme, m_session.coordinatorUrl(), m_session.storeText(), this).exec();
}

void MainWindow::openDataFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_session.dataDir()));
}

void MainWindow::copyCoordinatorUrl()
{
    QGuiApplication::clipboard()->setText(m_session.coordinatorUrl());
    m_notice->notify(widgets::Banner::Tone::Info, tr("Copied: %1").arg(m_session.coordinatorUrl()));
}

} // namespace ui
