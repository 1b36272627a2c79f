// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checkbackd/example.h"
#include "core/checkbackd/narrator.h"

namespace core::checkbackd {

/// Tells an example on standard output: each step with its time since the start, in the order in which it happened.
class Story final
{
public:
    Story(const Narrator &narrator, TimePoint startedAt) : m_narrator(narrator), m_startedAt(startedAt) { }

    void opening(Example &example, const QString &store) const;
    void transferAsked(const Gid &gid, TimePoint at) const;
    /// The steps as the store and the banks' own rows have them.
    void transferDone(const message::Message &message, const http::ClientAnswer &answer, TimePoint answeredAt,
                      const Example::Books &books) const;
    void balances(const Example::Books &before, const Example::Books &after) const;
    /// Prints each invariant with its evidence; true when all hold and the message succeeded.
    bool verdict(const message::Message &message, const QList<bank::Finding> &findings) const;

private:
    void step(TimePoint at, const QString &what) const;
    void balanceLine(const faults::Caption &name, Money before, Money after) const;
    QString answerText(const http::ClientAnswer &answer) const;

    Narrator m_narrator;
    TimePoint m_startedAt;
};

} // namespace core::checkbackd
