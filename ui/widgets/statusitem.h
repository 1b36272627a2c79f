// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QAbstractButton>

namespace theme {
class Theme;
}

namespace widgets {

/// A part of the status bar: icon or coloured square, text, a line at its right. A click emits clicked().
class StatusItem final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StatusItem(const theme::Theme &theme, QWidget *parent = nullptr);

    void setIconName(const QString &name);
    /// A small square in place of the icon, as for the level of the connection.
    void setMark(theme::ColorOf color);
    /// Draws icon and text in this colour, semibold: good news, a warning. Nothing means muted.
    void setEmphasis(theme::ColorOf color);
    /// The line stands at the left instead, for items at the right end of the bar.
    void setLineLeft(bool left);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Gives way where the bar is narrow; the tooltip has the text whole.
    void setElidable();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;

    const theme::Theme &m_theme;
    QString m_iconName;
    theme::ColorOf m_mark;
    theme::ColorOf m_emphasis;
    bool m_lineLeft = false;
};

} // namespace widgets
