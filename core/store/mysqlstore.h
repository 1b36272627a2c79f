// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"
#include "core/store/mysqlconnection.h"
#include "core/store/mysqlwriter.h"

#include <QSet>

#include <functional>

namespace core::store {

/// A store on a MySQL or MariaDB server, which several coordinators may share (heartbeat()). A lost connection is made
/// again by the next call.
class MysqlStore final : public MessageStore
{
public:
    explicit MysqlStore(MysqlAddress address);

    Status open() override;
    Result<std::vector<message::Message>> load(const QList<Gid> &gids) override;
    Result<std::vector<message::Message>> due(TimePoint now, std::int64_t owner, int limit) override;
    Result<std::optional<TimePoint>> nextDue(TimePoint after) override;
    Status checkSize(const message::Message &message) const override;
    CommitResult commit(const std::vector<Save> &batch) override;
    Result<MadeDue> makeDue(TimePoint after, TimePoint now, int limit) override;
    Result<Pruned> prune(const PruneOrder &order) override;
    Result<Counted> countAfter(std::int64_t afterId, int rowsMax) override;
    Result<QList<KeyValue>> keyValues(const QByteArray &category, const QByteArray &key) override;
    Status putKeyValue(const KeyValue &row) override;
    Status removeKeyValue(const QByteArray &category, const QByteArray &key) override;
    Result<std::optional<TimePoint>> heartbeat(std::int64_t owner, Millis lease) override;

private:
    struct Rows
    {
        std::vector<message::Message> messages;
        std::vector<std::int64_t> damaged; ///< ids of rows that cannot be read
    };

    /// In the index of what is due. Of the messages that are due then and that nobody has, those up to this id stand
    /// before it; 0: none do.
    struct Place
    {
        std::int64_t dueAt = 0;
        std::int64_t id = 0;
        friend auto operator<=>(const Place &, const Place &) = default;
    };
    static Place placeOf(const message::Message &message);
    static QByteArray dueBetween(const Place &from, TimePoint now);

    Status withConnection(const std::function<Status()> &work);
    Status selectMessages(const QByteArray &before, const QByteArray &tail, Rows &rows);
    Status claimDue(TimePoint now, std::int64_t owner, int limit, Rows &rows);
    void noteClaimed(const Rows &rows);
    Status putOff(const std::vector<std::int64_t> &damaged, TimePoint until);
    Status endClaim();
    Status adoptStrangers();
    Status forgetTheDead();
    void moveLowMark(const std::vector<Save> &batch, const CommitResult &result);

    MysqlConnection m_connection;
    MysqlWriter m_writer;
    bool m_isClaiming = false; ///< due() left a transaction open that locks what it gave, until commit() ends it

    /// Before this place nothing is looked for: it was claimed, and its index entries wait to be purged, which makes
    /// passing them slow. Looked there from time to time, since others may have written there.
    Place m_lowMark;
    QSet<std::int64_t> m_claimed; ///< row ids that due() gave since the last commit
    Place m_claimedTo; ///< what the mark becomes once they are written
    std::chrono::steady_clock::time_point m_lowMarkSince;
};

} // namespace core::store
