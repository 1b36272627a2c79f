// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/figures.h"
#include "ui/theme/icons.h"

#include <QFrame>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class ElidedLabel;
class Sparkline;
} // namespace widgets

namespace ui {

/// One figure: icon and title, the value with its unit, its course, a line below. It reads as one sentence for who does
/// not see it.
class KpiTile final : public QFrame
{
    Q_OBJECT
public:
    KpiTile(const theme::Theme &theme, const QString &icon, theme::ColorOf color, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// How wide the tile is with its whole title.
    int titleWidth() const;
    void setFigure(const Figure &figure);
    void setFoot(const QString &text);
    /// Oldest first; NaN: unknown.
    void setCourse(const QList<double> &values);
    /// A person is needed: the edge and the course take the colour of what stalled.
    void setAlarm(bool alarm);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fitFoot();
    void refreshIcon();
    void name();

    const theme::Theme &m_theme;
    QString m_iconName;
    theme::ColorOf m_color;
    bool m_alarm = false;
    bool m_isTight = false;
    QLabel *m_icon;
    widgets::ElidedLabel *m_title;
    widgets::ElidedLabel *m_value;
    widgets::ElidedLabel *m_unit;
    widgets::ElidedLabel *m_foot;
    widgets::Sparkline *m_course;
};

} // namespace ui
