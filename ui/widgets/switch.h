// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace theme {
class Theme;
}

namespace widgets {

/// A switch: on or off, at once. Space, Enter or a click turns it; the text stands at its right.
class Switch final : public QAbstractButton
{
    Q_OBJECT
public:
    Switch(const theme::Theme &theme, const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintTrack(QPainter &painter, const QRectF &track) const;

    const theme::Theme &m_theme;
};

} // namespace widgets
