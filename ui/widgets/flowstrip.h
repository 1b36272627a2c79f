// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

namespace theme {
class Theme;
}

namespace widgets {

/// A small drawing of steps from left to right with the place where a crash may happen between them, and an arc from a
/// later step back to an earlier one.
class FlowStrip final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind {
        Step,
        Flight, ///< money on its way
        Goal, ///< what is reached in the end
        Missing, ///< what is never reached: dashed, and a dotted line leads to it
        Crash, ///< a ring with a cross
    };
    struct Node
    {
        Kind kind;
        QString text; ///< not drawn for a crash, yet read out
    };
    struct AskBack
    {
        int from; ///< index of a node
        int to;
        QString text;
    };

    explicit FlowStrip(const theme::Theme &theme, QWidget *parent = nullptr);
    /// The accessible description is the texts in order.
    void setFlow(const QList<Node> &nodes, const std::optional<AskBack> &askBack = std::nullopt);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override; ///< with short arrows

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRectF> nodeRects() const;
    int boxHeight() const;
    int nodeWidth(const Node &node) const;
    void paintNode(QPainter &painter, const QRectF &rect, const Node &node) const;
    void paintArrow(QPainter &painter, const QRectF &from, const QRectF &to, Kind target) const;
    void paintAskBack(QPainter &painter, const QList<QRectF> &rects) const;

    const theme::Theme &m_theme;
    QList<Node> m_nodes;
    std::optional<AskBack> m_askBack;
};

} // namespace widgets
