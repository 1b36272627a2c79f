// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

namespace ui {

/// The part of the filter text that could not be understood, and a sentence that names what would be right.
struct FilterProblem
{
    qsizetype start = 0;
    qsizetype length = 0; ///< never 0
    QString sentence;
    QString fix = {}; ///< what would be understood in its place, where that can be guessed
    friend bool operator==(const FilterProblem &, const FilterProblem &) = default;
};

struct ParsedFilter
{
    core::store::Filter filter; ///< of the terms that were understood
    QString status; ///< what stood after status:, as typed but in lower case; empty: the term is not there
    QList<FilterProblem> problems; ///< in the order of the text
    bool ok() const { return problems.isEmpty(); }
};

/// Reads what is typed into the filter bar: terms with all of which a message must comply, and at most one free text.
///
///     status:submitted,failed attempts>3 age>5m created>=2026-09-14 url~TransIn payload~"30" gid:01M2 topic:paid
///
/// Free text stands in a URL or a payload; one that looks like the beginning of a gid of our own making (a 0 and at
/// least five more characters of base 32) is taken as that. Quotes keep blanks and everything that would be a term
/// together; inside them \" and \\ stand for " and \. Pure.
class FilterParser final
{
    Q_DECLARE_TR_FUNCTIONS(ui::FilterParser)
public:
    /// now turns ages into moments; dates are those of the local time zone.
    static ParsedFilter parse(const QString &text, core::TimePoint now);
    /// What status: takes: "prepared", "submitted", "retrying", "stalled", "succeed", "failed", "waiting".
    static QStringList statusWords();
    /// The keys of all terms: "status", "attempts", …
    static QStringList keys();
};

/// The words of one status as a filter; nothing for an unknown word.
std::optional<core::store::Filter> statusFilter(const QString &word);

/// The filter within a view that narrows by state alone; nothing if no message can be in both.
std::optional<core::store::Filter> narrowed(const core::store::Filter &view, core::store::Filter filter);

/// The filter text with this status in place of the one it has; an empty word takes the term away.
QString withStatus(const QString &text, const QString &word);

} // namespace ui
