// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/proofbench.h"

#include "core/bank/bankdatabase.h"
#include "tests/support/mariadbserver.h"
#include "ui/proof/proofpage.h"
#include "ui/session/connections.h"
#include "ui/session/passworddesk.h"
#include "ui/session/proofdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <thread>

namespace bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::bank::BankConnection;
using core::bank::DatabaseUrl;

namespace {

constexpr double checkMax = 3000; ///< ms
constexpr double holdMax = 8; ///< ms of the screen's thread
constexpr double writeMax = 250; ///< ms of somebody else's transaction
constexpr double memoryMax = 150; ///< MB that checking adds
constexpr auto betweenWrites = 20ms;
constexpr auto giveUp = 120s;
constexpr QSize pageSize{1340, 800};

void dieUnless(const core::Status &done)
{
    if (done.ok())
        return;
    std::fprintf(stderr, "%s\n", qPrintable(done.error().detail));
    std::exit(1);
}

void execute(QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    if (query.exec(sql))
        return;
    std::fprintf(stderr, "%s: %s\n", qPrintable(query.lastError().text()), qPrintable(sql.left(200)));
    std::exit(1);
}

std::unique_ptr<BankConnection> writerOf(const DatabaseUrl &url, const QString &password)
{
    auto connection = BankConnection::open(url, password, BankConnection::Access::ReadWrite);
    dieUnless(connection.ok() ? core::Status(core::Done{}) : connection.error());
    return *std::move(connection);
}

/// rows: a table of numbers n from 1 on. Every account keeps its balance: what moves is in the journal alone.
void fillBank(const DatabaseUrl &url, const QString &password, const QString &rows, const QString &gidOfN,
              bool isSender)
{
    const auto bank = writerOf(url, password);
    dieUnless(core::bank::createBankTables(*bank));
    const QString branch = isSender ? u"'00', 'msg'"_s : u"'01', 'action'"_s;
    const QString reason = isSender ? u"'msg'"_s : u"'action'"_s;
    execute(bank->db(), u"BEGIN"_s);
    execute(bank->db(),
            rows.arg(u"INSERT INTO barrier (trans_type, gid, branch_id, op, barrier_id, reason)"_s,
                     u"'msg', %1, %2, '01', %3"_s.arg(gidOfN, branch, reason)));
    execute(bank->db(),
            rows.arg(u"INSERT INTO journal (gid, branch_id, op, user_id, peer_user_id, amount_cents)"_s,
                     u"%1, %2, 1, 2, %3"_s.arg(gidOfN, branch, isSender ? u"-3000"_s : u"3000"_s)));
    execute(bank->db(), u"COMMIT"_s);
}

/// Of this process, in MB.
double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

/// Books at the receiver as its service does, over and over, and remembers the longest.
class Booker final
{
public:
    Booker(const DatabaseUrl &url, const QString &password)
        : m_thread([this, url, password] { run(url, password); }) { }
    ~Booker()
    {
        m_ends = true;
        m_thread.join();
    }
    /// Milliseconds of each since the last call.
    std::vector<double> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_took, {});
    }

private:
    void run(const DatabaseUrl &url, const QString &password)
    {
        const auto bank = writerOf(url, password);
        const QString balance = url.kind == DatabaseUrl::Kind::Sqlite ? u"balance_cents"_s : u"balance"_s;
        while (!m_ends) {
            QElapsedTimer clock;
            clock.start();
            execute(bank->db(), u"BEGIN"_s);
            execute(bank->db(), u"UPDATE user_account SET %1 = %1 + 0 WHERE user_id = 2"_s.arg(balance));
            execute(bank->db(),
                    u"INSERT INTO barrier (trans_type, gid, branch_id, op, barrier_id, reason) VALUES "
                    "('xa', 'booker', '%1', 'action', '01', 'action')"_s.arg(++m_count));
            execute(bank->db(), u"COMMIT"_s);
            {
                const std::lock_guard lock(m_mutex);
                m_took.push_back(double(clock.nsecsElapsed()) / 1e6);
            }
            std::this_thread::sleep_for(betweenWrites);
        }
    }

    std::mutex m_mutex;
    std::vector<double> m_took;
    qint64 m_count = 0;
    std::atomic<bool> m_ends = false;
    std::thread m_thread; ///< last: it uses the others
};

void wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

bool waitFor(const std::function<bool()> &done)
{
    QElapsedTimer clock;
    clock.start();
    while (!done() && !clock.hasExpired(std::chrono::milliseconds(giveUp).count()))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return done();
}

/// The connections of an operator who may only read; gives the sender's label.
void addPair(ui::Session &session, const FilledBanks &banks)
{
    const auto connectionOf = [&banks](const QString &label, const DatabaseUrl &url) {
        ui::Connection connection;
        connection.label = label;
        connection.place = url;
        connection.place.user = banks.readerName;
        connection.safety = ui::Connection::Safety::ReadOnly;
        connection.passwordKept = ui::Connection::PasswordKept::Nowhere;
        return connection;
    };
    const QString receiver = session.connections().save(connectionOf(u"Settlement B"_s, banks.receiver)).value();
    ui::Connection from = connectionOf(u"Settlement A"_s, banks.sender);
    from.peerId = receiver;
    const QString sender = session.connections().save(from).value();
    for (const QString &id : {sender, receiver})
        session.passwords().know(id, banks.readerPassword);
}

void choosePair(ui::ProofPage &page, const QString &begins)
{
    auto *pairs = page.findChild<QComboBox *>(u"pairs"_s);
    pairs->setCurrentIndex(pairs->findText(begins, Qt::MatchStartsWith));
    emit pairs->activated(pairs->currentIndex());
}

} // namespace

