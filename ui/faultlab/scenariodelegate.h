// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/scenarioplayer.h"

#include <QStyledItemDelegate>

namespace theme {
class Theme;
}

namespace ui {

/// A scenario in the list: a round mark of how it stands, its title, and the line that says so in words.
class ScenarioDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ScenarioDelegate(const theme::Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMark(QPainter &painter, const QRectF &circle, ScenarioEntry::Face face) const;

    const theme::Theme &m_theme;
};

} // namespace ui
