// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/fuzzymatch.h"

#include <QString>

namespace ui {
namespace {

constexpr int wordStartBonus = 12;
constexpr int neighbourBonus = 8;
constexpr int letterScore = 4;
constexpr int gapPenalty = 1; ///< a letter that is skipped between two that match
constexpr int lengthPenalty = 1; ///< a letter of the text beyond the pattern's, in tenths
constexpr int lengthUnit = 10;

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber() || (text.at(at).isUpper() && text.at(at - 1).isLower());
}

/// The place of a letter from `from` on: the start of a word goes before the next place of all.
qsizetype placeOf(QChar letter, QStringView text, qsizetype from)
{
    qsizetype nearest = -1;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text.at(at).toCaseFolded() != letter)
            continue;
        if (at == from || beginsWord(text, at))
            return at;
        if (nearest < 0)
            nearest = at;
    }
    return nearest;
}

/// The score with the first letter at or behind `start`; nothing when a letter is missing.
std::optional<int> scoreFrom(QStringView pattern, QStringView text, bool preferWordStarts)
{
    int score = 0;
    qsizetype next = 0;
    for (const QChar typed : pattern) {
        if (typed.isSpace())
            continue;
        const QChar letter = typed.toCaseFolded();
        qsizetype at = preferWordStarts ? placeOf(letter, text, next) : text.indexOf(letter, next, Qt::CaseInsensitive);
        if (at < 0)
            return {};
        const bool isNeighbour = next > 0 && at == next;
        score += letterScore + (beginsWord(text, at) ? wordStartBonus : 0) + (isNeighbour ? neighbourBonus : 0);
        score -= next > 0 ? int(at - next) * gapPenalty : 0;
        next = at + 1;
    }
    return score - int(text.size() - pattern.size()) * lengthPenalty / lengthUnit;
}

} // namespace

std::optional<int> fuzzyScore(QStringView pattern, QStringView text)
{
    if (pattern.trimmed().isEmpty())
        return 0;
    const std::optional<int> byWords = scoreFrom(pattern, text, true);
    const std::optional<int> plain = scoreFrom(pattern, text, false);
    return byWords && plain ? std::optional(qMax(*byWords, *plain)) : byWords ? byWords : plain;
}

} // namespace ui
