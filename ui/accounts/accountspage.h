// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QGridLayout;
class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class Banner;
class Button;
class Card;
class EmptyState;
class Legend;
class TotalPlot;
} // namespace widgets

namespace ui {

class AccountPager;
class AccountsModel;
class BankTabs;
class BarrierCard;
class TotalsLine;

/// The banks: balances of one, the total of both and its course, and the barrier rows of the chosen account.
/// The banks are read only while the page is shown.
class AccountsPage final : public QWidget
{
    Q_OBJECT
public:
    AccountsPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);
    ~AccountsPage() override;

public slots:
    /// Reads the banks again.
    void refresh();

signals:
    void openMessage(const QByteArray &gid);
    void openTransfer();
    void addBank();
    /// How many accounts, which one is chosen: for the status bar.
    void statusTextChanged(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createAccounts();
    QWidget *createPlot();
    void connectParts();
    void watch(bool on);
    void take();
    void takeAccounts();
    void takePlot();
    void takeBarriers();
    void chooseBank();
    BankInfo info() const;
    void selectUser(int userId);
    void showFace();
    void showSilence(const BankPage &page);
    void actOnFace();
    void showStatus();
    void setAccountWidths();
    int chosenUser() const;
    void retranslate();

    Session &m_session;
    theme::Theme &m_theme;
    core::SystemClock m_clock; ///< by which the banks are read
    bool m_watching = false;

    BankTabs *m_banks;
    widgets::Button *m_addBank;
    widgets::Button *m_newTransfer;
    widgets::Banner *m_silence;
    TotalsLine *m_totals;
    AccountsModel *m_accounts;
    QTableView *m_accountTable;
    widgets::EmptyState *m_accountsEmpty;
    QStackedWidget *m_accountFaces;
    AccountPager *m_pager;
    int m_wantedUser = 0; ///< to be chosen once its page is there
    widgets::Card *m_accountCard;
    widgets::TotalPlot *m_plot;
    widgets::Legend *m_legend;
    widgets::Card *m_plotCard;
    BarrierCard *m_barriers;
};

} // namespace ui
