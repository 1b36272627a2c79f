// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alertbook.h"

#include <QWidget>

class QVBoxLayout;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
} // namespace widgets

namespace ui {

class AlertRow;
class Alerts;

/// The alerts that hold, and those that are over but nobody has seen yet. Hidden while there are none.
class AlertList final : public QWidget
{
    Q_OBJECT
public:
    AlertList(const theme::Theme &theme, Alerts &alerts, QWidget *parent = nullptr);

    /// The first that is not acknowledged gets the focus.
    void focusFirst();
    void retranslate();

signals:
    void openWanted(ui::AlertKind kind);
    void rulesWanted();

private:
    void refresh();
    void fitRows(qsizetype count);

    const theme::Theme &m_theme;
    Alerts &m_alerts;
    widgets::Card *m_card;
    widgets::Button *m_rules;
    QVBoxLayout *m_column;
    QList<AlertRow *> m_rows;
};

} // namespace ui
