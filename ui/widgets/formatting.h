// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "ui/theme/statestyle.h"

#include <QLocale>
#include <QTimeZone>

namespace widgets {

// How values read on the screen. Pure functions but for the zone and the gids below; the words go through tr() in
// the context "Formatting".

/// The zone that times are shown in where no other is given, UTC at first: for the screen what QLocale's default is for
/// its numbers. Who changes it has all texts made anew, as after a change of the language. UI thread.
void setDisplayZone(const QTimeZone &zone);
QTimeZone displayZone();

/// Whether gids are left out of what is shown, since they say nothing to people who look on; no at first. UI thread.
/// What is shown already reads differently once it is told of another language.
void setGidsHidden(bool hidden);
bool gidsAreHidden();

/// "1,200.00", "−30.00": two exact decimals, thousands grouped after the locale, minus sign U+2212.
QString formatMoney(core::Money amount, const QLocale &locale = QLocale());
/// As formatMoney() with a plus sign for what is above zero: "+30.00".
QString formatDelta(core::Money amount, const QLocale &locale = QLocale());
/// "41,318"
QString formatCount(qint64 count, const QLocale &locale = QLocale());

/// "21 s", "3 min", "5 h", "2 d": whole units, rounded down; below zero counts as zero.
QString formatAge(core::Millis age, const QLocale &locale = QLocale());
/// Until something happens: "now" from zero on, "0.4 s" below a minute, then "2 min", "5 h", "2 d".
QString formatCountdown(core::Millis left, const QLocale &locale = QLocale());
/// How long something took: "9 ms", "45.3 s", "3 min".
QString formatDuration(core::Millis duration, const QLocale &locale = QLocale());
/// True in the last second before it is due and after.
bool isDueNow(core::Millis left);

/// "2026-09-14 10:58:24.114 UTC": for tooltips beside a relative time.
QString formatAbsolute(core::TimePoint time, const QTimeZone &zone = displayZone());
/// As wide as formatAbsolute() gets: for the width of a column.
QString widestAbsolute();
/// "10:58:24"
QString formatTimeOfDay(core::TimePoint time, const QTimeZone &zone = displayZone());

/// "…" and the last eight characters: the first ones are time and all alike. Shorter ones stay whole.
QString shortGid(QStringView gid);
/// The whole gid. Both are "…" while gids are hidden.
QString shownGid(QStringView gid);

/// "Prepared", "Retrying", …
QString stateWord(theme::State state);
/// "SUCCESS", "FAILURE", "ONGOING", "unknown", "no answer": the first three as the protocol writes them.
QString verdictWord(theme::Verdict verdict);

/// The text with word joiners, so that no line breaks in it: for keys and options.
QString unbroken(const QString &text);
/// Sentences one after the other, as the language writes them: Chinese leaves no space between them.
QString joinSentences(const QStringList &sentences);

} // namespace widgets
