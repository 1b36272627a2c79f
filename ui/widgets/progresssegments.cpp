// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/progresssegments.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int barHeight = 12;
constexpr double gap = 1;

} // namespace

ProgressSegments::ProgressSegments(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Progress"));
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void ProgressSegments::setSegments(const QList<Segment> &segments, qint64 total)
{
    m_segments = segments;
    m_total = total;
    QStringList counts;
    for (const Segment &segment : segments) {
        //: a count and a state: "27 Succeed"
        counts << tr("%1 %2").arg(formatCount(segment.count), stateWord(segment.state));
    }
    //: "27 Succeed, 2 Retrying of 50"
    const QString description = tr("%1 of %2").arg(counts.join(u", "_s), formatCount(total));
    setAccessibleDescription(description);
    setToolTip(description);
    update();
}

QSize ProgressSegments::sizeHint() const
{
    return {240, barHeight};
}

void ProgressSegments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(0, (height() - barHeight) / 2.0, width(), barHeight);
    QPainterPath shape;
    shape.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    painter.setClipPath(shape);
    painter.fillRect(bar, m_theme.tokens().neutral);
    if (m_total <= 0)
        return;
    double x = 0;
    for (const Segment &segment : m_segments) {
        if (segment.count <= 0)
            continue;
        // One that is there stays visible beside a million others.
        const double width = qMax(3.0, bar.width() * double(segment.count) / double(m_total));
        painter.fillRect(QRectF(x, bar.top(), width - gap, bar.height()), m_theme.style(segment.state).chart);
        x += width;
    }
}

} // namespace widgets
