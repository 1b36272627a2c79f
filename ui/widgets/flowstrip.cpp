// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flowstrip.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int boxHeightMin = 28;
constexpr int boxPadding = 14;
constexpr int boxMin = 92;
constexpr int ringSize = 22;
constexpr int arrowUsual = 36;
constexpr int arrowMin = 16;
constexpr int arrowMax = arrowUsual + 24;
constexpr int arcDepth = 24;
constexpr int headLength = 8;

void paintHead(QPainter &painter, const QPointF &tip, const QPointF &direction, const QColor &color)
{
    const QPointF across(-direction.y() * 3.5, direction.x() * 3.5);
    const QPointF base = tip - direction * headLength;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF{tip, base + across, base - across});
}

} // namespace

FlowStrip::FlowStrip(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents); // a drawing inside of a card that is clicked as a whole
    setAccessibleName(tr("Steps"));
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void FlowStrip::setFlow(const QList<Node> &nodes, const std::optional<AskBack> &askBack)
{
    m_nodes = nodes;
    m_askBack = askBack;
    QStringList texts;
    for (const Node &node : nodes)
        texts << node.text;
    if (askBack)
        texts << askBack->text;
    setAccessibleDescription(texts.join(u" → "_s));
    updateGeometry();
    update();
}

int FlowStrip::nodeWidth(const Node &node) const
{
    if (node.kind == Kind::Crash)
        return ringSize;
    QFont font = m_theme.font(theme::TextSize::Hint);
    font.setWeight(QFont::DemiBold);
    return qMax(boxMin, QFontMetrics(font).horizontalAdvance(node.text) + 2 * boxPadding);
}

QSize FlowStrip::sizeHint() const
{
    int width = 2;
    for (const Node &node : m_nodes)
        width += nodeWidth(node);
    width += qMax(0, int(m_nodes.size()) - 1) * arrowUsual;
    return {width, boxHeight() + 2 + (m_askBack ? arcDepth : 0)};
}

QSize FlowStrip::minimumSizeHint() const
{
    return sizeHint() - QSize(qMax(0, int(m_nodes.size()) - 1) * (arrowUsual - arrowMin), 0);
}

int FlowStrip::boxHeight() const
{
    return qMax(boxHeightMin, QFontMetrics(m_theme.font(theme::TextSize::Hint)).height() + 10);
}

QList<QRectF> FlowStrip::nodeRects() const
{
    const double slack = width() - sizeHint().width();
    const double share = m_nodes.size() > 1 ? slack / double(m_nodes.size() - 1) : 0;
    const double arrow = qBound(double(arrowMin), arrowUsual + share, double(arrowMax));
    QList<QRectF> rects;
    double x = 1;
    for (const Node &node : m_nodes) {
        const double height = node.kind == Kind::Crash ? ringSize : boxHeight();
        const QRectF rect(std::round(x) + 0.5, (boxHeight() - height) / 2 + 1.5, nodeWidth(node) - 1, height - 1);
        rects << rect;
        x += nodeWidth(node) + arrow;
    }
    return rects;
}

void FlowStrip::paintNode(QPainter &painter, const QRectF &rect, const Node &node) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    if (node.kind == Kind::Crash) {
        painter.setPen(tokens.failed.chart);
        painter.setBrush(tokens.failed.fill);
        painter.drawEllipse(rect);
        theme::paintIcon(painter, QRectF(0, 0, 12, 12).translated(rect.center() - QPointF(6, 6)), u"cross"_s,
                         tokens.failed.text);
        return;
    }
    const bool missing = node.kind == Kind::Missing;
    const theme::StateColors *state = node.kind == Kind::Goal ? &tokens.succeed
        : node.kind == Kind::Flight                           ? &tokens.submitted
                                                              : nullptr;
    QPen pen(state ? state->edge : missing ? tokens.edge : tokens.neutralEdge, 1);
    if (missing)
        pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(state ? QBrush(state->fill) : missing ? QBrush(Qt::NoBrush) : QBrush(tokens.neutral));
    painter.drawRoundedRect(rect, 5, 5);
    QFont font = m_theme.font(theme::TextSize::Hint);
    font.setWeight(missing ? QFont::Normal : QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(state ? state->text : missing ? tokens.muted : tokens.text);
    painter.drawText(rect, Qt::AlignCenter, node.text);
}

void FlowStrip::paintArrow(QPainter &painter, const QRectF &from, const QRectF &to, Kind target) const
{
    const QColor color = m_theme.tokens().muted;
    const double y = std::floor(from.center().y()) + 0.5;
    QPen pen(color, 1);
    if (target == Kind::Missing)
        pen.setDashPattern({1, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(from.right() + 2, y), QPointF(to.left() - (target == Kind::Missing ? 2 : headLength), y));
    if (target != Kind::Missing)
        paintHead(painter, QPointF(to.left() - 2, y), {1, 0}, color);
}

void FlowStrip::paintAskBack(QPainter &painter, const QList<QRectF> &rects) const
{
    const QColor color = m_theme.tokens().accent;
    const QRectF &from = rects.at(m_askBack->from);
    const QRectF &to = rects.at(m_askBack->to);
    const double y = from.bottom() + 12;
    QPen pen(color, 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{from.center().x(), from.bottom() + 2},
                                   {from.center().x(), y},
                                   {to.center().x(), y},
                                   {to.center().x(), to.bottom() + headLength}});
    paintHead(painter, QPointF(to.center().x(), to.bottom() + 2), {0, -1}, color);

    painter.setFont(m_theme.font(theme::TextSize::Hint));
    QRectF patch(0, 0, QFontMetrics(painter.font()).horizontalAdvance(m_askBack->text) + 8, 16);
    patch.moveCenter(QPointF((from.center().x() + to.center().x()) / 2, y));
    // Cuts the line under its words, whatever stands behind the strip.
    painter.setCompositionMode(QPainter::CompositionMode_Clear);
    painter.fillRect(patch, Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    painter.setPen(color);
    painter.drawText(patch, Qt::AlignCenter, m_askBack->text);
}

void FlowStrip::paintEvent(QPaintEvent *)
{
    if (m_nodes.isEmpty())
        return;
    // Drawn beside the screen, so that the label of the arc can cut a hole into its line.
    QPixmap canvas(size() * devicePixelRatioF());
    canvas.setDevicePixelRatio(devicePixelRatioF());
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QRectF> rects = nodeRects();
    for (qsizetype i = 0; i < rects.size(); ++i) {
        if (i > 0)
            paintArrow(painter, rects.at(i - 1), rects.at(i), m_nodes.at(i).kind);
        paintNode(painter, rects.at(i), m_nodes.at(i));
    }
    if (m_askBack)
        paintAskBack(painter, rects);
    painter.end();
    QPainter(this).drawPixmap(0, 0, canvas);
}

} // namespace widgets
