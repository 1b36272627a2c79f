// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/legend.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int swatch = 10;
constexpr int gap = 6;
constexpr int between = 14;

} // namespace

Legend::Legend(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    theme::setTextSize(*this, theme::TextSize::Small);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    //: accessible name of the colour key of a chart
    setAccessibleName(tr("Legend"));
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Legend::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    QStringList words;
    for (const Entry &entry : entries)
        words << entry.text;
    setAccessibleDescription(words.join(u", "_s));
    updateGeometry();
    update();
}

QSize Legend::sizeHint() const
{
    ensurePolished();
    int width = 0;
    for (const Entry &entry : m_entries)
        width += (width > 0 ? between : 0) + swatch + gap + fontMetrics().horizontalAdvance(entry.text);
    return {width, qMax(16, fontMetrics().height())};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (const Entry &entry : m_entries) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.color(m_theme.tokens()));
        painter.drawRoundedRect(QRect(x, (height() - swatch) / 2, swatch, swatch), 2, 2);
        x += swatch + gap;
        painter.setPen(m_theme.tokens().muted);
        painter.drawText(QRect(x, 0, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, entry.text);
        x += fontMetrics().horizontalAdvance(entry.text) + between;
    }
}

} // namespace widgets
