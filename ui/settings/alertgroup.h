// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {
class Button;
}

namespace ui {

class Alerts;
class SettingGroup;

/// The rules that a person is called by, in words; who shows alerts has the dialog that changes them.
class AlertGroup final : public QWidget
{
    Q_OBJECT
public:
    AlertGroup(Alerts &alerts, const theme::Theme &theme, QWidget *parent = nullptr);

    void retranslate();

signals:
    void changeRequested();

private:
    void showRules();

    Alerts &m_alerts;
    SettingGroup *m_group;
    widgets::Button *m_change;
};

} // namespace ui
