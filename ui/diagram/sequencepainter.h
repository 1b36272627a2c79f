// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequencelayout.h"

#include <QFont>
#include <QHash>

class QPainter;

namespace theme {
class Theme;
}

namespace diagram {

/// A point on an arrow that one can click, as a fault that can be armed there.
struct Mark
{
    QString text; ///< a number, or another sign of one or two characters
    QString badge = {}; ///< beside an armed one: "×1"
    bool isArmed = false;
    double along = 0.5; ///< where on the arrow: 0 at its beginning, 1 at its head
    friend bool operator==(const Mark &, const Mark &) = default;
};

/// How a sequence is drawn beyond what it says. Steps go by their ids.
struct Emphasis
{
    QByteArray current; ///< the step that was chosen
    QByteArray subject; ///< all of this subject are chosen with it
    QByteArray hovered;
    QByteArray highlighted; ///< stands out from the others: where a story is at
    QHash<QByteArray, Mark> marks;
    bool hasFocus = false; ///< the current step gets the focus ring
    int toComeFrom = -1; ///< this step and those below it are pale: they have not happened yet; −1: none
};

/// The measures of the theme's fonts, as they are now.
Measures measuresOf(const theme::Theme &theme);

/// Draws a sequence that was laid out with measuresOf(theme), in the colours of the theme.
class SequencePainter final
{
public:
    SequencePainter(const theme::Theme &theme, const Sequence &sequence, const Layout &layout,
                    const Emphasis &emphasis);

    /// Everything below the heads that lies within `clip`.
    void paintBody(QPainter &painter, const QRectF &clip) const;
    /// The heads, as if the diagram began at `top`: they stay in view while the body scrolls.
    void paintHeads(QPainter &painter, double top) const;

private:
    void paintBands(QPainter &painter, const QRectF &clip) const;
    void paintLifelines(QPainter &painter) const;
    void paintBars(QPainter &painter, const QRectF &clip) const;
    bool isToCome(qsizetype index) const { return m_emphasis.toComeFrom >= 0 && index >= m_emphasis.toComeFrom; }
    double toComeTop() const;
    void paintStep(QPainter &painter, int index) const;
    void paintTime(QPainter &painter, const Step &step, const StepBox &box) const;
    void paintArrow(QPainter &painter, const Step &step, const StepBox &box) const;
    void paintHeadOfArrow(QPainter &painter, const Step &step, const StepBox &box, const QPen &pen) const;
    void paintLabel(QPainter &painter, const Step &step, const StepBox &box) const;
    void paintChip(QPainter &painter, const Step &step, const StepBox &box) const;
    void paintGap(QPainter &painter, const Step &step, const StepBox &box) const;
    void paintCrash(QPainter &painter, const Step &step, const StepBox &box) const;
    void paintStart(QPainter &painter, const Step &step, const StepBox &box) const;
    void paintStrike(QPainter &painter, const Step &step, const StepBox &box) const;
    void paintWord(QPainter &painter, const Step &step, const StepBox &box, const QColor &color) const;
    void paintMark(QPainter &painter, const StepBox &box, const Mark &mark) const;
    bool isChosen(const Step &step) const;
    bool standsOut(const Step &step) const;
    QColor colorOf(const Step &step) const;
    QColor labelColorOf(const Step &step) const;
    QColor groundOf(const Step &step) const;

    const theme::Theme &m_theme;
    const Sequence &m_sequence;
    const Layout &m_layout;
    const Emphasis &m_emphasis;
    QFont m_font;
};

/// Where the mark of an arrow is: the middle of its circle.
QPointF markCenter(const StepBox &box, const Mark &mark);

} // namespace diagram
