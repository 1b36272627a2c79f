// SPDX-License-Identifier: Apache-2.0
#include "core/engine/coordinator.h"

#include "core/base/faultpoint.h"
#include "core/base/victim.h"
#include "core/engine/commandfaults.h"
#include "core/engine/commandtraits.h"
#include "core/engine/log.h"

#include <algorithm>

namespace core::engine {

using message::Message;
using store::CommitOutcome;
using store::CommitResult;
using store::Save;

namespace {

constexpr int decideAgainMax = 3;

CommitResult brokenByFault()
{
    return {.outcome = CommitOutcome::Fatal, .error = QStringLiteral("an armed fault made the commit fail")};
}

/// Also for a commit of unknown outcome, so it does not say that nothing was written.
Error storeAway(const QString &why)
{
    return Error::unavailable(
        QStringLiteral("the store cannot write at the moment; sending the same again later is safe: ") + why);
}

Error stopsSoon()
{
    return Error::unavailable(QStringLiteral("the coordinator stops and prepares nothing new: send it again later"));
}

} // namespace

Coordinator::Coordinator(store::MessageStore &store, const Clock &clock, GidSource &gids, RandomSource random,
                         Outlet &outlet, Metrics &metrics, CoordinatorOptions options)
    : m_store(store)
    , m_clock(clock)
    , m_random(std::move(random))
    , m_outlet(outlet)
    , m_metrics(metrics)
    , m_options(options)
    , m_topics(store, clock)
    , m_outgoing(outlet, options.waitMax)
    , m_commits(store, options.storeRetry)
    , m_lease(store, clock, options.owner, options.lease)
    , m_claims(store, m_commits, m_lease,
               {.owner = options.owner, .atOnceMax = options.claimMax, .lookAgain = options.lookAgain})
    , m_inWork(gids, options.owner, options.inWorkMax)
    , m_pruning(store, metrics, options.pruning)
{ }

Status Coordinator::start()
{
    if (Status opened = m_store.open(); !opened.ok())
        return opened;
    if (const Result<bool> begun = m_lease.renew(); !begun.ok())
        return begun.error();
    m_now = storeNow();
    m_claims.wakeAt(m_now);
    return m_topics.load();
}

std::optional<TimePoint> Coordinator::turn(std::vector<Inbound> items)
{
    m_now = storeNow();
    renewLease();
    m_outgoing.setTerm(m_lease.term());
    if (m_lease.isShared())
        m_topics.expectChanges();
    rewriteUnsynced();
    resolveParked();
    std::vector<Command> commands = sortOut(std::move(items));
    WorkSet batch;
    takeDue(batch, commands);
    if (hasCrashed())
        return std::nullopt;
    process(std::move(batch), std::move(commands));
    m_outgoing.expireWaiters(m_now);
    m_outgoing.deliver();
    if (mayPrune() && !hasCrashed())
        m_pruning.step(m_now);
    return nextTurn();
}

void Coordinator::drain()
{
    m_draining = true;
    m_outgoing.dismissWaiters(
        {Error::Code::Ongoing,
         QStringLiteral("the coordinator stops; the message is kept and delivery goes on when it is back")});
    m_outgoing.deliver();
}

void Coordinator::setRetryLimits(Millis cap, int stalledAfter)
{
    m_options.retryCap = cap;
    m_options.stalledAfter = stalledAfter;
}

void Coordinator::release()
{
    const std::vector<Save> saves = m_inWork.handBack();
    if (!saves.empty())
        m_commits.commit(saves);
    m_lease.end();
}

Health Coordinator::health() const
{
    Health health{.state = Health::State::Running,
                  .commitMs = m_commits.averageMs() + m_outlet.diskWaitMs(),
                  .inWork = inWork(),
                  .finishedSinceStart = m_finished,
                  .takenOverSinceStart = m_takenOver,
                  .storeAhead = m_lease.ahead(),
                  .holdsLease = m_lease.holds()};
    if (m_draining)
        health.state = Health::State::Draining;
    if (m_commits.retryAt()) {
        health.state = Health::State::StoreAway;
        health.detail = m_commits.problem();
    }
    return health;
}

std::vector<Command> Coordinator::sortOut(std::vector<Inbound> items)
{
    std::vector<Command> commands;
    if (m_commits.mayUse(m_now))
        commands = std::exchange(m_held, {});
    commands.reserve(commands.size() + items.size());
    for (Inbound &item : items) {
        if (auto *command = std::get_if<Command>(&item)) {
            shiftTimes(command->event, m_lease.ahead());
            commands.push_back(std::move(*command));
        } else if (auto *change = std::get_if<TopicChange>(&item)) {
            handle(std::move(*change));
        } else if (auto *order = std::get_if<MakeDue>(&item)) {
            handle(std::move(*order));
        } else {
            handle(std::move(std::get<HostIsBack>(item)));
        }
    }
    return commands;
}

void Coordinator::handle(TopicChange &&change)
{
    const Status applied = m_topics.apply(change);
    m_outgoing.reply(std::move(change.asker), applied.ok() ? std::nullopt : std::optional(applied.error()));
}

void Coordinator::handle(MakeDue &&order)
{
    const Result<MadeDue> made = m_store.makeDue(m_now + order.after, m_now, order.limit);
    m_outgoing.add(MadeDueReply{std::move(order.done), made});
    if (made.ok() && made->count > 0)
        m_claims.wakeAt(m_now);
}

void Coordinator::handle(HostIsBack &&back)
{
    for (PutOff &putOff : back.messages)
        putOff.until += m_lease.ahead();
    m_claims.takeSooner(std::move(back.messages));
}

void Coordinator::syncFailed(const QString &why)
{
    m_isUnsynced = true;
    m_commits.failed(why, storeNow());
}

void Coordinator::rewriteUnsynced()
{
    if (!m_isUnsynced || !m_commits.mayUse(m_now))
        return;
    if (const Status rewritten = m_store.rewrite(); !rewritten.ok())
        return m_commits.failed(rewritten.error().detail, m_now);
    m_isUnsynced = false;
    m_outlet.resume();
}

/// Keeps a batch of which nobody knows whether it was written; nothing else is decided until that is known.
void Coordinator::park(WorkSet &&batch, std::vector<Save> &&saves, const QString &why)
{
    for (Staged &staged : batch.all()) {
        for (Command &command : staged.commands)
            m_outgoing.reply(std::exchange(command.asker, {}), storeAway(why));
    }
    m_parked = Parked{std::move(batch), std::move(saves)};
}

/// Reads again what became of the parked batch: written, it goes on as if nothing had been; lost, its results of calls
/// are decided again.
void Coordinator::resolveParked()
{
    if (!m_parked || m_isUnsynced || !m_commits.mayUse(m_now))
        return;
    const CommitResult found = m_commits.readAgain(m_parked->saves);
    if (found.outcome == CommitOutcome::Unknown)
        return m_commits.failed(found.error, m_now);
    Parked parked = std::move(*std::exchange(m_parked, std::nullopt));
    if (found.outcome == CommitOutcome::Committed) {
        settle(parked.batch, parked.saves, found);
        return;
    }
    for (Staged &staged : parked.batch.all())
        refuse(staged.commands, storeAway(found.error));
}

void Coordinator::renewLease()
{
    if (!m_commits.mayUse(m_now))
        return;
    const Result<bool> asked = m_lease.renew();
    if (!asked.ok())
        return m_commits.failed(asked.error().detail, m_now);
    if (*asked)
        m_commits.reached();
    m_now = storeNow();
}

bool Coordinator::mayClaim() const
{
    return !m_draining && m_lease.holds() && m_inWork.roomForDue() > 0;
}

bool Coordinator::mayPrune() const
{
    return !m_draining && !m_isUnsynced && !m_parked && m_lease.holds() && m_commits.mayUse(m_now);
}

void Coordinator::takeDue(WorkSet &batch, std::vector<Command> &commands)
{
    if (!mayClaim() || m_isUnsynced)
        return;
    for (Message &message : m_claims.take(m_now, m_inWork.roomForDue())) {
        if (message.owner != 0 && message.owner != m_options.owner)
            ++m_takenOver;
        commands.push_back({message.gid, message::Due{}});
        const std::size_t place = batch.add(message.gid);
        batch.all()[place].stored = std::move(message);
    }
}

void Coordinator::process(WorkSet batch, std::vector<Command> commands)
{
    if (!m_lease.holds()) // others may have what is in work here, and nothing may be called
        return refuse(commands, storeAway(m_commits.problem()));
    if (m_isUnsynced || m_parked) // what memory says of its messages may be old, and their fence would not show it
        return refuse(commands, storeAway(m_commits.problem()));
    for (int round = 0; round < decideAgainMax && !commands.empty(); ++round) {
        const Result<std::vector<std::size_t>> places = load(commands, batch, round == 0);
        if (!places.ok()) {
            m_commits.failed(places.error().detail, m_now);
            return refuse(commands, storeAway(places.error().detail));
        }
        for (std::size_t i = 0; i < commands.size(); ++i) {
            if ((*places)[i] != WorkSet::nowhere)
                decideOne(std::move(commands[i]), batch.all()[(*places)[i]]);
        }
        const bool isBroken = faultBeforeCommit(batch.all());
        std::vector<Save> saves = m_inWork.savesOf(batch, m_now);
        const CommitResult result = isBroken ? brokenByFault() : m_commits.commit(saves);
        if (result.outcome == CommitOutcome::Unknown) {
            m_commits.failed(result.error, m_now);
            return park(std::move(batch), std::move(saves), result.error);
        }
        commands = settle(batch, saves, result);
        batch = {};
    }
    refuse(commands, Error::unavailable(QStringLiteral("the message is being changed by others: try again")));
}

void Coordinator::decideOne(Command &&command, Staged &staged)
{
    if (staged.unreadable)
        return m_outgoing.reply(std::move(command.asker), *staged.unreadable);
    if (!staged.current()) {
        if (m_isRefusingNew && std::holds_alternative<message::Prepare>(command.event))
            return m_outgoing.reply(std::move(command.asker), stopsSoon());
        if (const Status resolved = resolveTopics(command.event); !resolved.ok())
            return m_outgoing.reply(std::move(command.asker), resolved.error());
    }
    const message::Circumstances circumstances{.now = m_now,
                                               .chance = static_cast<std::uint32_t>(m_random()),
                                               .retryCap = m_options.retryCap,
                                               .stalledAfter = m_options.stalledAfter,
                                               .isInWorkElsewhere = isHeldElsewhere(staged)};
    message::Decision decision = message::decide(staged.current(), command.gid, command.event, circumstances);
    if (const Status fits = checkSize(decision, !staged.current()); !fits.ok())
        return m_outgoing.reply(std::move(command.asker), fits.error());
    if (decision.next)
        staged.next = std::move(decision.next);
    staged.contentChanged |= decision.contentChanged;
    std::move(decision.attempts.begin(), decision.attempts.end(), std::back_inserter(staged.attempts));
    staged.owed.reserve(staged.owed.size() + decision.effects.size());
    for (message::Effect &effect : decision.effects)
        staged.owed.push_back({std::move(effect), staged.commands.size()});
    staged.commands.push_back(std::move(command));
}

/// Freezes the branches of a message that is about to be saved for the first time, where that was not done already.
Status Coordinator::resolveTopics(message::Event &event)
{
    message::ContentPtr *const content = contentOf(event);
    return content && (*content)->branches.isEmpty() ? m_topics.resolve(*content) : Done{};
}

/// What could never be written must not wait for a store that can: it is refused, and holds up no other of its batch.
Status Coordinator::checkSize(const message::Decision &decision, bool isNew) const
{
    const bool writesContent = decision.next && (isNew || decision.contentChanged);
    return writesContent ? m_store.checkSize(*decision.next) : Done{};
}

/// Lets out what became durable. Gives the commands that must be decided again on what the store has now.
std::vector<Command> Coordinator::settle(WorkSet &batch, std::vector<Save> &saves, const CommitResult &result)
{
    std::vector<Command> again;
    const bool written = result.outcome == CommitOutcome::Committed;
    if (!written && result.outcome != CommitOutcome::Conflict) {
        m_commits.failed(result.error, m_now);
        for (Staged &staged : batch.all())
            refuse(staged.commands, storeAway(result.error));
        return again;
    }
    std::vector<bool> conflicts(saves.size(), false);
    for (const std::size_t conflict : result.conflicts)
        conflicts[conflict] = true;
    std::size_t save = 0;
    for (Staged &staged : batch.all()) {
        const bool hasSave = staged.next.has_value();
        const bool inTheWay = hasSave && conflicts[save];
        if (hasSave)
            staged.next = std::move(saves[save++].message);
        if (inTheWay) { // fenced out
            m_inWork.forget(staged.gid);
            giveUpClaim(staged);
        }
        if (inTheWay || (hasSave && !written))
            std::move(staged.commands.begin(), staged.commands.end(), std::back_inserter(again));
        else
            publish(staged);
    }
    return again;
}

/// Somebody else was quicker, and may be calling by now: what is still due then is claimed anew.
void Coordinator::giveUpClaim(Staged &staged)
{
    const auto isClaim = [](const Command &command) { return std::holds_alternative<message::Due>(command.event); };
    if (std::erase_if(staged.commands, isClaim) > 0)
        m_claims.wakeAt(m_now + m_options.storeRetry);
}

void Coordinator::publish(Staged &staged)
{
    if (staged.next)
        faultAfterCommit(staged);
    for (Staged::Owed &owed : staged.owed)
        m_outgoing.publish(staged, owed, m_now);
    if (staged.next)
        publishState(staged);
}

void Coordinator::publishState(Staged &staged)
{
    const Message &next = *staged.next;
    if (next.dueAt && !next.inWork())
        m_claims.wakeAt(*next.dueAt);
    if (!staged.stored)
        m_pruning.noteNew();
    if (!staged.stored || staged.stored->state != next.state)
        m_metrics.countSaved(next.state);
    if (next.finished()) {
        ++m_finished;
        m_metrics.countFinished(next, m_now);
    }
    if (next.stalled && !(staged.stored && staged.stored->stalled))
        qCWarning(lcEngine).nospace() << "stalled gid=" << next.gid.bytes() << " failures=" << next.failuresInRow;
    m_changes.note(next);
    m_inWork.noteWritten(std::move(staged));
}

/// Nothing was written: who asked is told to try again, and results of calls wait until the store is back.
void Coordinator::refuse(std::span<Command> commands, const Error &error)
{
    for (Command &command : commands) {
        if (isCallResult(command.event)) {
            m_held.push_back(std::move(command));
            continue;
        }
        if (std::holds_alternative<message::Due>(command.event))
            m_claims.wakeAt(m_now + m_options.storeRetry);
        m_outgoing.reply(std::move(command.asker), error);
    }
}

std::optional<TimePoint> Coordinator::nextTurn()
{
    std::optional<TimePoint> next = m_outgoing.nextExpiry();
    const auto earlier = [&next](TimePoint time) { next = next ? std::min(*next, time) : time; };
    if (const std::optional<TimePoint> due = m_claims.next(); due && mayClaim())
        earlier(std::max(*due, m_commits.retryAt().value_or(*due)));
    if (m_pruning.next() && mayPrune())
        earlier(*m_pruning.next());
    if (!m_held.empty() || m_parked || m_isUnsynced)
        earlier(m_commits.retryAt().value_or(m_now));
    if (m_lease.isShared())
        earlier(std::max(*m_lease.renewAt() + m_lease.ahead(), m_commits.retryAt().value_or(TimePoint::min())));
    if (!next)
        return next;
    return *next - m_lease.ahead(); // the caller's clock is ours
}

} // namespace core::engine
