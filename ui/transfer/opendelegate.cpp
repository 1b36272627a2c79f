// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/opendelegate.h"

#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

void OpenDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    constexpr double size = 14;
    const QPointF center = QRectF(option.rect).center();
    theme::paintIcon(painter, QRectF(center.x() - size / 2, center.y() - size / 2, size, size), u"chevron-right"_s,
                     theme().tokens().text);
}

} // namespace ui
