// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace ui {

/// What could stand at the cursor of the filter text.
struct FilterHint
{
    QString insert; ///< the whole term, or its beginning
    QString meaning;
    std::optional<int> count; ///< how many of the messages that are listed have it
    bool goesOn = false; ///< a value must follow
};

struct FilterHints
{
    qsizetype start = 0; ///< the part of the text that a hint takes the place of
    qsizetype length = 0;
    QList<FilterHint> hints;
};

/// A word that the listed messages have, and how many of them.
struct KnownWord
{
    QString word;
    int count = 0;
};

/// What a completion knows beside the syntax. The most frequent first.
struct KnownWords
{
    QList<KnownWord> routes; ///< "SagaBTransIn"
    QList<KnownWord> hosts; ///< "127.0.0.1:8081"
};

/// Hints for the term that the cursor stands in or behind; none where none fits. Pure.
FilterHints filterHints(const QString &text, qsizetype cursor, const KnownWords &known);

/// The text with the hint in its place, and where the cursor is then: behind a blank, unless a value must follow. Pure.
std::pair<QString, qsizetype> withHint(const QString &text, const FilterHints &hints, const FilterHint &hint);

} // namespace ui
