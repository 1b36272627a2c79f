// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/message.h"
#include "core/message/transition.h"
#include "core/store/messagestore.h"

#include <functional>
#include <variant>
#include <vector>

namespace core::engine {

/// Called once with what came of a command: nothing for success, else why not. On the io thread.
using LocalReply = std::function<void(const std::optional<Error> &)>;

/// Who wants to hear what came of a command: nobody, an HTTP request that is answered in the usual form, or whoever is
/// called back.
using Asker = std::variant<std::monostate, http::ReplyTo, LocalReply>;

/// An event of one message on its way into the loop.
struct Command
{
    Gid gid;
    message::Event event;
    Asker asker = {};
};

/// A change of the subscribers of a topic (PROTOCOL §2: subscribe, unsubscribe, DELETE topic).
struct TopicChange
{
    enum class Kind { Subscribe, Unsubscribe, Remove } kind = Kind::Subscribe;
    QByteArray topic;
    QByteArray url;
    QByteArray remark;
    Asker asker = {};
};

using store::MadeDue;

/// Makes messages due now that are due later than `after` from now (PROTOCOL §2: resetCronTime).
struct MakeDue
{
    Millis after{0};
    int limit = 100;
    std::function<void(const Result<MadeDue> &)> done; ///< on the io thread
};

/// A message of which a call was not made, and the due time that it was given for that.
struct PutOff
{
    Gid gid;
    TimePoint until;
};

/// What was put off for a host that did not answer, and answers again: it need not wait any longer.
struct HostIsBack
{
    std::vector<PutOff> messages;
};

/// All that can be posted to the loop.
using Inbound = std::variant<Command, TopicChange, MakeDue, HostIsBack>;

/// Has a function called on this thread once the news of this round were told, so that what they cause is handed over
/// together.
using Soon = std::function<void(std::function<void()>)>;

/// Where events enter the loop. Any thread.
class Inbox
{
public:
    virtual ~Inbox() = default;
    /// False when too much waits already: the caller answers 503 with Retry-After. Then items is as it was; else it is
    /// empty.
    [[nodiscard]] virtual bool tryPost(std::vector<Inbound> &items) = 0;
    /// For results of calls that the loop itself let out: never refused.
    virtual void post(std::vector<Inbound> &items) = 0;
};

// What the loop lets out once its batch is durable.
struct Reply
{
    Asker asker;
    std::optional<Error> error;
};
struct MadeDueReply
{
    std::function<void(const Result<MadeDue> &)> done;
    Result<MadeDue> result;
};
struct Call
{
    Gid gid;
    message::ContentPtr content;
    int branch = 0; ///< index into content's branches; −1 is the checkback
    bool byHand = false;
    std::int64_t term = 0; ///< of the lease under which it was let out (Lease::term())
};
using Output = std::variant<Reply, MadeDueReply, Call>;

/// Takes what the loop lets out, once a batch. Any thread, one call at a time.
class Outlet
{
public:
    virtual ~Outlet() = default;
    virtual void deliver(std::vector<Output> &&outputs) = 0;
    /// After a sync that failed: all that was committed has been written anew and is on the disk.
    virtual void resume() { }
    /// How many milliseconds what was delivered lately had to wait for the disk, on average. Any thread.
    virtual double diskWaitMs() const { return 0; }
};

} // namespace core::engine
