// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/naivecommand.h"

#include "core/checkbackd/commands.h"
#include "core/checkbackd/termination.h"
#include "core/faults/comparison.h"
#include "core/faults/runcontrol.h"

#include <QCoreApplication>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

using faults::Caption;
using faults::Comparison;
using faults::Failure;
using faults::WayOutcome;

const Caption naiveWay{u"naive"_s, u"朴素转账"_s};
const Caption twoPhaseWay{u"two-phase"_s, u"二阶段消息"_s};

QString text(Money money)
{
    return QString::fromLatin1(money.toText());
}

Caption titleOf(Failure failure)
{
    switch (failure) {
    case Failure::SenderCrash:
        return {u"bank A's program dies right after its first debit"_s, u"银行 A 的程序在第一笔扣款后立即崩溃"_s};
    case Failure::AnswerLost:
        return {u"bank B credits the first one, and its answer is lost"_s, u"银行 B 已为第一笔入账，但应答丢失"_s};
    case Failure::ReceiverDown:
        break;
    }
    return {u"bank B's program is down while they are sent"_s, u"发送期间银行 B 的程序停机"_s};
}

/// One of the two ways through a failure.
QString wayLine(const Narrator &narrator, const Caption &name, const WayOutcome &way)
{
    const bool isLoss = way.lost > Money();
    const Caption amount =
        isLoss ? Caption{u"%1 lost"_s, u"丢失 %1"_s} : Caption{u"%1 credited twice"_s, u"重复入账 %1"_s};
    const Caption nothing{u"nothing lost"_s, u"分文不少"_s};
    const QString lost =
        way.lost == Money() ? narrator.in(nothing) : narrator.in(amount).arg(text(isLoss ? way.lost : -way.lost));
    const Caption line{u"    %1 debits %2, credits %3: %4"_s, u"    %1 扣款 %2 笔，入账 %3 笔：%4"_s};
    const int nameWidth = narrator.isChinese() ? 5 : 10; // in characters, of which Chinese ones are twice as wide
    const QChar filler = narrator.isChinese() ? QChar(0x3000) : u' ';
    return narrator.in(line).arg(narrator.in(name), -nameWidth, filler).arg(way.debits).arg(way.credits).arg(lost);
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
    QString words(const Narrator &narrator) const
    {
        if (lost == Money() && doubled == Money())
            return narrator.in({u"lost nothing"_s, u"分文不少"_s});
        return narrator.in({u"lost %1 and credited %2 twice"_s, u"丢失 %1，重复入账 %2"_s})
            .arg(text(lost), text(doubled));
    }
};

void tellOpening(const Narrator &narrator)
{
    const Caption opening{u"Naive against two-phase: %1 transfers of %2 from user 1 of bank A to user 2 of bank B,\n"
                          "once by a debit and a call, once by messages, into the same failure.\n"_s,
                          u"朴素转账对比二阶段消息：从银行 A 的用户 1 向银行 B 的用户 2 转账 %1 笔，每笔 %2，\n"
                          "先用扣款加调用，再用消息，遇到同样的故障。\n"_s};
    Narrator::line(narrator.in(opening).arg(faults::comparedTransfers).arg(text(faults::comparedAmount)));
}

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

int playNaive(const Options &options, const Narrator &narrator)
{
    const Result<QList<Failure>> failures = chosenFailures(options);
    if (!failures.ok())
        return report(failures.error());
    faults::RunControl control;
    QObject watcher;
    watchTermination(&watcher, [&control] { control.stop(); });
    tellOpening(narrator);
    Sum naive;
    Sum twoPhase;
    bool isAsItShouldBe = true;
    for (const Failure failure : *failures) {
        Narrator::line(u"  %1 (%2)"_s.arg(narrator.in(titleOf(failure)), faults::failureName(failure)));
        const Result<Comparison> compared = faults::compare(QCoreApplication::applicationFilePath(), failure, control);
        if (!compared.ok())
            return report(compared.error());
        Narrator::line(wayLine(narrator, naiveWay, compared->naive));
        Narrator::line(wayLine(narrator, twoPhaseWay, compared->twoPhase));
        naive.add(compared->naive);
        twoPhase.add(compared->twoPhase);
        isAsItShouldBe = isAsItShouldBe && compared->isAsItShouldBe();
    }
    const Caption ending{u"\nNaive transfers %1; two-phase messages %2."_s, u"\n朴素转账%1；二阶段消息%2。"_s};
    Narrator::line(narrator.in(ending).arg(naive.words(narrator), twoPhase.words(narrator)));
    if (!isAsItShouldBe)
        narrator.tell({u"That is not what these failures cost: BROKEN."_s, u"这些故障的代价不该如此：BROKEN。"_s});
    return isAsItShouldBe ? exitGood : exitFailed;
}

} // namespace core::checkbackd
