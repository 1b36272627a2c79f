// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"
#include "ui/theme/tokens.h"

#include <QComboBox>

#include <optional>

namespace theme {
class Theme;
}

namespace ui {

/// Picks an account of one bank: the user's name over the bank's, with the balance as it is now.
class AccountPicker final : public QComboBox
{
    Q_OBJECT
public:
    AccountPicker(const theme::Theme &theme, theme::Bank bank, QWidget *parent = nullptr);

    void setBankName(const QString &name);
    /// Takes over accounts and balances; the choice stays. An account that is not among them any more stays chosen.
    void setAccounts(const QList<AccountRow> &accounts);
    int userId() const;
    void setUserId(int userId);
    std::optional<core::Money> balance() const; ///< none: it was not read yet
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString balanceText() const;
    void describe();
    void paintTexts(QPainter &painter, const QRect &content) const;

    const theme::Theme &m_theme;
    theme::Bank m_bank;
    QString m_bankName;
};

} // namespace ui
