// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {

/// A bank: a bar in its colour and its name, over a line of detail.
class BankMark final : public QWidget
{
    Q_OBJECT
public:
    BankMark(const theme::Theme &theme, theme::Bank bank, const QString &name, QWidget *parent = nullptr);
    void setBank(theme::Bank bank);
    void setName(const QString &name);
    /// "MySQL 8.0 · 10.0.3.11/dtm_busi"; empty leaves one line.
    void setDetail(const QString &detail);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    theme::Bank m_bank;
    QString m_name;
    QString m_detail;
};

} // namespace widgets
