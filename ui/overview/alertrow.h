// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alertbook.h"

#include <QWidget>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class ElidedLabel;
} // namespace widgets

namespace ui {

/// One alert: what it is about, since when, and what can be done.
class AlertRow final : public QWidget
{
    Q_OBJECT
public:
    explicit AlertRow(const theme::Theme &theme, QWidget *parent = nullptr);

    void show(const Alert &alert);
    AlertKind kind() const { return m_alert.kind; }

signals:
    void openWanted(ui::AlertKind kind);
    void acknowledged(ui::AlertKind kind);

private:
    QString whenText() const;
    void refreshIcon();

    const theme::Theme &m_theme;
    Alert m_alert;
    QLabel *m_icon;
    QLabel *m_title;
    widgets::ElidedLabel *m_text;
    widgets::ElidedLabel *m_when;
    widgets::Button *m_open;
    widgets::Button *m_acknowledge;
};

} // namespace ui
