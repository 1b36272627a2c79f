// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QSizeF>
#include <QString>

class QPainter;
class QPointF;

namespace theme {
class Theme;
}

namespace widgets {

/// The box beside a chart's hover line: a title, then a swatch, a name and a value a row.
struct HoverBox
{
    struct Row
    {
        QColor color;
        QString name;
        QString value;
    };
    QString title;
    QList<Row> rows;

    QSizeF size(const theme::Theme &theme) const;
    void paint(QPainter &painter, const QPointF &topLeft, const theme::Theme &theme) const;
};

} // namespace widgets
