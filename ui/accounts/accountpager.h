// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {
class ElidedLabel;
class IconButton;
class SearchBox;
} // namespace widgets

namespace ui {

/// Below the accounts: where in a long list they are, the pages before and after, and a field to find a user.
class AccountPager final : public QWidget
{
    Q_OBJECT
public:
    explicit AccountPager(const theme::Theme &theme, QWidget *parent = nullptr);

    void show(const BankPage &page);
    /// Another bank: back to its first page.
    void reset();
    void focusSearch();
    void retranslate();

signals:
    /// The page of accounts behind this user is wanted.
    void pageRequested(int afterUser);
    /// This user is wanted, on whatever page.
    void userRequested(int userId);

private:
    void goOn();
    void goBack();
    void find();

    BankPage m_page;
    QList<int> m_before; ///< where the pages before this one begin
    int m_missingUser = 0; ///< looked for and not there
    widgets::SearchBox *m_search;
    widgets::ElidedLabel *m_place;
    widgets::IconButton *m_back;
    widgets::IconButton *m_on;
};

} // namespace ui
