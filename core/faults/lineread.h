// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/scenario.h"

#include <optional>

namespace core::faults {

/// Reads one line of a scenario word by word. The first thing that is wrong is kept and everything read after it is a
/// default value, so a reader of a line need not ask after each word.
class LineRead final
{
public:
    explicit LineRead(const QByteArray &line);

    bool atEnd() const { return m_next == m_words.size(); }
    /// The next word, or an empty one at the end of the line.
    QByteArray peek() const { return atEnd() ? QByteArray() : m_words[m_next]; }
    /// Takes the next word; wrong when there is none. what names it: "a label".
    QByteArray word(const QString &what);
    /// Takes the next word when it is this one.
    bool take(const QByteArray &wanted);
    /// The next word must be this one.
    void keyword(const QByteArray &wanted);
    /// All that is left of the line, as one text; wrong when nothing is.
    QByteArray rest(const QString &what);

    QByteArray label(); ///< 1–32 letters, digits, '-' or '_'
    int number(const QString &what, int least, int most);
    Money money();
    Millis duration(Millis least, Millis most); ///< "500ms", "10s", "2m"
    Part part();
    Part program(); ///< a part that can have faults armed and end by itself: not the database
    Part bank(); ///< sender or receiver
    CallKind callKind();
    StandIn standIn();
    QByteArray state();
    message::Verdict verdict();
    Millis within(); ///< "within 10s", at most a minute
    QList<Fault> faults(); ///< the rest of the line, as core/base/fault.h reads it

    /// Says what is wrong, in a sentence that names what would be right.
    void fail(const QString &why);
    const std::optional<QString> &problem() const { return m_problem; }

private:
    QByteArray oneOf(const QString &what, const QByteArrayList &words);

    QByteArrayList m_words;
    qsizetype m_next = 0;
    std::optional<QString> m_problem;
};

} // namespace core::faults
