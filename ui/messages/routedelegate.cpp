// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/routedelegate.h"

#include "ui/messages/messagecells.h"
#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

void RouteDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString ends = index.data(RouteEndsRole).toString();
    QString rest = index.data(RouteNameRole).toString();
    QRectF room = contentRect(option);
    if (!ends.isEmpty()) {
        room.setLeft(room.left() + theme::drawDigits(painter, room, option.displayAlignment, ends));
        rest.prepend(u" · "_s);
    }
    painter.setPen(theme().tokens().muted);
    theme::drawDigits(painter, room, option.displayAlignment, rest);
}

} // namespace ui
