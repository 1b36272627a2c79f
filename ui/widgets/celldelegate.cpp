// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/celldelegate.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/visibletext.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

namespace widgets {
namespace {

QColor background(const QStyleOptionViewItem &option, const QModelIndex &index, const theme::Tokens &tokens)
{
    if (option.state & QStyle::State_Selected)
        return tokens.select;
    const bool hovered = option.state & QStyle::State_MouseOver || RowHover::hoveredRow(option.widget) == index.row();
    return hovered ? tokens.hover : QColor();
}

/// What the model says with a foreground goes before the palette.
QColor foreground(const QStyleOptionViewItem &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    return option.palette.color(enabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text);
}

bool isInFirstColumn(const QStyleOptionViewItem &option)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return table && option.index.isValid() && table->horizontalHeader()->visualIndex(option.index.column()) == 0;
}

} // namespace

CellDelegate::CellDelegate(const theme::Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = visibleText(option->text);
}

void CellDelegate::showTip(const QHelpEvent &event, QAbstractItemView &view, const QString &text)
{
    const QString shown = visibleText(text);
    QToolTip::showText(event.globalPos(), Qt::mightBeRichText(shown) ? Qt::convertFromPlainText(shown) : shown, &view);
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const QString tip = index.data(Qt::ToolTipRole).toString();
    if (event->type() != QEvent::ToolTip || tip.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    showTip(*event, *view, tip);
    return true;
}

QRect CellDelegate::contentRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(isInFirstColumn(option) ? firstPadding : padding, 0, -padding, -1);
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    painter->save();
    const QColor fill = background(option, index, m_theme.tokens());
    if (fill.isValid())
        painter->fillRect(option.rect, fill);
    else if (filled.backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option.rect, filled.backgroundBrush);
    painter->fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), m_theme.tokens().grid);
    painter->setFont(filled.font);
    painter->setPen(foreground(filled));
    paintContent(*painter, filled, index);
    painter->restore();
}

void CellDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    theme::drawDigits(painter, contentRect(option), option.displayAlignment, option.text);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    const QFontMetricsF metrics(filled.font);
    return {qCeil(theme::digitsWidth(metrics, filled.text)) + 2 * padding, qCeil(metrics.height()) + 12};
}

} // namespace widgets
