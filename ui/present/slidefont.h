// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace ui {

/// The sizes of a slide, large enough to be read from the back of a room.
enum class SlideText { Body, Strong, Headline, Title, Figure };

/// While the theme presents, all type is larger already, so that smaller names of sizes come out alike. Whoever has set
/// text half as large again, or more, gets what stands out one size less: it is large enough, and the slide is seen
/// whole.
inline theme::TextSize slideSize(const theme::Theme &theme, SlideText text)
{
    using theme::TextSize;
    constexpr double large = 1.5;
    const bool presents = theme.isPresenting();
    const bool isLarge = theme.textScale() >= large;
    const auto pick = [&](TextSize usual, TextSize less, TextSize presented, TextSize presentedLess) {
        if (presents)
            return isLarge ? presentedLess : presented;
        return isLarge ? less : usual;
    };
    switch (text) {
    case SlideText::Body:
        return presents ? TextSize::Body : TextSize::PresentBody;
    case SlideText::Strong:
        return pick(TextSize::Truth, TextSize::DialogTitle, TextSize::DialogTitle, TextSize::CardTitle);
    case SlideText::Headline:
        return pick(TextSize::PresentTitle, TextSize::Truth, TextSize::Truth, TextSize::DialogTitle);
    case SlideText::Title:
        return pick(TextSize::PresentLarge, TextSize::PresentTitle, TextSize::Kpi, TextSize::Truth);
    case SlideText::Figure:
        return pick(TextSize::PresentHuge, TextSize::PresentLarge, TextSize::PresentLarge, TextSize::Kpi);
    }
    Q_UNREACHABLE();
}

inline QFont slideFont(const theme::Theme &theme, SlideText text)
{
    return theme.font(slideSize(theme, text));
}

} // namespace ui
