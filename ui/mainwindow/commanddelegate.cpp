// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/commanddelegate.h"

#include "ui/mainwindow/commandmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keyhint.h"

#include <QKeySequence>
#include <QPainter>

namespace ui {
namespace {

constexpr int iconSide = 16;
constexpr int rowGap = 10;
constexpr int rowPadding = 14; // above and below the text together

} // namespace

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, qMax(theme().rowHeight(34), option.fontMetrics.height() + rowPadding)};
}

void CommandDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const theme::Tokens &tokens = theme().tokens();
    const QString reason = index.data(CommandModel::ReasonRole).toString();
    QRect room = option.rect.adjusted(padding, 0, -padding, 0);
    option.icon.paint(&painter, QRect(room.left(), room.top(), iconSide, room.height()), Qt::AlignCenter,
                      reason.isEmpty() ? QIcon::Normal : QIcon::Disabled);
    room.setLeft(room.left() + iconSide + rowGap);
    const QString usualKeys = widgets::keyHintText(QKeySequence(Qt::CTRL | Qt::Key_0));
    int keysWidth = widgets::keyHintSize(usualKeys, option.font).width(); // what stands beside them lines up
    if (const QString keys = index.data(CommandModel::KeysRole).toString(); !keys.isEmpty()) {
        const QSize size = widgets::keyHintSize(keys, option.font);
        const QRect pill(room.right() - size.width(), room.center().y() - size.height() / 2, size.width(),
                         size.height());
        widgets::paintKeyHint(painter, pill, keys, tokens.muted, tokens.border);
        keysWidth = qMax(keysWidth, size.width());
    }
    room.setRight(room.right() - keysWidth - rowGap);
    painter.setPen(reason.isEmpty() ? tokens.text : tokens.disabled);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, option.text);
    room.setLeft(room.left() + option.fontMetrics.horizontalAdvance(option.text) + rowGap);
    const QString beside = reason.isEmpty() ? index.data(CommandModel::GroupRole).toString() : reason;
    painter.setPen(tokens.muted);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(beside, Qt::ElideRight, room.width()));
}

} // namespace ui
