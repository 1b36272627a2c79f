// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/slidingcounts.h"
#include "core/message/transition.h"

#include <QHash>
#include <QList>

#include <mutex>

namespace core::engine {

/// Calls that went wrong alike: the same URL, verdict and text. A value.
struct CallFailure
{
    static constexpr std::size_t fewSlots = 30; ///< of each of the two shorter spans
    static constexpr std::size_t daySlots = 48;

    QByteArray method;
    QByteArray url; ///< without query and fragment
    bool isCheckback = false;
    message::Verdict verdict = message::Verdict::Unknown;
    int httpStatus = 0; ///< 0: no answer
    QByteArray text; ///< of the latest: why, and the first line of the answer
    TimePoint lastAt;
    SlidingCounts<fewSlots> lastFiveMinutes{seconds(10)};
    SlidingCounts<fewSlots> lastHour{seconds(120)};
    SlidingCounts<daySlots> lastDay{seconds(1800)};
};

/// How well what is known of a message's last call agrees with the calls of a group: 0 for another URL, more the more
/// of verdict, status and text are alike. Pure.
int likeness(const CallFailure &group, const QByteArray &url, message::Verdict verdict, int httpStatus,
             const QByteArray &error);

/// Puts calls that went wrong into groups, for "what goes wrong". Bounded: beyond groupsMax the one that was quiet for
/// longest goes. Since the start of this process only. Any thread.
class CallFailures
{
public:
    static constexpr int groupsMax = 100;
    static constexpr qsizetype textMax = 200; ///< bytes

    struct Target
    {
        QByteArray method;
        QByteArray url; ///< as it was given
        bool isCheckback = false;
    };

    /// A call that ended SUCCESS is none of these and must not be passed.
    void note(const Target &target, const message::CallResult &result, TimePoint now);
    /// As of now, those with the latest call first.
    QList<CallFailure> groups(TimePoint now) const;

private:
    void makeRoom();

    mutable std::mutex m_mutex;
    QHash<QByteArray, CallFailure> m_groups; ///< by what makes them alike
};

} // namespace core::engine
