// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/barsdelegate.h"

#include "ui/overview/errorgroupsmodel.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace ui {
namespace {

constexpr int width = 96;
constexpr int height = 18;

} // namespace

void BarsDelegate::paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto course = index.data(ErrorGroupsModel::CourseRole).value<QList<int>>();
    const int top = course.isEmpty() ? 0 : *std::max_element(course.cbegin(), course.cend());
    if (top == 0)
        return;
    const QRect room = contentRect(option);
    const double step = double(std::min(width, room.width())) / double(course.size());
    const double bottom = room.center().y() + height / 2.0;
    for (qsizetype i = 0; i < course.size(); ++i) {
        if (course.at(i) == 0)
            continue;
        const double tall = std::max(1.0, double(height) * course.at(i) / top);
        painter.fillRect(QRectF(room.left() + step * double(i), bottom - tall, std::max(1.0, step - 1), tall),
                         theme().tokens().edge);
    }
}

QSize BarsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {width + 2 * padding, height + 12};
}

} // namespace ui
