// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"

#include <QHash>

#include <optional>

namespace test {

/// One line of a story: its words, and those words that are options, "retry-interval=5s" or "wait".
struct StoryLine
{
    QByteArrayList words;
    QHash<QByteArray, QByteArray> options;

    static StoryLine from(const QByteArray &text);
    QByteArray word(qsizetype index) const { return index < words.size() ? words[index] : QByteArray(); }
    bool has(const QByteArray &option) const { return options.contains(option); }
    StoryLine withoutFirst() const { return {words.mid(1), options}; }
};

/// "10s", "500ms", "2m".
std::optional<core::Millis> durationOf(const QByteArray &text);
core::seconds secondsOf(const QByteArray &text);

/// How a story names a call: gid and branch id, "m1/01"; "m1/00" is the checkback.
QByteArray keyOf(const core::engine::Call &call);
QByteArray urlOf(const core::engine::Call &call);

/// "expected …, found …"
QString unexpected(const QString &wanted, const QByteArray &found);

} // namespace test
