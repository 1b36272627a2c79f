// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/storyslide.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

/// The sum in large type: each part with its name above, the total, and at the right what follows from it. Narrower
/// than it needs, it becomes smaller.
class SumLine final : public QWidget
{
    Q_OBJECT
public:
    explicit SumLine(const theme::Theme &theme, QWidget *parent = nullptr);

    void show(const StorySlide &slide);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double termWidth(const SumTerm &term) const;
    double verdictWidth() const;
    double fullWidth() const;
    void paintTerm(QPainter &painter, double &x, const QString &sign, const SumTerm &term, bool isTotal) const;
    void paintVerdict(QPainter &painter, double right) const;

    const theme::Theme &m_theme;
    StorySlide m_slide;
};

} // namespace ui
