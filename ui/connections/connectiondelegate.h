// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/celldelegate.h"

namespace ui {

/// The colours of a level of care.
theme::Level levelOf(Connection::Care care);

/// A row of ConnectionsModel: a bar in the colour of its care, label over place, the word of its care and its lock.
class ConnectionDelegate final : public widgets::CellDelegate
{
    Q_OBJECT
public:
    static constexpr int rowHeight = 56;

    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int paintCare(QPainter &painter, const QRect &room, Connection::Care care) const;
    void paintLock(QPainter &painter, const QRect &room, Connection::Safety safety) const;
};

} // namespace ui
