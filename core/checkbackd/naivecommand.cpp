// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/naivecommand.h"

#include "core/checkbackd/commands.h"
#include "core/checkbackd/termination.h"
#include "core/faults/comparison.h"
#include "core/faults/runcontrol.h"

#include <QCoreApplication>

#include <cstdio>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

using faults::Comparison;
using faults::Failure;
using faults::WayOutcome;

void say(const QString &text)
{
    std::fputs(qPrintable(text + u'\n'), stdout);
    std::fflush(stdout);
}

QString text(Money money)
{
    return QString::fromLatin1(money.toText());
}

QString titleOf(Failure failure)
{
    switch (failure) {
    case Failure::SenderCrash:
        return u"bank A's program dies right after its first debit"_s;
    case Failure::AnswerLost:
        return u"bank B credits the first one, and its answer is lost"_s;
    case Failure::ReceiverDown:
        break;
    }
    return u"bank B's program is down while they are sent"_s;
}

QString lossOf(const WayOutcome &way)
{
    if (way.lost > Money())
        return text(way.lost) + u" lost"_s;
    return way.lost < Money() ? text(-way.lost) + u" credited twice"_s : u"nothing lost"_s;
}

void sayWay(const QString &name, const WayOutcome &way)
{
    say(u"    %1 debits %2, credits %3: %4"_s.arg(name, -10).arg(way.debits).arg(way.credits).arg(lossOf(way)));
}

/// Both ways of each comparison, added up.
struct Sum
{
    Money lost;
    Money doubled;

    void add(const WayOutcome &way)
    {
        (way.lost > Money() ? lost : doubled) = way.lost > Money() ? lost + way.lost : doubled - way.lost;
    }
    QString words() const
    {
        return lost == Money() && doubled == Money()
            ? u"lost nothing"_s
            : u"lost %1 and credited %2 twice"_s.arg(text(lost), text(doubled));
    }
};

Result<QList<Failure>> chosenFailures(const Options &options)
{
    for (const QString &name : {u"store"_s, u"bank-a"_s, u"bank-b"_s}) {
        if (!options.value(name).isEmpty())
            return Error::invalid(name.toLatin1(),
                                  u"--%1: naive transfers lose money, so they are sent on databases of their own; "
                                  "name none"_s.arg(name));
    }
    const QString name = options.positional().value(1);
    if (name.isEmpty())
        return QList<Failure>(faults::allFailures.cbegin(), faults::allFailures.cend());
    if (const std::optional<Failure> failure = faults::failureFromName(name))
        return QList<Failure>{*failure};
    QStringList names;
    for (const Failure failure : faults::allFailures)
        names << faults::failureName(failure);
    return Error::invalid("failure", u"naive %1: give one of %2, or none for all"_s.arg(name, names.join(u", ")));
}

} // namespace

bool isNaive(const QString &name)
{
    return name == u"naive";
}

int playNaive(const Options &options)
{
    const Result<QList<Failure>> failures = chosenFailures(options);
    if (!failures.ok())
        return report(failures.error());
    faults::RunControl control;
    QObject watcher;
    watchTermination(&watcher, [&control] { control.stop(); });
    say(u"Naive against two-phase: %1 transfers of %2 from user 1 of bank A to user 2 of bank B,\n"
        "once by a debit and a call, once by messages, into the same failure.\n"_s.arg(faults::comparedTransfers)
            .arg(text(faults::comparedAmount)));
    Sum naive;
    Sum twoPhase;
    bool isAsItShouldBe = true;
    for (const Failure failure : *failures) {
        say(u"  %1 (%2)"_s.arg(titleOf(failure), faults::failureName(failure)));
        const Result<Comparison> compared = faults::compare(QCoreApplication::applicationFilePath(), failure, control);
        if (!compared.ok())
            return report(compared.error());
        sayWay(u"naive"_s, compared->naive);
        sayWay(u"two-phase"_s, compared->twoPhase);
        naive.add(compared->naive);
        twoPhase.add(compared->twoPhase);
        isAsItShouldBe = isAsItShouldBe && compared->isAsItShouldBe();
    }
    say(u"\nNaive transfers %1; two-phase messages %2."_s.arg(naive.words(), twoPhase.words()));
    if (!isAsItShouldBe)
        say(u"That is not what these failures cost: BROKEN."_s);
    return isAsItShouldBe ? exitGood : exitFailed;
}

} // namespace core::checkbackd
