// SPDX-License-Identifier: Apache-2.0
#include "core/base/fault.h"

#include "core/base/gid.h"

#include <algorithm>

namespace core {

namespace {

using enum FaultMode;

constexpr int delayMsMax = 600'000;
constexpr int countMax = 1'000'000;
constexpr int lastsSecondsMax = 86'400;
const QByteArray gidOption = ",gid:";

Error wrongPart(const QByteArray &part, const QString &why)
{
    return Error::invalid("CHECKBACK_FAULTS", QStringLiteral("fault '%1': %2").arg(QString::fromUtf8(part), why));
}

QByteArray modesText(const QList<FaultMode> &modes)
{
    QByteArrayList names;
    for (const FaultMode mode : modes)
        names.append(faultModeName(mode));
    return names.join(", ");
}

QString knownPoints()
{
    QByteArrayList names;
    for (const FaultPoint &point : faultPoints())
        names.append(point.name);
    return QStringLiteral("no fault point of that name; known are %1").arg(QString::fromLatin1(names.join(", ")));
}

Status checkRange(const QByteArray &field, qint64 value, qint64 least, qint64 most)
{
    if (value >= least && value <= most)
        return Done{};
    return Error::invalid(field, QStringLiteral("%1 is %2 to %3").arg(QString::fromLatin1(field)).arg(least).arg(most));
}

/// −1, which no field takes, when it is none.
int numberIn(const QByteArray &text)
{
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? number : -1;
}

bool takesNumber(FaultMode mode)
{
    return mode == Delay || mode == Answer;
}

Status setMode(Fault &fault, const QByteArray &word)
{
    const qsizetype colon = word.indexOf(':');
    const QByteArray name = word.first(colon < 0 ? word.size() : colon);
    for (const FaultMode mode : {Fail, Delay, Drop, Duplicate, Answer, Hold, Crash}) {
        if (faultModeName(mode) == name)
            fault.mode = mode;
    }
    const bool isKnown = faultModeName(fault.mode) == name;
    if (!isKnown || takesNumber(fault.mode) == (colon < 0))
        return Error::invalid(
            "mode", QStringLiteral("the mode is fail, delay:MS, drop, duplicate, answer:STATUS, hold or crash"));
    if (fault.mode == Delay)
        fault.delay = std::chrono::milliseconds(numberIn(word.mid(colon + 1)));
    else if (fault.mode == Answer)
        fault.status = numberIn(word.mid(colon + 1));
    return Done{};
}

Status setOption(Fault &fault, const QByteArray &word)
{
    if (word == "always") {
        fault.times = 0;
        return Done{};
    }
    const qsizetype colon = word.indexOf(':');
    const QByteArray name = word.first(colon < 0 ? word.size() : colon);
    const int number = colon < 0 ? -1 : numberIn(word.mid(colon + 1));
    if (name == "for" && number > 0)
        fault.lasts = std::chrono::seconds(number);
    else if (name == "skip" && number >= 0)
        fault.skip = number;
    else if (name == "every" && number > 0)
        fault.every = number;
    else if (name == "times" && number > 0)
        fault.times = number;
    else
        return Error::invalid(
            "option",
            QStringLiteral("an option is skip:N, every:N, times:N, always or for:SECONDS; gid:GID comes last"));
    return Done{};
}

Result<Fault> faultFromPart(const QByteArray &part)
{
    const qsizetype equals = part.indexOf('=');
    const qsizetype gidAt = part.indexOf(gidOption); // a gid may have commas: it is what is left
    const QByteArrayList words = part.mid(equals + 1, gidAt < 0 ? -1 : gidAt - equals - 1).split(',');
    Fault fault;
    fault.point = part.first(std::max<qsizetype>(equals, 0));
    if (gidAt >= 0)
        fault.gid = part.mid(gidAt + gidOption.size());
    if (gidAt >= 0 && fault.gid.isEmpty())
        return wrongPart(part, QStringLiteral("gid: lacks the gid"));
    Status read = equals < 0 ? Status(Error::invalid("mode", knownPoints())) : setMode(fault, words.first());
    for (qsizetype i = 1; i < words.size() && read.ok(); ++i)
        read = setOption(fault, words[i]);
    if (read.ok())
        read = checkFault(fault);
    if (!read.ok())
        return wrongPart(part, read.error().detail);
    return fault;
}

} // namespace

const QList<FaultPoint> &faultPoints()
{
    static const QList<FaultPoint> points{
        {"sender.prepare-request", {Fail, Delay, Duplicate, Hold, Crash}},
        {"prepare.before-commit", {Fail, Delay, Crash}},
        {"prepare.after-commit", {Delay, Crash}},
        {"prepare.answer", {Drop, Delay, Answer, Hold}},
        {"prepare.after-answer", {Crash}},
        {"sender.before-transaction", {Fail, Delay, Hold, Crash}},
        {"sender.before-barrier", {Fail, Delay, Hold, Crash}},
        {"sender.after-barrier-insert", {Fail, Delay, Hold, Crash}},
        {"sender.before-commit", {Fail, Delay, Hold, Crash}},
        {"sender.after-commit", {Drop, Delay, Hold, Crash}},
        {"sender.before-submit", {Fail, Delay, Hold, Crash}},
        {"participant.after-barrier-insert", {Fail, Delay, Crash}},
        {"participant.before-commit", {Fail, Delay, Crash}},
        {"participant.after-commit", {Drop, Delay, Crash}},
        {"participant.before-submit", {Fail, Delay, Crash}},
        {"sender.submit-request", {Fail, Delay, Duplicate, Hold, Crash}},
        {"submit.before-commit", {Fail, Delay, Crash}},
        {"submit.after-commit", {Delay, Crash}},
        {"submit.answer", {Drop, Delay, Answer, Hold}},
        {"submit.after-answer", {Crash}},
        {"abort.before-commit", {Fail, Delay, Crash}},
        {"abort.after-commit", {Delay, Crash}},
        {"abort.answer", {Drop, Delay, Answer, Hold}},
        {"abort.after-answer", {Crash}},
        {"claim.before", {Delay, Crash}},
        {"claim.after", {Delay, Crash}},
        {"checkback.before-send", {Fail, Delay, Duplicate, Hold, Crash}},
        {"sender.checkback", {Answer, Delay, Drop, Duplicate, Hold, Crash}},
        {"sender.answer", {Answer, Drop, Delay, Hold, Crash}},
        {"checkback.after-answer", {Drop, Delay, Answer, Hold, Crash}},
        {"checkback.after-record", {Delay, Crash}},
        {"branch.before-connect", {Fail, Delay, Duplicate, Hold, Crash}},
        {"branch.after-send", {Crash}},
        {"receiver.request", {Answer, Delay, Drop, Duplicate, Hold, Crash}},
        {"receiver.before-barrier", {Fail, Delay, Hold, Crash}},
        {"receiver.after-barrier-insert", {Fail, Delay, Hold, Crash}},
        {"receiver.before-commit", {Fail, Delay, Hold, Crash}},
        {"receiver.after-commit", {Drop, Delay, Hold, Crash}},
        {"receiver.answer", {Answer, Drop, Delay, Hold, Crash}},
        {"branch.after-answer", {Drop, Delay, Answer, Hold, Crash}},
        {"branch.before-record", {Fail, Delay, Crash}},
        {"branch.after-record", {Delay, Crash}},
        {"finish.before", {Fail, Delay, Crash}},
        {"finish.after", {Delay, Crash}},
        {"lease.renew", {Fail, Delay, Crash}},
        {"purge", {Fail, Delay, Crash}},
        {"migration.step", {Fail, Delay, Crash}},
    };
    return points;
}

const FaultPoint *findFaultPoint(const QByteArray &name)
{
    const auto &points = faultPoints();
    const auto found =
        std::find_if(points.cbegin(), points.cend(), [&](const FaultPoint &point) { return point.name == name; });
    return found == points.cend() ? nullptr : &*found;
}

QByteArray faultModeName(FaultMode mode)
{
    switch (mode) {
    case Fail:
        return "fail";
    case Delay:
        return "delay";
    case Drop:
        return "drop";
    case Duplicate:
        return "duplicate";
    case Answer:
        return "answer";
    case Hold:
        return "hold";
    case Crash:
        return "crash";
    }
    return {};
}

Status checkFault(const Fault &fault)
{
    const FaultPoint *point = findFaultPoint(fault.point);
    if (!point)
        return Error::invalid("point", knownPoints());
    if (!point->modes.contains(fault.mode))
        return Error::invalid("mode",
                              QStringLiteral("%1 can only %2")
                                  .arg(QString::fromLatin1(fault.point), QString::fromLatin1(modesText(point->modes))));
    if (!fault.gid.isEmpty() && !Gid::fromBytes(fault.gid).ok())
        return Error::invalid("gid", QStringLiteral("gid is 1 to 128 visible characters, none of them ';'"));
    for (const Status &range :
         {checkRange("delay", fault.delay.count(), 0, delayMsMax), checkRange("status", fault.status, 200, 599),
          checkRange("skip", fault.skip, 0, countMax), checkRange("every", fault.every, 1, countMax),
          checkRange("times", fault.times, 0, countMax),
          checkRange("lasts", fault.lasts.count(), 0, lastsSecondsMax * 1000)}) {
        if (!range.ok())
            return range.error();
    }
    return Done{};
}

Result<QList<Fault>> faultsFromText(const QByteArray &text)
{
    QList<Fault> faults;
    for (const QByteArray &part : text.split(';')) {
        if (part.trimmed().isEmpty())
            continue;
        const Result<Fault> fault = faultFromPart(part.trimmed());
        if (!fault.ok())
            return fault.error();
        faults.append(*fault);
    }
    return faults;
}

QByteArray faultText(const Fault &fault)
{
    QByteArray text = fault.point + '=' + faultModeName(fault.mode);
    if (fault.mode == Delay)
        text += ':' + QByteArray::number(fault.delay.count());
    if (fault.mode == Answer)
        text += ':' + QByteArray::number(fault.status);
    if (fault.skip != 0)
        text += ",skip:" + QByteArray::number(fault.skip);
    if (fault.every != 1)
        text += ",every:" + QByteArray::number(fault.every);
    if (fault.times == 0)
        text += ",always";
    else if (fault.times != 1)
        text += ",times:" + QByteArray::number(fault.times);
    if (fault.lasts.count() != 0)
        text += ",for:" + QByteArray::number(fault.lasts.count() / 1000);
    if (!fault.gid.isEmpty())
        text += gidOption + fault.gid;
    return text;
}

QByteArray faultAnswerBody(int status)
{
    switch (status) {
    case 200:
        return "{\"dtm_result\":\"SUCCESS\"}";
    case 409:
        return "{\"dtm_result\":\"FAILURE\",\"message\":\"an armed fault refuses\"}";
    case 425:
        return "{\"dtm_result\":\"ONGOING\",\"message\":\"an armed fault is not done yet\"}";
    default:
        return "{\"message\":\"an armed fault answers this\"}";
    }
}

} // namespace core
