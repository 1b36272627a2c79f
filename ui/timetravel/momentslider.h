// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/moments/moments.h"

#include <QAbstractSlider>

namespace theme {
class Theme;
}

namespace ui {

/// A slider whose places are the moments of a run, each with a mark that tells what kind it is: by its form first, then
/// by its colour. Arrows, Home, End and the wheel move it; its accessible description is the event's sentence.
class MomentSlider final : public QAbstractSlider
{
    Q_OBJECT
public:
    explicit MomentSlider(const theme::Theme &theme, QWidget *parent = nullptr);

    void setMoments(const Moments &moments);
    QSize sizeHint() const override { return {480, 52}; }
    QSize minimumSizeHint() const override { return {200, 52}; }
    /// Where a moment's mark is, from the left.
    double xOf(int index) const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void sliderChange(SliderChange change) override;

private:
    int indexAt(double x) const;
    void paintTrack(QPainter &painter) const;
    void paintMark(QPainter &painter, int index) const;
    void paintHandle(QPainter &painter) const;
    double trackY() const { return height() - 18.0; }

    const theme::Theme &m_theme;
    QList<MomentKind> m_kinds;
    QStringList m_texts;
};

} // namespace ui
