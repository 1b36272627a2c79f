// SPDX-License-Identifier: GPL-3.0-or-later
// What a session does with one message beyond the engine's own commands.
#include "ui/session/resend.h"
#include "ui/session/sessionprivate.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int resentMax = 200;

core::Error notFinished(const core::message::Message &message)
{
    return core::Error::conflict(u"the message is %1: it may still be delivered, so it is not sent again"_s.arg(
        QString::fromLatin1(core::message::stateName(message.state))));
}

/// Collects what several banks answer, each at its time.
struct RowsInWork
{
    QList<PeekedBank> banks;
    qsizetype missing = 0;
    std::function<void(const QList<PeekedBank> &)> then;

    void take(qsizetype index, const PeekedBank &bank)
    {
        banks[index] = bank;
        if (--missing == 0)
            then(banks);
    }
};

} // namespace

void Session::peek(const core::message::Message &message, QObject *context, std::function<void(const Peek &)> then,
                   const QList<int> &users)
{
    d->readBarrierRows(
        message.gid.bytes(), banks(), users, context,
        [message, then = std::move(then)](const QList<PeekedBank> &read) { then(peekOf(message, read)); });
}

void Session::barrierRows(const QByteArray &gid, QObject *context, std::function<void(const QList<PeekedBank> &)> then)
{
    QList<BankInfo> at = banks();
    at.removeIf(
        [this](const BankInfo &info) { return !d->passwords.isKnown(*d->connections.find(info.connectionId)); });
    d->readBarrierRows(gid, at, {}, context, std::move(then));
}

void Session::Private::readBarrierRows(const QByteArray &gid, const QList<BankInfo> &at, const QList<int> &users,
                                       QObject *context, std::function<void(const QList<PeekedBank> &)> then)
{
    auto work = std::make_shared<RowsInWork>(RowsInWork{{}, at.size(), std::move(then)});
    for (const BankInfo &info : at)
        work->banks.append({.name = info.name, .url = info.url.toLatin1()});
    if (at.isEmpty())
        return work->then({});
    for (qsizetype i = 0; i < at.size(); ++i) {
        const Connection *connection = connections.find(at.at(i).connectionId);
        const PeekedBank bank = work->banks.at(i);
        passwords.find(*connection, context, [=, this, place = connection->place](const auto &password) {
            if (password.ok()) {
                return peeker.read(bank, {place, *password}, gid, users, context,
                                   [work, i](const PeekedBank &read) { work->take(i, read); });
            }
            PeekedBank unread = bank;
            unread.problem = password.error().detail;
            work->take(i, unread);
        });
    }
}

void Session::resend(const QByteArray &gid, QObject *context, Then<QByteArray> then, Consent consent)
{
    if (const core::Status may = d->mayChange(consent); !may.ok())
        return then(may.error());
    message(gid, context, [=, this](const core::Result<std::optional<core::message::Message>> &found) {
        if (!found.ok())
            return then(found.error());
        if (!*found)
            return then(core::Error::notFound(u"the message is not there any more"_s));
        if (!(*found)->finished())
            return then(notFinished(**found));
        page({.gidPrefix = resentPrefix(gid)}, resentMax, std::nullopt, context,
             [=, this, first = **found](const core::Result<core::store::Page> &taken) {
                 taken.ok() ? d->submitAgain(first, taken->rows, consent, context, then) : then(taken.error());
             });
    });
}

/// Under a gid that two resends at once would both take: the second of them starts nothing.
void Session::Private::submitAgain(const core::message::Message &first, const QList<core::store::Summary> &taken,
                                   Consent consent, QObject *context, const Then<QByteArray> &then)
{
    QList<QByteArray> gids;
    for (const core::store::Summary &summary : taken)
        gids << summary.gid;
    const QByteArray gid = resentGid(first.gid.bytes(), gids);
    auto content = std::make_shared<core::message::Content>(resentContent(*first.content, first.gid.bytes()));
    sendEvent(
        ActivityVerb::Resend, gid, core::message::Submit{.content = std::move(content)}, consent, context,
        [gid, then](const std::optional<core::Error> &error) {
            error ? then(*error) : then(core::Result<QByteArray>(gid));
        },
        QString::fromLatin1(first.gid.bytes()));
}

} // namespace ui
