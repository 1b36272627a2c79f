// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/scenariodelegate.h"

#include "ui/faultlab/scenariomodel.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Face = ScenarioEntry::Face;

constexpr int side = 8; ///< inside the row, left and right
constexpr int markSize = 24;
constexpr int rowPadding = 6;
constexpr double cornerRadius = 6;
constexpr double iconSize = 14;

struct Mark
{
    QString icon;
    QColor fill;
    QColor edge;
    QColor ink;
    bool dashed = false;
};

Mark ofState(const QString &icon, const theme::StateColors &colors)
{
    return {icon, colors.fill, colors.edge, colors.text};
}

Mark markOf(Face face, const theme::Tokens &tokens)
{
    switch (face) {
    case Face::NotRun:
        break;
    case Face::Queued:
        return {u"clock"_s, tokens.panel, tokens.neutralEdge, tokens.muted};
    case Face::Running:
        return {u"play"_s, tokens.accentFill, tokens.accentFill, tokens.onAccent};
    case Face::Paused:
        return {u"pause"_s, tokens.accentFill, tokens.accentFill, tokens.onAccent};
    case Face::Holds:
        return ofState(u"check"_s, tokens.succeed);
    case Face::Broken:
        return ofState(u"cross"_s, tokens.failed);
    case Face::Stopped:
        return {u"stop"_s, tokens.neutral, tokens.neutralEdge, tokens.neutralText};
    case Face::NotStarted:
        return {u"question"_s, tokens.neutral, tokens.neutralEdge, tokens.neutralText};
    }
    return {u"more"_s, tokens.panel, tokens.neutralEdge, tokens.muted, true};
}

} // namespace

ScenarioDelegate::ScenarioDelegate(const theme::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

QSize ScenarioDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int text =
        QFontMetrics(m_theme.font()).height() + QFontMetrics(m_theme.font(theme::TextSize::Small)).height();
    return {160, m_theme.rowHeight(std::max(markSize, text) + 2 * rowPadding)};
}

void ScenarioDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(0, 1, -2, -1);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? tokens.select : tokens.hover);
        painter->drawRoundedRect(row, cornerRadius, cornerRadius);
    }
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(tokens.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), cornerRadius, cornerRadius);
    }
    const QRectF circle(row.left() + side, row.center().y() - markSize / 2.0 + 0.5, markSize, markSize);
    paintMark(*painter, circle, Face(index.data(ScenarioModel::FaceRole).toInt()));
    const int left = int(circle.right()) + 10;
    const QRect text(left, row.top(), row.right() - side - left, row.height());
    QFont titleFont = m_theme.font();
    titleFont.setWeight(QFont::Medium);
    const QFont lineFont = m_theme.font(theme::TextSize::Small);
    const QFontMetrics title(titleFont);
    const QFontMetrics line(lineFont);
    const int top = text.center().y() - (title.height() + line.height()) / 2;
    const auto put = [&](const QFont &font, const QFontMetrics &metrics, const QColor &color, int y,
                         const QString &words) {
        painter->setFont(font);
        painter->setPen(color);
        painter->drawText(QRect(text.left(), y, text.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(words, Qt::ElideRight, text.width()));
    };
    put(titleFont, title, tokens.text, top, index.data().toString());
    put(lineFont, line, tokens.muted, top + title.height(), index.data(ScenarioModel::StandingRole).toString());
    painter->restore();
}

void ScenarioDelegate::paintMark(QPainter &painter, const QRectF &circle, Face face) const
{
    const Mark mark = markOf(face, m_theme.tokens());
    QPen edge(mark.edge, 1);
    if (mark.dashed)
        edge.setStyle(Qt::DotLine);
    painter.setPen(edge);
    painter.setBrush(mark.fill);
    painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
    const QPointF center = circle.center();
    theme::paintIcon(painter, {center.x() - iconSize / 2, center.y() - iconSize / 2, iconSize, iconSize}, mark.icon,
                     mark.ink);
}

} // namespace ui
