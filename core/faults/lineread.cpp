// SPDX-License-Identifier: Apache-2.0
#include "core/faults/lineread.h"

#include <algorithm>

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int labelLengthMax = 32;

bool isLabel(const QByteArray &text)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.isEmpty() && text.size() <= labelLengthMax && std::all_of(text.cbegin(), text.cend(), isAllowed);
}

/// Nothing when it is not a number with one of the three units.
std::optional<Millis> millisOf(const QByteArray &text)
{
    static const std::pair<QByteArray, int> units[] = {{"ms", 1}, {"s", 1000}, {"m", 60'000}};
    for (const auto &[unit, factor] : units) {
        if (!text.endsWith(unit))
            continue;
        bool isNumber = false;
        const uint count = text.chopped(unit.size()).toUInt(&isNumber);
        if (isNumber)
            return Millis(std::int64_t(count) * factor);
    }
    return std::nullopt;
}

QString quoted(const QByteArray &text)
{
    return u'\'' + QString::fromUtf8(text) + u'\'';
}

} // namespace

LineRead::LineRead(const QByteArray &line) : m_words(line.simplified().split(' '))
{
    m_words.removeAll(QByteArray());
}

void LineRead::fail(const QString &why)
{
    if (!m_problem)
        m_problem = why;
}

QByteArray LineRead::word(const QString &what)
{
    if (!atEnd())
        return m_words[m_next++];
    fail(u"the line ends where %1 should stand"_s.arg(what));
    return {};
}

bool LineRead::take(const QByteArray &wanted)
{
    if (atEnd() || m_words[m_next] != wanted)
        return false;
    ++m_next;
    return true;
}

void LineRead::keyword(const QByteArray &wanted)
{
    if (take(wanted))
        return;
    fail(atEnd() ? u"the line ends where '%1' should stand"_s.arg(QLatin1String(wanted))
                 : u"%1 stands where '%2' should"_s.arg(quoted(peek()), QLatin1String(wanted)));
}

QByteArray LineRead::rest(const QString &what)
{
    if (atEnd())
        return word(what);
    const QByteArray text = m_words.mid(m_next).join(' ');
    m_next = m_words.size();
    return text;
}

QByteArray LineRead::label()
{
    const QByteArray text = word(u"a label such as m1"_s);
    if (!isLabel(text))
        fail(u"%1 is not a label: 1 to %2 letters, digits, '-' or '_'"_s.arg(quoted(text)).arg(labelLengthMax));
    return text;
}

int LineRead::number(const QString &what, int least, int most)
{
    const QByteArray text = word(what);
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    if (isNumber && value >= least && value <= most)
        return value;
    fail(u"%1 is not %2: a whole number from %3 to %4"_s.arg(quoted(text), what).arg(least).arg(most));
    return least;
}

Money LineRead::money()
{
    const QByteArray text = word(u"an amount such as 30.00"_s);
    const Result<Money> amount = Money::fromText(text);
    if (amount.ok() && *amount >= Money())
        return *amount;
    fail(u"%1 is not an amount: 0.00 to 99999999.99"_s.arg(quoted(text)));
    return {};
}

Millis LineRead::duration(Millis least, Millis most)
{
    const QByteArray text = word(u"a time such as 500ms, 10s or 2m"_s);
    const std::optional<Millis> time = millisOf(text);
    if (time && *time >= least && *time <= most)
        return *time;
    fail(u"%1 is not a time from %2ms to %3s, such as 500ms or 10s"_s.arg(quoted(text))
             .arg(least.count())
             .arg(most.count() / 1000));
    return least;
}

QByteArray LineRead::oneOf(const QString &what, const QByteArrayList &words)
{
    const QByteArray text = word(what);
    if (words.contains(text))
        return text;
    fail(u"%1 is not %2: it is one of %3"_s.arg(quoted(text), what, QString::fromLatin1(words.join(", "))));
    return words.first();
}

Part LineRead::part()
{
    static const QList<Part> parts{Part::Coordinator, Part::Sender, Part::Receiver, Part::SecondCoordinator,
                                   Part::Database};
    QByteArrayList names;
    for (const Part part : parts)
        names.append(partName(part));
    return parts[names.indexOf(oneOf(u"a program"_s, names))];
}

Part LineRead::program()
{
    const Part named = part();
    if (named == Part::Database)
        fail(u"the database has no fault points: it ends by crash and comes back by restart alone"_s);
    return named;
}

Part LineRead::bank()
{
    return oneOf(u"a bank"_s, {"sender", "receiver"}) == "sender" ? Part::Sender : Part::Receiver;
}

CallKind LineRead::callKind()
{
    return oneOf(u"a call"_s, {"branch", "checkback"}) == "branch" ? CallKind::Branch : CallKind::Checkback;
}

StandIn LineRead::standIn()
{
    const QByteArray name = oneOf(u"an answer"_s, {"error-page", "ongoing", "error-500"});
    for (const StandIn standIn : {StandIn::ErrorPage, StandIn::Ongoing}) {
        if (standInName(standIn) == name)
            return standIn;
    }
    return StandIn::ServerError;
}

QByteArray LineRead::state()
{
    return oneOf(u"a state"_s, statusWords());
}

message::Verdict LineRead::verdict()
{
    using message::Verdict;
    const QByteArray name = oneOf(u"a verdict"_s, {"SUCCESS", "FAILURE", "ONGOING", "unknown"});
    for (const Verdict verdict : {Verdict::Success, Verdict::Failure, Verdict::Ongoing}) {
        if (message::verdictName(verdict) == name)
            return verdict;
    }
    return Verdict::Unknown;
}

Millis LineRead::within()
{
    keyword("within");
    return duration(1ms, 60s);
}

QList<Fault> LineRead::faults()
{
    const QByteArray text = rest(u"a fault such as submit.answer=drop"_s);
    const Result<QList<Fault>> faults = faultsFromText(text);
    if (!faults.ok())
        fail(faults.error().detail);
    else if (faults->isEmpty())
        fail(u"%1 names no fault; one looks like submit.answer=drop"_s.arg(quoted(text)));
    return faults.ok() ? *faults : QList<Fault>();
}

} // namespace core::faults
