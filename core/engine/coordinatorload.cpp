// SPDX-License-Identifier: Apache-2.0
#include "core/engine/commandtraits.h"
#include "core/engine/coordinator.h"

#include <algorithm>
#include <iterator>

namespace core::engine {

using message::Message;

/// Brings the messages that the commands are about into the batch: from memory where it has them, else from the store.
/// mayBeNew: what nobody here has seen is taken for new without a look, for that is what it mostly is; if it is not,
/// its insert is a conflict, and the second round looks. Gives the place of each command's message; nowhere: the
/// command is the result of a call that nobody waits for any more.
Result<std::vector<std::size_t>> Coordinator::load(const std::vector<Command> &commands, WorkSet &batch, bool mayBeNew)
{
    batch.reserve(commands.size());
    std::vector<std::size_t> places;
    places.reserve(commands.size());
    QList<Gid> missing;
    for (const Command &command : commands) {
        std::size_t place = batch.placeOf(command.gid);
        if (place == WorkSet::nowhere) {
            const Message *const known = m_inWork.find(command.gid);
            if (known || !isCallResult(command.event))
                place = batch.add(command.gid);
            if (known && mayRelyOn(*known, command))
                batch.all()[place].stored = *known;
            else if (known)
                missing.append(command.gid);
            else if (place != WorkSet::nowhere && (!mayBeNew || !mayCreate(command.event)))
                missing.append(command.gid);
        }
        places.push_back(place);
    }
    if (missing.isEmpty())
        return places;
    Result<std::vector<Message>> loaded = m_store.load(missing);
    if (!loaded.ok() && loaded.error().code == Error::Code::Internal)
        loaded = loadOneByOne(missing, batch);
    if (!loaded.ok())
        return loaded.error();
    for (Message &message : *loaded)
        takeStored(batch.all()[batch.placeOf(message.gid)], std::move(message));
    return places;
}

/// Where the row of one is damaged: it must not hold up the others, and trying it again never helps.
Result<std::vector<Message>> Coordinator::loadOneByOne(const QList<Gid> &gids, WorkSet &batch)
{
    std::vector<Message> messages;
    for (const Gid &gid : gids) {
        Result<std::vector<Message>> loaded = m_store.load({gid});
        if (loaded.ok())
            std::move(loaded->begin(), loaded->end(), std::back_inserter(messages));
        else if (loaded.error().code == Error::Code::Internal)
            batch.all()[batch.placeOf(gid)].unreadable = loaded.error();
        else
            return loaded.error();
    }
    return messages;
}

/// On a shared store memory may be old, so what would be answered on its word alone is looked for in the store.
bool Coordinator::mayRelyOn(const Message &known, const Command &command) const
{
    return !m_lease.isShared() || isWrittenInAnyCase(command.event, known.state);
}

/// The store's form, or, while nobody else has written it, the form in memory, which knows of the calls under way.
void Coordinator::takeStored(Staged &staged, Message &&stored)
{
    const Message *const known = m_inWork.find(staged.gid);
    if (known && known->fence == stored.fence && known->rowId == stored.rowId) {
        staged.stored = *known;
        return;
    }
    m_inWork.forget(staged.gid);
    staged.stored = std::move(stored);
}

bool Coordinator::isHeldElsewhere(const Staged &staged) const
{
    const std::int64_t owner = staged.stored && !staged.next ? staged.stored->owner : 0;
    return m_lease.isShared() && owner != 0 && owner != m_options.owner;
}

} // namespace core::engine
