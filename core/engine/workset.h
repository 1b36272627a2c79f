// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/engine/command.h"

#include <QHash>
#include <QVarLengthArray>

#include <optional>
#include <vector>

namespace core::engine {

/// What one batch does to one message: the stored form, the form after the events so far, and what to let out once it
/// is saved.
struct Staged
{
    explicit Staged(const Gid &messageGid) : gid(messageGid) { }

    Gid gid;
    std::optional<message::Message> stored; ///< as the store has it, as far as we know; none: no such row
    std::optional<message::Message>
        next; ///< none: nothing to save so far. Empty inside while its save is being written
    std::optional<Error> unreadable; ///< the store has it, but its row is damaged
    bool contentChanged = false;
    std::vector<message::Attempt> attempts;
    std::vector<Command> commands; ///< what led here, in order; decided again after a conflict

    /// An effect and the index of the command that caused it.
    struct Owed
    {
        message::Effect effect;
        std::size_t command = 0;
    };
    QVarLengthArray<Owed, 2> owed;

    const message::Message *current() const { return next ? &*next : stored ? &*stored : nullptr; }
};

/// The messages that one batch touches, in the order in which they came.
class WorkSet final
{
public:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    void reserve(std::size_t messages)
    {
        m_index.reserve(static_cast<qsizetype>(messages));
        m_staged.reserve(messages);
    }
    /// Where in all() this message stands; nowhere: it is not touched yet.
    std::size_t placeOf(const Gid &gid) const { return m_index.value(gid, nowhere); }
    /// The place of a message that is touched from here on.
    std::size_t add(const Gid &gid)
    {
        m_index.insert(gid, m_staged.size());
        m_staged.emplace_back(gid);
        return m_staged.size() - 1;
    }
    std::vector<Staged> &all() { return m_staged; }

private:
    QHash<Gid, std::size_t> m_index;
    std::vector<Staged> m_staged;
};

} // namespace core::engine
