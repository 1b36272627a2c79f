// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/storyline.h"

using namespace core;
using core::engine::Call;

namespace test {

StoryLine StoryLine::from(const QByteArray &text)
{
    StoryLine line;
    for (const QByteArray &word : text.simplified().split(' ')) {
        const qsizetype equals = word.indexOf('=');
        if (equals < 0)
            line.options.insert(word, {});
        else
            line.options.insert(word.left(equals), word.mid(equals + 1));
        line.words.append(word);
    }
    return line;
}

std::optional<Millis> durationOf(const QByteArray &text)
{
    static const std::pair<QByteArray, int> units[] = {{"ms", 1}, {"s", 1000}, {"m", 60'000}};
    for (const auto &[unit, factor] : units) {
        bool isNumber = false;
        const int number = text.chopped(std::min(text.size(), unit.size())).toInt(&isNumber);
        if (text.endsWith(unit) && isNumber)
            return Millis(number * factor);
    }
    return std::nullopt;
}

seconds secondsOf(const QByteArray &text)
{
    return std::chrono::duration_cast<seconds>(durationOf(text).value_or(Millis(0)));
}

QByteArray keyOf(const Call &call)
{
    return call.gid.bytes() + '/' + (call.branch < 0 ? QByteArray("00") : call.content->branches[call.branch].id);
}

QByteArray urlOf(const Call &call)
{
    return call.branch < 0 ? call.content->queryPrepared : call.content->branches[call.branch].url;
}

QString unexpected(const QString &wanted, const QByteArray &found)
{
    const QString what = found.isEmpty() ? QStringLiteral("nothing") : QString::fromUtf8(found);
    return QStringLiteral("expected %1, found %2").arg(wanted, what);
}

} // namespace test
