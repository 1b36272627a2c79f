// SPDX-License-Identifier: GPL-3.0-or-later
// How a session's proof asks the engine's store.
#include "ui/session/sessionprivate.h"

namespace ui {
namespace {

core::Result<QSet<QByteArray>> knownOf(core::store::MessageReader &reader, const QList<QByteArray> &gids)
{
    QSet<QByteArray> known;
    for (const QByteArray &bytes : gids) {
        const core::Result<core::Gid> gid = core::Gid::fromBytes(bytes);
        if (!gid.ok())
            continue; // no message has such a gid
        const core::Result<std::optional<core::message::Message>> message = reader.message(*gid);
        if (!message.ok())
            return message.error();
        if (message->has_value())
            known.insert(bytes);
    }
    return known;
}

} // namespace

ProofDesk &Session::proof()
{
    return *d->proof;
}

ProofDesk::Store Session::Private::proofStore()
{
    ProofDesk::Store store;
    store.messages = [this](std::optional<std::int64_t> before, QObject *context,
                            std::function<void(core::Result<ProofDesk::Messages>)> then) {
        readOr<ProofDesk::Messages>(
            node(),
            [before](core::store::MessageReader &reader) {
                return reader.messages({}, ProofDesk::messagesAtOnce, before);
            },
            context, std::move(then));
    };
    store.known = [this](const QList<QByteArray> &gids, QObject *context,
                         std::function<void(core::Result<QSet<QByteArray>>)> then) {
        readOr<QSet<QByteArray>>(
            node(), [gids](core::store::MessageReader &reader) { return knownOf(reader, gids); }, context,
            std::move(then));
    };
    return store;
}

} // namespace ui
