// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/theme/statestyle.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace diagram {

/// The lifelines of the protocol, from left to right (PROTOCOL §1).
enum class Lane { Sender, SenderDb, Coordinator, Receiver, ReceiverDb };
inline constexpr int laneCount = 5;

/// How a step is known.
enum class Known {
    Seen, ///< a record of it was read
    Implied, ///< the protocol knows no other way to what was seen
    Awaited, ///< it is still to come
};

/// One line of a sequence diagram, from top to bottom. A value; the texts are in the language of the moment.
struct Step
{
    enum class Kind {
        Call, ///< from one lane to another
        Answer, ///< from the one that was called, back
        LostAnswer, ///< where an answer should have come from
        State, ///< the message has another face from here on
        Gap, ///< time in which nothing happened
        Crash, ///< the process of `from` is gone
        Start, ///< the process of `from` is back
        Strike, ///< a fault that was armed strikes at `from`
    };

    Kind kind = Kind::Call;
    QByteArray id; ///< unique in its sequence, and the same as the sequence grows: "call 3"
    QByteArray subject = {}; ///< steps of one subject are one thing to the user: "attempt 3"; may be empty
    Lane from = Lane::Coordinator;
    Lane to = Lane::Coordinator; ///< Call, Answer and LostAnswer only
    Known known = Known::Seen;
    std::optional<core::Millis> at = {}; ///< since the sequence began; nothing where no time was kept
    QString label = {};
    QString shortLabel = {}; ///< where the label does not fit; empty: the label is cut
    QString note = {}; ///< a second line below the arrow
    QString detail = {}; ///< a sentence for tooltip, table and screen reader
    std::optional<theme::Verdict> verdict = {}; ///< of an Answer or LostAnswer that decides something
    std::optional<theme::State> state = {}; ///< of State
    bool isCheckback = false; ///< a Call that asks the sender back

    friend bool operator==(const Step &, const Step &) = default;
};

/// What stands on top of a lifeline.
struct Head
{
    QString title; ///< "TM"
    QString role; ///< "coordinator"
    friend bool operator==(const Head &, const Head &) = default;
};

struct Sequence
{
    std::array<Head, laneCount> heads;
    std::optional<theme::State> startState = {}; ///< the face of the message when it begins; colours the coordinator
    QList<Step> steps;

    const Head &head(Lane lane) const { return heads.at(std::size_t(lane)); }
    /// Position of the step, −1: there is none.
    int indexOf(const QByteArray &id) const;
    /// The first step of the subject, −1: there is none.
    int indexOfSubject(const QByteArray &subject) const;
    friend bool operator==(const Sequence &, const Sequence &) = default;
};

/// The words that all sequences share. Pure.
class SequenceWords final
{
    Q_DECLARE_TR_FUNCTIONS(diagram::SequenceWords)
public:
    /// The lifelines of the protocol, with the banks' names where they are known.
    static std::array<Head, laneCount> heads(const QString &senderBank = {}, const QString &receiverBank = {});
    /// "35.012": seconds with milliseconds below ten minutes, then "1:02:03". The very first is "+0.000".
    static QString time(core::Millis at);
    /// Time of the step, or nothing.
    static QString time(const Step &step);
    /// What happened, without time and detail: "TM calls RM: SagaBTransIn".
    static QString event(const Sequence &sequence, const Step &step);
    /// "5 events are alike": for a story of which they are left out.
    static QString alike(int events);
    /// All that is known of a step in one paragraph, for tooltips and screen readers.
    static QString sentence(const Sequence &sequence, const Step &step);

private:
    static QString arrow(const Sequence &sequence, const Step &step);
};

} // namespace diagram
