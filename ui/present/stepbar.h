// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

/// Steps from left to right: those done with a check, the present one filled, those to come by their number.
class StepBar final : public QWidget
{
    Q_OBJECT
public:
    explicit StepBar(const theme::Theme &theme, QWidget *parent = nullptr);

    /// done: how many of them are behind. The accessible name tells the present one.
    void setSteps(const QStringList &steps, int done);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont wordFont(bool isNow) const;
    int stepWidth(const QString &step) const;
    void paintMark(QPainter &painter, const QRectF &circle, int step) const;

    const theme::Theme &m_theme;
    QStringList m_steps;
    int m_done = 0;
};

} // namespace ui
