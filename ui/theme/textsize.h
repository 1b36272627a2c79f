// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace theme {

/// Sizes of type, as a factor of the application font's size (13 px at 96 dpi in the drawings).
enum class TextSize {
    Hint, ///< axes, key hints: 11
    Small, ///< 12
    Body, ///< 13
    CardTitle, ///< 13 semibold
    DialogTitle, ///< 16 semibold
    Truth, ///< the sentence of truth: 20 semibold
    Kpi, ///< 26 semibold
    PresentBody, ///< 18
    PresentTitle, ///< 26 semibold
    PresentLarge, ///< 36 semibold
    PresentHuge, ///< 46 semibold
};

inline constexpr int textSizeCount = 11;

/// The factor on the application font's size.
double textFactor(TextSize size);
bool isSemibold(TextSize size);
/// The name that the style sheet knows the size by: "hint", "cardTitle", …
QString textSizeName(TextSize size);

/// Gives a widget a size by a property of the style sheet, so that it follows a change of the text size by itself.
void setTextSize(QWidget &widget, TextSize size);

/// The colour of a label's text: also a property of the style sheet.
enum class Tone { Normal, Muted, Accent, Good, Bad, Changed };
void setTone(QWidget &widget, Tone tone);

} // namespace theme
