// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/storyslide.h"
#include "ui/theme/tokens.h"

#include <QTimer>
#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

/// Draws where the money is: the account at each bank with its balance, what is in flight between them, and what the
/// coordinator remembers. phase: from 0 to 1, where on its way the money in flight is shown; at 0 nothing moves.
void paintMoneyFlow(QPainter &painter, const QRectF &room, const theme::Theme &theme, const FlowPicture &flow,
                    double phase = 0);

/// The transfer as a picture. Money in flight moves, unless motion is reduced. The accessible description tells the
/// same in sentences.
class MoneyFlow final : public QWidget
{
    Q_OBJECT
public:
    explicit MoneyFlow(const theme::Theme &theme, QWidget *parent = nullptr);

    void show(const FlowPicture &flow);
    bool isMoving() const { return m_motion.isActive(); }
    QSize sizeHint() const override { return {960, 180}; } ///< it takes what is left
    QSize minimumSizeHint() const override { return {600, 180}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void moveOrRest();

    const theme::Theme &m_theme;
    FlowPicture m_flow;
    QTimer m_motion;
    double m_phase = 0;
};

} // namespace ui
