// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/visibletext.h"

#include <algorithm>

namespace widgets {
namespace {

bool isPlainSpace(QChar c)
{
    return c == u'\n' || c == u'\t' || c == u'\r';
}

bool isUnseen(QChar c)
{
    if (c.unicode() >= 0x20 && c.unicode() < 0x7F)
        return false; // nearly all there is
    const QChar::Category category = c.category();
    return category == QChar::Other_Format || (category == QChar::Other_Control && !isPlainSpace(c));
}

QString markOf(QChar c)
{
    if (c.category() == QChar::Other_Format)
        return QStringLiteral("⟨U+%1⟩").arg(QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0'));
    return c.unicode() < 0x20 ? QChar(0x2400 + c.unicode()) : QChar(QChar::ReplacementCharacter);
}

} // namespace

QString visibleText(const QString &text)
{
    const auto first = std::find_if(text.begin(), text.end(), isUnseen);
    if (first == text.end())
        return text;
    QString shown = text.left(first - text.begin());
    for (auto c = first; c != text.end(); ++c)
        shown += isUnseen(*c) ? markOf(*c) : QString(*c);
    return shown;
}

} // namespace widgets
