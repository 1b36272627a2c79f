// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formatting.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace widgets {
namespace {

constexpr QChar minusSign(0x2212);
bool gidsHidden = false;

/// Gives the free functions of this file their context for translators.
struct Formatting
{
    Q_DECLARE_TR_FUNCTIONS(Formatting)
};

QString grouped(quint64 value, const QLocale &locale)
{
    QString digits = QString::number(value);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, locale.groupSeparator());
    return digits;
}

/// The distance from zero, also of the smallest number that there is.
quint64 magnitude(qint64 value)
{
    return value < 0 ? quint64(-(value + 1)) + 1 : quint64(value);
}

/// A span of a minute or more in its largest whole unit.
QString longSpan(core::Millis span, const QLocale &locale)
{
    if (span < 1h)
        return Formatting::tr("%1 min").arg(locale.toString(span / 1min));
    if (span < 48h)
        return Formatting::tr("%1 h").arg(locale.toString(span / 1h));
    return Formatting::tr("%1 d").arg(locale.toString(span / 24h));
}

/// Seconds with one decimal, cut and not rounded: 59.99 s never reads "60.0 s".
QString tenthsOfSeconds(core::Millis span, const QLocale &locale)
{
    const auto tenths = span / 100ms;
    return Formatting::tr("%1 s").arg(locale.toString(tenths / 10) + locale.decimalPoint()
                                      + locale.toString(tenths % 10));
}

QTimeZone &zoneInForce()
{
    static QTimeZone zone = QTimeZone::utc();
    return zone;
}

QDateTime inZone(core::TimePoint time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(core::toEpochMs(time), zone);
}

} // namespace

void setGidsHidden(bool hidden)
{
    gidsHidden = hidden;
}

bool gidsAreHidden()
{
    return gidsHidden;
}

void setDisplayZone(const QTimeZone &zone)
{
    zoneInForce() = zone;
}

QTimeZone displayZone()
{
    return zoneInForce();
}

QString formatMoney(core::Money amount, const QLocale &locale)
{
    const quint64 cents = magnitude(amount.cents());
    const QString fraction = QString::number(cents % 100).rightJustified(2, u'0');
    const QString text = grouped(cents / 100, locale) + locale.decimalPoint() + fraction;
    return amount.cents() < 0 ? minusSign + text : text;
}

QString formatDelta(core::Money amount, const QLocale &locale)
{
    const QString text = formatMoney(amount, locale);
    return amount.cents() > 0 ? u'+' + text : text;
}

QString formatCount(qint64 count, const QLocale &locale)
{
    const QString text = grouped(magnitude(count), locale);
    return count < 0 ? minusSign + text : text;
}

QString formatAge(core::Millis age, const QLocale &locale)
{
    if (age >= 1min)
        return longSpan(age, locale);
    return Formatting::tr("%1 s").arg(locale.toString(qMax(core::Millis(0), age) / 1s));
}

QString formatCountdown(core::Millis left, const QLocale &locale)
{
    if (left <= 0ms)
        //: in a column of times until something is due
        return Formatting::tr("now");
    return left < 1min ? tenthsOfSeconds(left, locale) : longSpan(left, locale);
}

QString formatDuration(core::Millis duration, const QLocale &locale)
{
    if (duration < 1s)
        return Formatting::tr("%1 ms").arg(locale.toString(qMax(core::Millis(0), duration).count()));
    return duration < 1min ? tenthsOfSeconds(duration, locale) : longSpan(duration, locale);
}

bool isDueNow(core::Millis left)
{
    return left < 1s;
}

QString formatAbsolute(core::TimePoint time, const QTimeZone &zone)
{
    const QDateTime local = inZone(time, zone);
    return local.toString(u"yyyy-MM-dd HH:mm:ss.zzz "_s) + local.timeZoneAbbreviation();
}

QString widestAbsolute()
{
    QString text = formatAbsolute(core::fromEpochMs(0));
    for (QChar &letter : text) {
        if (letter.isDigit())
            letter = u'0'; // figures are painted at the width of a zero
    }
    return text;
}

QString formatTimeOfDay(core::TimePoint time, const QTimeZone &zone)
{
    return inZone(time, zone).toString(u"HH:mm:ss"_s);
}

QString shortGid(QStringView gid)
{
    if (gidsHidden)
        return u"…"_s;
    constexpr qsizetype shown = 8;
    return gid.size() <= shown ? gid.toString() : u"…"_s + gid.last(shown).toString();
}

QString shownGid(QStringView gid)
{
    return gidsHidden ? u"…"_s : gid.toString();
}

QString stateWord(theme::State state)
{
    switch (state) {
    case theme::State::Prepared:
        //: state of a message: promised, not yet sent
        return Formatting::tr("Prepared");
    case theme::State::Submitted:
        //: state of a message: will be delivered
        return Formatting::tr("Submitted");
    case theme::State::Retrying:
        return Formatting::tr("Retrying");
    case theme::State::Succeed:
        //: state of a message: delivered to all its branches
        return Formatting::tr("Succeed");
    case theme::State::Failed:
        return Formatting::tr("Failed");
    case theme::State::Stalled:
        //: state of a message: retried so often that a person should look
        return Formatting::tr("Stalled");
    }
    Q_UNREACHABLE();
}

QString verdictWord(theme::Verdict verdict)
{
    switch (verdict) {
    case theme::Verdict::Success:
        return u"SUCCESS"_s;
    case theme::Verdict::Failure:
        return u"FAILURE"_s;
    case theme::Verdict::Ongoing:
        return u"ONGOING"_s;
    case theme::Verdict::Unknown:
        //: what an answer means: neither yes nor no
        return Formatting::tr("unknown");
    case theme::Verdict::TimedOut:
        return Formatting::tr("no answer");
    }
    Q_UNREACHABLE();
}

QString unbroken(const QString &text)
{
    return text.split(QString()).join(QChar(0x2060));
}

QString joinSentences(const QStringList &sentences)
{
    QString all;
    for (const QString &sentence : sentences)
        all = all.isEmpty() ? sentence : Formatting::tr("%1 %2", "one sentence after the other").arg(all, sentence);
    return all;
}

} // namespace widgets
