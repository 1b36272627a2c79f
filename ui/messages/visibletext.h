// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui {

/// Text of others, fit to be looked at: control characters, and those that turn the direction of writing around, are
/// shown as "␀" or "⟨U+202E⟩" and do nothing. Line ends and tabs stay. Pure.
inline QString visibleText(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar c : text) {
        const bool isPlainSpace = c == u'\n' || c == u'\t' || c == u'\r';
        if (c.category() == QChar::Other_Format)
            shown += QStringLiteral("⟨U+%1⟩").arg(QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0'));
        else if (c.category() == QChar::Other_Control && !isPlainSpace)
            shown += c.unicode() < 0x20 ? QChar(0x2400 + c.unicode()) : QChar(QChar::ReplacementCharacter);
        else
            shown += c;
    }
    return shown;
}

} // namespace ui
