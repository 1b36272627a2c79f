// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/mysqlerror.h"
#include "core/store/mysqlsession.h"
#include "core/store/socketcut.h"
#include "core/store/sqlconnection.h"
#include "core/store/storeaddress.h"

#include <memory>
#include <mutex>

struct st_mysql;

namespace core::store {

/// One connection to a MySQL or MariaDB server, on the C interface of libmariadb. Belongs to the thread that opens it;
/// only cancel() is for others. Never reconnects by itself within a statement: open() does, when it is called again.
/// Every session is set up alike, whatever the server's defaults: strict, UTC, utf8mb4, short lock waits.
class MysqlConnection final : public SqlConnection
{
public:
    enum class Mode {
        ReadWrite, ///< READ COMMITTED
        ReadOnly, ///< REPEATABLE READ, and the server refuses writes
    };

    MysqlConnection(MysqlAddress address, Mode mode);
    ~MysqlConnection() override;
    MysqlConnection(const MysqlConnection &) = delete;
    MysqlConnection &operator=(const MysqlConnection &) = delete;

    /// Connects; does nothing while the connection is good. Waits at most connectMax, and, to write, up to
    /// formerSessionMax until the server is through with what was sent before the connection was lost: what is read
    /// from here on tells for good what became of it.
    Status open();
    void close();
    bool isOpen() const { return m_handle != nullptr; }
    const MysqlAddress &address() const { return m_address; }

    Status forEachRow(const QByteArray &sql, const std::vector<SqlValue> &values, const TakeRow &take) override;
    Result<std::int64_t> change(const QByteArray &sql, const std::vector<SqlValue> &values) override;
    /// One or several statements, parted by ';', whose results are not wanted.
    Status execute(const QByteArray &sql);

    /// How far a text of several statements came.
    struct Ran
    {
        std::vector<std::int64_t> affected; ///< one a statement that succeeded: rows found (UPDATE) or inserted
        MysqlFailure failure; ///< of the next one; what follows it was not run
    };
    Ran run(const QByteArray &sql);

    /// The Error for a failure on this connection.
    Error error(const MysqlFailure &failure) const;

    /// Bytes of the longest text that the server takes; 0 until it was open once. A longer one is not sent, since the
    /// server would close the connection: its failure is CR_NET_PACKET_TOO_LARGE, and the Error TooLarge.
    qsizetype textMax() const;
    /// What textMax() follows from: the server's max_allowed_packet.
    qsizetype packetMax() const { return m_packetMax; }
    /// Whether SELECT … FOR UPDATE SKIP LOCKED is understood and holds for all who write to the store.
    bool skipsLocked() const { return m_skipsLocked; }

    /// Any thread: what runs between beginCancellable() and endCancellable() ends with Unavailable "cancelled", and the
    /// server is told to stop it as soon as this connection is open again.
    void cancel();
    void beginCancellable();
    void endCancellable();

    static constexpr seconds connectMax{3};
    static constexpr seconds writeStatementMax{5}; ///< below the lease: a hung server is noticed in time
    static constexpr seconds readStatementMax{60}; ///< a search gives nothing for long
    static constexpr seconds lockWaitMax{2};
    static constexpr seconds formerSessionMax{2};

private:
    struct Close
    {
        void operator()(st_mysql *handle) const;
    };
    using Handle = std::unique_ptr<st_mysql, Close>;

    Handle newHandle() const;
    Status connectTo(st_mysql *handle) const;
    Status setUp();
    Status learnAboutServer();
    Status checkPacket();
    Result<bool> isOn(const QByteArray &show);
    bool isReady();
    Status checkEncrypted() const;
    Status endFormerSession();

    struct Sink;
    MysqlFailure send(const QByteArray &sql, Sink &sink);
    MysqlFailure readResult(Sink &sink);
    MysqlFailure lastFailure();

    MysqlAddress m_address;
    Mode m_mode;
    Handle m_handle; ///< null: not connected, or the connection broke
    qsizetype m_packetMax = 0;
    bool m_isInCluster = false;
    bool m_skipsLocked = false;
    std::optional<MysqlSession> m_session; ///< none: not set up yet
    std::optional<MysqlSession> m_former; ///< the latest that was lost, as long as the server may still work for it

    mutable std::mutex m_cancelMutex; ///< for the members below
    std::unique_ptr<SocketCut> m_cut;
    bool m_isCancellable = false;
    bool m_isCancelled = false;
};

} // namespace core::store
