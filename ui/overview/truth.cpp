// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/truth.h"

#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype namedMax = 3;
const QString clause = u"\u00a0· "_s; ///< before the next one; no line begins with a dot

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Truth)

public:
    static QString sum(const TruthFacts &facts);
    static QString overridden(const QList<QByteArray> &gids);
    static QString numbers(const core::store::Counts &counts);
    static Truth unknown(const TruthFacts &facts);
};

int bounded(std::int64_t count)
{
    return int(std::clamp<std::int64_t>(count, 0, std::numeric_limits<int>::max()));
}

/// Stays on one line.
QString together(QString words)
{
    return words.replace(u' ', QChar::Nbsp);
}

/// "Total 100.00 = balances 90.00 + in flight 10.00 · missing 0.00 · checked 2 s ago"
QString Words::sum(const TruthFacts &facts)
{
    const BankTotals &totals = facts.totals;
    QString text = tr("Total %1 = balances %2 + in flight %3")
                       .arg(widgets::formatMoney(totals.total()), widgets::formatMoney(totals.a + totals.b),
                            widgets::formatMoney(totals.inFlight));
    text += clause
        + together(totals.missing() < core::Money() ? tr("too much %1").arg(widgets::formatMoney(-totals.missing()))
                                                    : tr("missing %1").arg(widgets::formatMoney(totals.missing())));
    if (facts.sinceRead)
        text += clause + together(tr("checked %1 ago").arg(widgets::formatAge(*facts.sinceRead)));
    return facts.overridden.isEmpty() ? text : text + clause + overridden(facts.overridden);
}

/// What a person ended is named in every verdict: the banks need not agree with it.
QString Words::overridden(const QList<QByteArray> &gids)
{
    if (widgets::gidsAreHidden())
        return tr("%Ln message(s) stopped by a person", nullptr, bounded(gids.size()));
    QStringList names;
    for (qsizetype i = 0; i < std::min(gids.size(), namedMax); ++i)
        names << widgets::shortGid(QString::fromLatin1(gids.at(i)));
    if (gids.size() > namedMax)
        names << tr("%Ln more", "messages", bounded(gids.size() - namedMax));
    //: %1: names of messages
    return tr("stopped by a person: %1").arg(names.join(u", "_s));
}

/// "1,284 transfers, 3 retrying, 0 stalled"
QString Words::numbers(const core::store::Counts &counts)
{
    return tr("%1, %2, %3", "transfers, retrying ones, stalled ones")
        .arg(tr("%Ln transfer(s)", nullptr, bounded(counts.total)),
             tr("%Ln retrying", nullptr, bounded(counts.retrying)),
             tr("%Ln stalled", nullptr, bounded(counts.stalled)));
}

Truth Words::unknown(const TruthFacts &facts)
{
    if (!facts.storeProblem.isEmpty())
        return {Truth::Tone::Unknown, tr("Not known whether all money is accounted for: the store cannot be read."),
                widgets::coreWords(facts.storeProblem)};
    if (!facts.bankProblem.isEmpty())
        return {Truth::Tone::Unknown, tr("Not known whether all money is accounted for: a bank cannot be read."),
                widgets::coreWords(facts.bankProblem)};
    return {Truth::Tone::Unknown, tr("Not known yet whether all money is accounted for."),
            tr("The store and both banks are being read.")};
}

} // namespace

Truth truthOf(const TruthFacts &facts)
{
    const bool isKnown = facts.storeProblem.isEmpty() && facts.bankProblem.isEmpty() && facts.counts
        && facts.totals.known && facts.totals.isPair;
    if (!isKnown)
        return Words::unknown(facts);
    const core::Money missing = facts.totals.missing();
    const QString sum = Words::sum(facts);
    if (missing > core::Money())
        return {Truth::Tone::Bad, Words::tr("Money is missing: %1.").arg(widgets::formatMoney(missing)), sum};
    if (missing < core::Money())
        return {Truth::Tone::Bad, Words::tr("There is too much money: %1.").arg(widgets::formatMoney(-missing)), sum};
    return {Truth::Tone::Good,
            //: %1: "1,284 transfers, 3 retrying, 0 stalled"
            Words::tr("All money accounted for: %1.").arg(Words::numbers(*facts.counts)), sum};
}

} // namespace ui
