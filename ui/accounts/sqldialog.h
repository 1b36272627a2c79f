// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace theme {
class Theme;
}

namespace ui {

/// Shows SQL to be read, selected and copied.
class SqlDialog final : public QDialog
{
    Q_OBJECT
public:
    SqlDialog(const theme::Theme &theme, const QString &sql, QWidget *parent);

private:
    QWidget *createButtons(const theme::Theme &theme);

    QPlainTextEdit *m_sql;
};

} // namespace ui
