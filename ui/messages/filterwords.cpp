// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterwords.h"

#include "ui/messages/filterlexer.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace ui {
namespace {

constexpr int wrongLettersMax = 2;
constexpr qsizetype wordLengthMax = 32; // longer ones resemble none of ours

/// How many letters must be put in, taken out or changed to make one word the other.
int lettersApart(const QString &a, const QString &b)
{
    std::vector<int> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i));
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool same = a.at(i - 1) == b.at(qsizetype(j) - 1);
            const int changed = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestWord(const QString &typed, const QStringList &words)
{
    if (typed.size() < 2 || typed.size() > wordLengthMax)
        return {};
    QString nearest;
    int fewest = wrongLettersMax + 1;
    for (const QString &word : words) {
        const int apart = word.startsWith(typed) ? 0 : lettersApart(typed, word);
        if (apart < fewest && apart < word.size() - 1) {
            fewest = apart;
            nearest = word;
        }
    }
    return nearest;
}

QString filterQuoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
    return u'"' + escaped + u'"';
}

QString filterValue(const QString &text)
{
    const auto isPlain = [](QChar one) { return !one.isSpace() && one != u'"' && one != u'\\'; };
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isPlain) ? text : filterQuoted(text);
}

QString quotedTerm(const FilterToken &token)
{
    return token.key + token.op + filterQuoted(token.value);
}

} // namespace ui