FilledBanks fillSqliteBanks(const QTemporaryDir &folder, qint64 transfers)
{
    FilledBanks banks;
    banks.sender.path = folder.filePath(u"filled-a.db"_s);
    banks.receiver.path = folder.filePath(u"filled-b.db"_s);
    const QString rows =
        u"WITH RECURSIVE s(n) AS (VALUES(1) UNION ALL SELECT n + 1 FROM s WHERE n < %3) %1 SELECT %2 FROM s"_s.arg(
            u"%1"_s, u"%2"_s, QString::number(transfers));
    const QString gid = u"'01HF' || printf('%022d', n)"_s;
    fillBank(banks.sender, {}, rows, gid, true);
    fillBank(banks.receiver, {}, rows, gid, false);
    return banks;
}

FilledBanks fillMariaDbBanks(test::MariaDbServer &server, qint64 transfers)
{
    FilledBanks banks;
    banks.password = server.password();
    banks.readerName = u"looker"_s;
    banks.readerPassword = u"only looks"_s;
    const auto ask = [&server](const QString &sql) {
        const core::Result<QString> done = server.ask(sql);
        dieUnless(done.ok() ? core::Status(core::Done{}) : done.error());
    };
    ask(u"CREATE USER looker@'%' IDENTIFIED BY 'only looks'"_s);
    const QString rows =
        u"%1 SELECT %2 FROM (SELECT seq AS n FROM seq_1_to_%3) s"_s.arg(u"%1"_s, u"%2"_s, QString::number(transfers));
    for (auto &[url, name] : {std::pair<DatabaseUrl &, QString>(banks.sender, u"filled_a"_s),
                              std::pair<DatabaseUrl &, QString>(banks.receiver, u"filled_b"_s)}) {
        dieUnless(server.createDatabase(name));
        url.kind = DatabaseUrl::Kind::MySql;
        url.host = u"127.0.0.1"_s;
        url.port = server.port();
        url.user = server.userName();
        url.database = name;
        fillBank(url, banks.password, rows, u"CONCAT('01HF', LPAD(n, 22, '0'))"_s, name == u"filled_a");
        ask(u"GRANT SELECT ON %1.* TO looker@'%'"_s.arg(name));
    }
    return banks;
}

void ProofBench::run(const QByteArray &moment, const QString &storePath, const FilledBanks &banks, int rounds)
{
    m_report.begin(moment);
    const QTemporaryDir folder;
    ui::SessionOptions options{.dataDir = folder.path()};
    options.given.store = core::store::SqliteAddress{storePath};
    const bool isOperators = !banks.readerName.isEmpty();
    if (!isOperators) {
        options.given.sender = banks.sender;
        options.given.receiver = banks.receiver;
    }
    theme::Theme theme(m_application);
    ui::Session session(options);
    session.connections().load({});
    dieUnless(session.start());
    if (isOperators)
        addPair(session, banks);
    Booker booker(banks.receiver, banks.password);
    wait(2s);
    const std::vector<double> alone = booker.take();

    const double memoryBefore = residentMegabytes();
    ui::ProofPage page(session, theme);
    page.resize(pageSize);
    page.show();
    if (isOperators)
        choosePair(page, u"Settlement A"_s);
    std::vector<double> took;
    std::vector<double> reading;
    double hold = 0;
    double memory = 0;
    QByteArray holder;
    for (int round = 0; round <= rounds; ++round) {
        const core::TimePoint before = session.proof().report() ? session.proof().report()->at : core::TimePoint();
        m_application.beginWatch();
        if (!waitFor([&] { return session.proof().isChecking(); }))
            break;
        QElapsedTimer clock;
        clock.start();
        if (!waitFor([&] { return !session.proof().isChecking() && session.proof().report(); }))
            break;
        took.push_back(double(clock.nsecsElapsed()) / 1e6);
        wait(500ms); // what the report causes on the screen
        const UiShare share = m_application.endWatch();
        if (round > 0 && share.longestEventCpu > hold) { // the first makes what the others find there
            hold = share.longestEventCpu;
            holder = share.longestEventName;
        }
        memory = std::max(memory, residentMegabytes() - memoryBefore);
        reading.push_back(double(session.proof().report()->took.count()));
        if (session.proof().report()->at == before)
            break;
    }
    const auto &report = session.proof().report();
    if (!report || took.size() <= 1) {
        std::fprintf(stderr, "no check ended\n");
        std::exit(1);
    }
    const std::vector<double> beside = booker.take();
    m_report.tell("a check, from its begin to its verdict", percentile(took, 50), "ms", checkMax,
                  {{u"the first"_s, took.front()},
                   {u"longest"_s, percentile(took, 100)},
                   {u"reading both banks"_s, percentile(reading, 50)},
                   {u"rows read"_s, report->rowsRead},
                   {u"verdict"_s, report->verdict() == ui::Holds::True ? u"true"_s : u"not true"_s}});
    m_report.tell("the most that one event keeps the screen", hold, "ms", holdMax,
                  {{u"which"_s, QString::fromLatin1(holder)}});
    m_report.tell("a booking meanwhile, the longest", percentile(beside, 100), "ms", writeMax,
                  {{u"median"_s, percentile(beside, 50)},
                   {u"without a check"_s, percentile(alone, 50)},
                   {u"its longest"_s, percentile(alone, 100)}});
    m_report.tell("memory that checking adds", memory, "MB", memoryMax);
    for (const ui::InvariantFinding &finding : report->findings)
        m_report.note("  " + ui::invariantName(finding.invariant).toLatin1(), double(finding.took.count()), "ms");
    page.hide();
    session.stop(QDeadlineTimer(10s));
}

} // namespace bench
