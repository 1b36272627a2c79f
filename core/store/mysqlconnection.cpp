// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqlconnection.h"

#include "core/store/log.h"
#include "core/store/mysqltext.h"

#include <QSqlDatabase>

#include <errmsg.h>
#include <mysql.h>
#include <mysqld_error.h>

#include <algorithm>
#include <charconv>

namespace core::store {

namespace {

constexpr unsigned mariaDbSkipsLocked = 100600;
constexpr unsigned mysqlSkipsLocked = 80001;
constexpr qsizetype packetOverhead = 16; ///< the command's byte, and what a server keeps for itself
constexpr qsizetype textNeeded = 12 * 1024 * 1024; ///< a body of 4 MiB in hexadecimal, and room for the rest

/// Qt's MySQL driver ends the client library when the last of its own drivers goes, whoever else uses the library. One
/// that is never opened and stays until the end keeps it going.
void holdClientLibrary()
{
    static const bool held = [] {
        mysql_library_init(0, nullptr, nullptr);
        const QString driver = QStringLiteral("QMYSQL");
        if (QSqlDatabase::isDriverAvailable(driver))
            QSqlDatabase::addDatabase(driver, QStringLiteral("core.store.mysql-library"));
        return true;
    }();
    Q_UNUSED(held)
}

/// A row that libmariadb has fetched: texts, also of numbers.
class MysqlRow final : public SqlRow
{
public:
    MysqlRow(MYSQL_ROW row, const unsigned long *lengths) : m_row(row), m_lengths(lengths) { }

