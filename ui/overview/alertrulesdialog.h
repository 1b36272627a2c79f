// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alertbook.h"

#include <QDialog>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
}

namespace ui {

/// From when on a person is called, and how. Takes and gives a value.
class AlertRulesDialog final : public QDialog
{
    Q_OBJECT
public:
    AlertRulesDialog(const theme::Theme &theme, const AlertRules &rules, QWidget *parent = nullptr);

    AlertRules rules() const;
    /// Nothing where the dialog was cancelled.
    static std::optional<AlertRules> ask(const theme::Theme &theme, const AlertRules &rules, QWidget *parent);

private:
    static void addRow(QGridLayout &form, const QString &text, QWidget *field);
    void fill(const AlertRules &rules);
    void checkWebhook();

    QSpinBox *m_prepared;
    QSpinBox *m_stalled;
    QCheckBox *m_desktop;
    QLineEdit *m_webhook;
    QLabel *m_problem;
    widgets::Button *m_save = nullptr;
};

} // namespace ui
