// SPDX-License-Identifier: Apache-2.0
#include "core/engine/outgoing.h"

#include <algorithm>

namespace core::engine {

using message::Message;

namespace {

/// Whether a call is still wanted after the events that followed in the same batch (an abort, say).
bool isInFlight(const Message &message, int branch)
{
    return std::find(message.inFlight.cbegin(), message.inFlight.cend(), branch) != message.inFlight.cend();
}

} // namespace

void Outgoing::reply(Asker asker, std::optional<Error> error)
{
    if (!std::holds_alternative<std::monostate>(asker))
        m_outputs.push_back(Reply{std::move(asker), std::move(error)});
}

void Outgoing::publish(Staged &staged, Staged::Owed &owed, TimePoint now)
{
    Asker &asker = staged.commands[owed.command].asker;
    if (auto *answer = std::get_if<message::Answer>(&owed.effect)) {
        reply(std::move(asker), std::move(answer->error));
    } else if (std::holds_alternative<message::AnswerWhenPassed>(owed.effect)) {
        m_waiters.add(staged.gid, std::move(asker), now);
    } else if (const auto *passed = std::get_if<message::AnswerWaiters>(&owed.effect)) {
        for (Asker &waiting : m_waiters.take(staged.gid))
            reply(std::move(waiting), passed->error);
    } else if (const auto *call = std::get_if<message::CallBranch>(&owed.effect)) {
        publishCall(staged, *call);
    } else if (const auto *ask = std::get_if<message::AskSender>(&owed.effect)) {
        publishCheckback(staged, *ask);
    }
}

void Outgoing::publishCall(const Staged &staged, const message::CallBranch &call)
{
    const Message &message = *staged.current();
    if (isInFlight(message, call.branch))
        m_outputs.push_back(Call{staged.gid, message.content, call.branch, call.byHand, m_term});
}

void Outgoing::publishCheckback(const Staged &staged, const message::AskSender &ask)
{
    const Message &message = *staged.current();
    if (message.asking)
        m_outputs.push_back(Call{staged.gid, message.content, -1, ask.byHand, m_term});
}

void Outgoing::expireWaiters(TimePoint now)
{
    for (Asker &asker : m_waiters.takeExpired(now))
        reply(std::move(asker),
              Error{Error::Code::Ongoing,
                    QStringLiteral("the message is kept and delivery goes on; waiting for its result took too long")});
}

void Outgoing::dismissWaiters(const Error &error)
{
    for (Asker &asker : m_waiters.takeAll())
        reply(std::move(asker), error);
}

void Outgoing::deliver()
{
    if (!m_outputs.empty())
        m_outlet.deliver(std::exchange(m_outputs, {}));
}

} // namespace core::engine
