// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectiondelegate.h"

#include "ui/connections/connectionsmodel.h"
#include "ui/session/connectionwords.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int barWidth = 4;
constexpr int iconSize = 16;
constexpr int lockSize = 14;
constexpr int chipHeight = 20;
constexpr int rowGap = 12;

} // namespace

theme::Level levelOf(Connection::Care care)
{
    switch (care) {
    case Connection::Care::Local:
        return theme::Level::Local;
    case Connection::Care::Test:
        return theme::Level::Test;
    case Connection::Care::Prod:
        return theme::Level::Prod;
    }
    return theme::Level::Prod;
}

QSize ConnectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, qMax(rowHeight, 2 * option.fontMetrics.height() + 2 * rowGap)};
}

void ConnectionDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    const theme::Tokens &tokens = theme().tokens();
    const auto care = Connection::Care(index.data(ConnectionsModel::CareRole).toInt());
    const auto safety = Connection::Safety(index.data(ConnectionsModel::SafetyRole).toInt());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRect(option.rect.left(), option.rect.top() + 8, barWidth, option.rect.height() - 17),
                     tokens.of(levelOf(care)).mark);
    QRect room = option.rect.adjusted(16, 8, -16, -9);
    theme::paintIcon(painter, QRectF(room.left(), room.center().y() - iconSize / 2, iconSize, iconSize),
                     index.data(ConnectionsModel::IconRole).toString(), tokens.muted);
    room.setLeft(room.left() + iconSize + rowGap);
    const int chipWidth = paintCare(painter, room, care);
    paintLock(painter, room, safety);

    const QRect upper = room.adjusted(0, 0, -chipWidth - rowGap, -room.height() / 2);
    painter.setFont(theme().font(theme::TextSize::CardTitle));
    painter.setPen(tokens.text);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(option.text, Qt::ElideRight, upper.width()));
    painter.setFont(theme().font(theme::TextSize::Small));
    painter.setPen(tokens.muted);
    const int lockWidth = painter.fontMetrics().horizontalAdvance(safetyWord(safety)) + lockSize + 2 * rowGap;
    const QRect lower = room.adjusted(0, room.height() / 2, -lockWidth, 0);
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(index.data(ConnectionsModel::PlaceRole).toString(),
                                                      Qt::ElideMiddle, lower.width()));
}

int ConnectionDelegate::paintCare(QPainter &painter, const QRect &room, Connection::Care care) const
{
    const theme::LevelColors &level = theme().tokens().of(levelOf(care));
    QFont font = theme().font(theme::TextSize::Hint);
    font.setWeight(QFont::DemiBold);
    const QString word = careWord(care);
    const int width = QFontMetrics(font).horizontalAdvance(word) + 14;
    const QRectF chip(room.right() - width + 0.5, room.top() + 0.5, width, chipHeight - 1);
    painter.setPen(level.mark);
    painter.setBrush(level.fill);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setFont(font);
    painter.setPen(level.text);
    painter.drawText(chip, Qt::AlignCenter, word);
    return width;
}

void ConnectionDelegate::paintLock(QPainter &painter, const QRect &room, Connection::Safety safety) const
{
    const theme::Tokens &tokens = theme().tokens();
    const QString word = safetyWord(safety);
    painter.setFont(theme().font(theme::TextSize::Small));
    painter.setPen(tokens.muted);
    const QRect lower = room.adjusted(0, room.height() / 2, 0, 0);
    painter.drawText(lower, Qt::AlignRight | Qt::AlignVCenter, word);
    const int left = lower.right() - painter.fontMetrics().horizontalAdvance(word) - lockSize - 6;
    theme::paintIcon(painter, QRectF(left, lower.center().y() - lockSize / 2 + 1, lockSize, lockSize),
                     safetyIcon(safety), tokens.muted);
}

} // namespace ui
