// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/commandmodel.h"
#include "ui/mainwindow/history.h"
#include "ui/mainwindow/panes.h"
#include "ui/mainwindow/uistate.h"

#include <QMainWindow>

class QStackedWidget;

namespace theme {
class Theme;
}

namespace widgets {
class NavRail;
class NoticeLine;
} // namespace widgets

namespace ui {

class Actions;
class CaseDesk;
class CommandPalette;
class EngineBanner;
class Language;
class Menus;
class Pages;
class PageStack;
class Perspectives;
class Session;
class Settings;
class StatusStrip;
class TopBar;
class TourStrip;
class WelcomePage;

/// The window: menus, top bar, rail, pages, status bar. Knows which page is open and nothing of what stands on it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Session &session, theme::Theme &theme, Settings &settings, Language &language);
    ~MainWindow() override;

    QStringList pageIds() const; ///< in the order of the rail
    QString currentPage() const;

public slots:
    void showPage(const QString &id);
    void showMessage(const QByteArray &gid);
    /// Shows the messages that a text of the search field finds; none: all.
    void search(const QString &text);
    void toggleTheme();
    void showCheatSheet();
    /// The first start: language, theme, banks, tour. The pages are behind it.
    void showWelcome();
    /// "operate", "investigate" or "present"; another id changes nothing.
    void choosePerspective(const QString &id);
    /// The field at the top, with every action below it.
    void showPalette();
    /// Un-minimises and brings the window to the front.
    void raiseToFront();
    /// How large the window is at first, on a screen with so much room.
    static QSize firstSize(QSize screen);
    /// Opens a case in a window of its own, or says what is wrong with the file.
    void openCase(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void dressMenuBar();
    QWidget *createCenter();
    QWidget *createFrame();
    WelcomePage *createWelcome();
    void fillRail();
    void connectPages();
    void takePage(const QString &id);
    void makePages();
    void takeOverview();
    void takeMessages();
    void takeFaultLab();
    void playStory(int index);
    void takePresent();
    void takeAccounts();
    void takeTransfer();
    void takeProof();
    void connectAlerts();
    void connectBars();
    void connectActions();
    void connectViewActions();
    void connectSettings();
    void connectShell();
    void connectCases();
    void connectFaults();
    void showFaults();
    QList<ActionSection> actionSections() const;
    void hideWelcome();
    void leaveWelcome(bool ownBanks, bool tour);
    void enterPerspective(const QString &page);
    void filterPage();
    bool mayClose();
    void goTo(const QString &id);
    void refreshPage();
    void showTitle();
    void step(double factor);
    void applyHealth();
    void applyConnection();
    void refreshAll();
    void tellSwitch(const QString &problem);
    void showAbout();
    void openDataFolder();
    void copyCoordinatorUrl();
    void retranslate();

    Session &m_session;
    theme::Theme &m_theme;
    Settings &m_settings;
    Language &m_language;
    Actions *m_actions;
    Menus *m_menus;
    TopBar *m_topBar;
    widgets::NavRail *m_rail;
    QStackedWidget *m_outer; ///< the frame with its pages, or the welcome page
    PageStack *m_stack;
    EngineBanner *m_engineBanner;
    widgets::NoticeLine *m_notice;
    StatusStrip *m_status;
    Pages *m_pages;
    TourStrip *m_tour;
    WelcomePage *m_welcome = nullptr; ///< made when it is wanted
    CommandPalette *m_palette;
    Perspectives *m_perspectives;
    CaseDesk *m_cases;
    std::optional<Panes> m_panes;
    QString m_page; ///< the id of the page that is shown
    History m_history;
    UiState m_uiState;
    bool m_watching = false;
    bool m_isPainted = false;
};

} // namespace ui