    std::int64_t integer(int column) const override
    {
        const QByteArrayView digits = bytes(column);
        std::int64_t value = 0;
        std::from_chars(digits.begin(), digits.end(), value);
        return value;
    }
    std::optional<TimePoint> time(int column) const override
    {
        if (!m_row[column])
            return std::nullopt;
        return fromEpochMs(integer(column));
    }
    QByteArrayView bytes(int column) const override
    {
        return {m_row[column], m_row[column] ? static_cast<qsizetype>(m_lengths[column]) : 0};
    }

private:
    MYSQL_ROW m_row;
    const unsigned long *m_lengths;
};

bool isMariaDb(MYSQL *handle)
{
    return QByteArrayView(mysql_get_server_info(handle)).contains("MariaDB");
}

bool isTiDb(MYSQL *handle)
{
    return QByteArrayView(mysql_get_server_info(handle)).contains("TiDB");
}

void setSeconds(MYSQL *handle, mysql_option option, seconds value)
{
    const auto count = static_cast<unsigned>(value.count());
    mysql_options(handle, option, &count);
}

void setSwitch(MYSQL *handle, mysql_option option, bool on)
{
    const my_bool value = on;
    mysql_options(handle, option, &value);
}

void setTls(MYSQL *handle, const MysqlAddress &address)
{
    if (address.tls == MysqlAddress::Tls::Off)
        return;
    setSwitch(handle, MYSQL_OPT_SSL_ENFORCE, true);
    setSwitch(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, address.tls == MysqlAddress::Tls::Verify);
    if (!address.caFile.isEmpty())
        mysql_options(handle, MYSQL_OPT_SSL_CA, address.caFile.toUtf8().constData());
}

/// Whatever the server's defaults are.
QByteArray sessionText(MysqlConnection::Mode mode)
{
    const QByteArray lockWait = QByteArray::number(qint64{MysqlConnection::lockWaitMax.count()});
    const QByteArray isolation = mode == MysqlConnection::Mode::ReadWrite
        ? "ISOLATION LEVEL READ COMMITTED"
        : "ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    return "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO', "
           "time_zone = '+00:00', autocommit = 1, innodb_lock_wait_timeout = "
        + lockWait + "; SET SESSION TRANSACTION " + isolation;
}

} // namespace

/// Where the results of a text go.
struct MysqlConnection::Sink
{
    TakeRow take = {}; ///< empty: rows are read and dropped
    Status taken = Done{};
    std::vector<std::int64_t> affected = {};
};

void MysqlConnection::Close::operator()(st_mysql *handle) const
{
    mysql_close(handle);
}

MysqlConnection::MysqlConnection(MysqlAddress address, Mode mode) : m_address(std::move(address)), m_mode(mode) { }

MysqlConnection::~MysqlConnection()
{
    close();
}

void MysqlConnection::close()
{
    const std::lock_guard lock(m_cancelMutex);
    m_cut.reset();
    m_handle.reset();
}

Status MysqlConnection::open()
{
    if (m_handle)
        return Done{};
    holdClientLibrary();
    Handle handle = newHandle();
    if (const Status connected = connectTo(handle.get()); !connected.ok())
        return connected;
    {
        const std::lock_guard lock(m_cancelMutex);
        m_handle = std::move(handle);
        m_cut = std::make_unique<SocketCut>(mysql_get_socket(m_handle.get()));
    }
    m_session.reset();
    const Status ready = setUp();
    if (!ready.ok())
        close();
    return ready;
}

MysqlConnection::Handle MysqlConnection::newHandle() const
{
    Handle handle(mysql_init(nullptr));
    const bool isReader = m_mode == Mode::ReadOnly;
    setSeconds(handle.get(), MYSQL_OPT_CONNECT_TIMEOUT, connectMax);
    setSeconds(handle.get(), MYSQL_OPT_READ_TIMEOUT, isReader ? readStatementMax : writeStatementMax);
    setSeconds(handle.get(), MYSQL_OPT_WRITE_TIMEOUT, writeStatementMax);
    setSwitch(handle.get(), MYSQL_OPT_RECONNECT, false);
    const unsigned forbidden = 0; // a server may not ask for this machine's files
    mysql_options(handle.get(), MYSQL_OPT_LOCAL_INFILE, &forbidden);
    const unsigned tcp = MYSQL_PROTOCOL_TCP; // "localhost" would mean a Unix socket
    mysql_options(handle.get(), MYSQL_OPT_PROTOCOL, &tcp);
    mysql_options(handle.get(), MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_optionsv(handle.get(), MYSQL_OPT_CONNECT_ATTR_ADD, "program_name", "checkback");
    setTls(handle.get(), m_address);
    return handle;
}

Status MysqlConnection::connectTo(st_mysql *handle) const
{
    const bool connected =
        mysql_real_connect(handle, m_address.host.toUtf8().constData(), m_address.user.toUtf8().constData(),
                           m_address.password.toUtf8().constData(), m_address.database.toUtf8().constData(),
                           m_address.port, nullptr, CLIENT_FOUND_ROWS | CLIENT_MULTI_STATEMENTS)
        != nullptr;
    if (!connected)
        return error({mysql_errno(handle), QString::fromUtf8(mysql_error(handle))});
    return Done{};
}

Status MysqlConnection::setUp()
{
    if (const Status encrypted = checkEncrypted(); !encrypted.ok())
        return encrypted;
    if (const Status set = execute(sessionText(m_mode)); !set.ok())
        return set;
    if (const Status learnt = learnAboutServer(); !learnt.ok())
        return learnt;
    if (const Status ended = endFormerSession(); !ended.ok())
        return ended;
    qCInfo(lcStore).nospace() << "connected store=" << m_address.name()
                              << " server=" << mysql_get_server_info(m_handle.get());
    return Done{};
}

/// A client library that was built without TLS, or a server without it, must not be taken for the real thing.
Status MysqlConnection::checkEncrypted() const
{
    if (m_address.tls == MysqlAddress::Tls::Off || mysql_get_ssl_cipher(m_handle.get()))
        return Done{};
    return Error::unavailable(
        QStringLiteral("the server of the store %1 does not encrypt: set up TLS there, or give tls=off")
            .arg(m_address.name()));
}

Status MysqlConnection::checkPacket()
{
    const Result<std::int64_t> packet = number("SELECT @@max_allowed_packet");
    if (!packet.ok())
        return packet.error();
    m_packetMax = static_cast<qsizetype>(*packet);
    if (*packet < textNeeded)
        return error({ER_NET_PACKET_TOO_LARGE, QStringLiteral("max_allowed_packet is %1").arg(*packet)});
    return Done{};
}

qsizetype MysqlConnection::textMax() const
{
    return std::max(m_packetMax - packetOverhead, qsizetype(0));
}

/// What a SHOW of one switch says; false where the server has no such switch.
Result<bool> MysqlConnection::isOn(const QByteArray &show)
{
    bool on = false;
    const Status read = forEachRow(show, {}, [&](const SqlRow &row) -> Status {
        on = row.bytes(1) == "ON";
        return Done{};
    });
    return read.ok() ? Result<bool>(on) : read.error();
}

/// In a cluster locks hold on their node only, and a node may lag behind the others: reads that decide what is taken
/// over, or what became of a commit, wait until the node has caught up.
Status MysqlConnection::learnAboutServer()
{
    if (const Status packet = checkPacket(); !packet.ok())
        return packet;
    const Result<bool> inCluster = isOn("SHOW GLOBAL VARIABLES LIKE 'wsrep_on'");
    if (!inCluster.ok())
        return inCluster.error();
    m_isInCluster = *inCluster;
    const auto version = mysql_get_server_version(m_handle.get());
    const bool understands = version >= (isMariaDb(m_handle.get()) ? mariaDbSkipsLocked : mysqlSkipsLocked);
    m_skipsLocked = understands && !isTiDb(m_handle.get()) && !m_isInCluster;
    if (m_isInCluster && m_mode == Mode::ReadWrite)
        return execute("SET SESSION wsrep_sync_wait = 1");
    return Done{};
}

/// Without it, a commit whose connection was lost could still be made after it was read as not made. For a reader it
/// is enough that the server was told.
Status MysqlConnection::endFormerSession()
{
    const bool isReader = m_mode == Mode::ReadOnly;
    if (m_former) {
        const Status ended = endSession(*this, *m_former, isReader ? Millis(0) : Millis(formerSessionMax));
        if (!ended.ok() && !isReader)
            return ended;
        m_former.reset();
    }
    const Result<MysqlSession> session = ownSession(*this);
    if (!session.ok())
        return session.error();
    m_session = *session;
    return Done{};
}

MysqlFailure MysqlConnection::lastFailure()
{
    const MysqlFailure failure{mysql_errno(m_handle.get()), QString::fromUtf8(mysql_error(m_handle.get()))};
    if (isConnectionLost(failure.code)) {
        if (m_session)
            m_former = std::exchange(m_session, std::nullopt);
        close();
    }
    if (failure.code == ER_LOCK_WAIT_TIMEOUT && m_isInCluster && !isReady())
        return {ER_UNKNOWN_COM_ERROR, QStringLiteral("wsrep_ready is not ON")};
    return failure;
}

/// A read that waits for the node to catch up ends like a wait for a lock where there is nothing to catch up with.
bool MysqlConnection::isReady()
{
    const Result<bool> ready = isOn("SHOW STATUS LIKE 'wsrep_ready'");
    return ready.ok() && *ready;
}

MysqlFailure MysqlConnection::readResult(Sink &sink)
{
    MYSQL_RES *const result = mysql_use_result(m_handle.get());
    if (!result) {
        if (mysql_errno(m_handle.get()) != 0)
            return lastFailure();
        sink.affected.push_back(static_cast<std::int64_t>(mysql_affected_rows(m_handle.get())));
        return {};
    }
    while (const MYSQL_ROW row = mysql_fetch_row(result)) {
        if (sink.take && sink.taken.ok())
            sink.taken = sink.take(MysqlRow(row, mysql_fetch_lengths(result)));
    }
    const bool failed = mysql_errno(m_handle.get()) != 0;
    mysql_free_result(result);
    if (failed)
        return lastFailure();
    sink.affected.push_back(0);
    return {};
}

MysqlFailure MysqlConnection::send(const QByteArray &sql, Sink &sink)
{
    if (!m_handle)
        return {CR_SERVER_GONE_ERROR, QStringLiteral("not connected")};
    if (m_packetMax > 0 && sql.size() > textMax())
        return {CR_NET_PACKET_TOO_LARGE,
                QStringLiteral("%1 bytes of SQL, max_allowed_packet is %2").arg(sql.size()).arg(m_packetMax)};
    if (mysql_real_query(m_handle.get(), sql.constData(), static_cast<unsigned long>(sql.size())) != 0)
        return lastFailure();
    for (;;) {
        if (const MysqlFailure failure = readResult(sink); failure.code != 0)
            return failure;
        const int next = mysql_next_result(m_handle.get());
        if (next > 0)
            return lastFailure();
        if (next < 0)
            return {};
    }
}

Status MysqlConnection::forEachRow(const QByteArray &sql, const std::vector<SqlValue> &values, const TakeRow &take)
{
    Sink sink{.take = take};
    if (const MysqlFailure failure = send(withValues(sql, values), sink); failure.code != 0)
        return error(failure);
    return sink.taken;
}

Result<std::int64_t> MysqlConnection::change(const QByteArray &sql, const std::vector<SqlValue> &values)
{
    Sink sink;
    const MysqlFailure failure = send(withValues(sql, values), sink);
    if (isDuplicate(failure.code))
        return std::int64_t{0};
    if (failure.code != 0)
        return error(failure);
    return sink.affected.back();
}

Status MysqlConnection::execute(const QByteArray &sql)
{
    Sink sink;
    if (const MysqlFailure failure = send(sql, sink); failure.code != 0)
        return error(failure);
    return Done{};
}

MysqlConnection::Ran MysqlConnection::run(const QByteArray &sql)
{
    Sink sink;
    MysqlFailure failure = send(sql, sink);
    return {std::move(sink.affected), std::move(failure)};
}

Error MysqlConnection::error(const MysqlFailure &failure) const
{
    const std::lock_guard lock(m_cancelMutex);
    if (m_isCancelled && isConnectionLost(failure.code))
        return Error::unavailable(QStringLiteral("cancelled"));
    return mysqlError(failure, m_address);
}

void MysqlConnection::beginCancellable()
{
    const std::lock_guard lock(m_cancelMutex);
    m_isCancellable = true;
    m_isCancelled = false;
}

void MysqlConnection::endCancellable()
{
    const std::lock_guard lock(m_cancelMutex);
    m_isCancellable = false;
}

void MysqlConnection::cancel()
{
    const std::lock_guard lock(m_cancelMutex);
    if (!m_isCancellable || m_isCancelled || !m_cut)
        return;
    m_isCancelled = true;
    m_cut->cut();
}

} // namespace core::store
