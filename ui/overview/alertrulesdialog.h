// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alertbook.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui {

/// From when on a person is called, and how. Takes and gives a value.
class AlertRulesDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit AlertRulesDialog(const AlertRules &rules, QWidget *parent = nullptr);

    AlertRules rules() const;
    /// Nothing where the dialog was cancelled.
    static std::optional<AlertRules> ask(const AlertRules &rules, QWidget *parent);

private:
    void fill(const AlertRules &rules);
    void checkWebhook();

    QSpinBox *m_prepared;
    QSpinBox *m_stalled;
    QCheckBox *m_desktop;
    QLineEdit *m_webhook;
    QLabel *m_problem;
    QPushButton *m_save = nullptr;
};

} // namespace ui
