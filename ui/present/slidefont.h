// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace ui {

/// The sizes of a slide, large enough to be read from the back of a room. While the theme presents, all type is larger
/// already, so that smaller names of sizes come out alike.
enum class SlideText { Body, Strong, Headline, Title, Figure };

inline theme::TextSize slideSize(const theme::Theme &theme, SlideText text)
{
    using theme::TextSize;
    const bool presents = theme.isPresenting();
    switch (text) {
    case SlideText::Body:
        return presents ? TextSize::Body : TextSize::PresentBody;
    case SlideText::Strong:
        return presents ? TextSize::DialogTitle : TextSize::Truth;
    case SlideText::Headline:
        return presents ? TextSize::Truth : TextSize::PresentTitle;
    case SlideText::Title:
        return presents ? TextSize::Kpi : TextSize::PresentLarge;
    case SlideText::Figure:
        return presents ? TextSize::PresentLarge : TextSize::PresentHuge;
    }
    Q_UNREACHABLE();
}

inline QFont slideFont(const theme::Theme &theme, SlideText text)
{
    return theme.font(slideSize(theme, text));
}

} // namespace ui
