// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/textsize.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

#include <array>

using namespace Qt::StringLiterals;

namespace theme {
namespace {

struct SizeRow
{
    QLatin1StringView name;
    int pixels; ///< in the drawings, whose body text has 13
    bool semibold;
};

// In the order of TextSize.
constexpr std::array<SizeRow, textSizeCount> sizes{{
    {"hint"_L1, 11, false},
    {"small"_L1, 12, false},
    {"body"_L1, 13, false},
    {"cardTitle"_L1, 13, true},
    {"dialogTitle"_L1, 16, true},
    {"truth"_L1, 20, true},
    {"kpi"_L1, 26, true},
    {"presentBody"_L1, 18, false},
    {"presentTitle"_L1, 26, true},
    {"presentLarge"_L1, 36, true},
    {"presentHuge"_L1, 46, true},
}};

const SizeRow &row(TextSize size)
{
    return sizes[static_cast<size_t>(size)];
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Normal:
        return u"normal"_s;
    case Tone::Muted:
        return u"muted"_s;
    case Tone::Accent:
        return u"accent"_s;
    case Tone::Good:
        return u"good"_s;
    case Tone::Bad:
        return u"bad"_s;
    case Tone::Changed:
        return u"changed"_s;
    }
    Q_UNREACHABLE();
}

/// The style sheet reads properties when it polishes, not when they change.
void setStyleProperty(QWidget &widget, const char *name, const QString &value)
{
    if (widget.property(name).toString() == value)
        return;
    widget.setProperty(name, value);
    widget.style()->unpolish(&widget);
    widget.style()->polish(&widget);
    widget.updateGeometry();
}

} // namespace

double textFactor(TextSize size)
{
    return row(size).pixels / 13.0;
}

bool isSemibold(TextSize size)
{
    return row(size).semibold;
}

QString textSizeName(TextSize size)
{
    return row(size).name;
}

void setTextSize(QWidget &widget, TextSize size)
{
    setStyleProperty(widget, "textSize", textSizeName(size));
}

void setTone(QWidget &widget, Tone tone)
{
    setStyleProperty(widget, "tone", toneName(tone));
}

} // namespace theme
