// SPDX-License-Identifier: Apache-2.0
#include "tests/process/programs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::http::ClientAnswer;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 residentMiBMax = 320; // its shadow memory and its quarantine come on top
#else
constexpr qint64 residentMiBMax = 80;
#endif

struct Ended
{
    int code = -1;
    QByteArray words; ///< what it printed
};

/// Runs checkbackd with these arguments to its end, at most 10 s.
Ended runToEnd(const QStringList &arguments, const QByteArray &faults = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!faults.isEmpty())
        environment.insert(u"CHECKBACK_FAULTS"_s, QString::fromLatin1(faults));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd"), arguments);
    if (!process.waitForFinished(10'000)) {
        process.kill();
        process.waitForFinished(2'000);
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

void runSql(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"baddays"_s);
        db.setDatabaseName(path);
        QVERIFY(db.open());
        for (const QString &statement : statements) {
            QSqlQuery query(db);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"baddays"_s);
}

/// Resident memory of a process in MiB; 0 when it cannot be told.
qint64 residentMiB(qint64 pid)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
    }
    return 0;
}

bool pings(const tests::Program &program)
{
    core::http::BlockingClient client;
    const auto url = core::http::Url::parse(QByteArray(program.url() + "/api/ping"));
    return client.send({.url = *url}).status == 200;
}

} // namespace

/// What an operator gets on a bad day: a clear sentence, an exit code, nothing lost.
class TestBadDays : public QObject
{
    Q_OBJECT

private slots:
    void nothingHasToBeThereOrGiven();
    void wrongUsageIsExplained_data();
    void wrongUsageIsExplained();
    void theHelpOfOneCommandIsItsOwn();
    void aFileThatIsNoCaseIsNamed();
    void wrongStoresAreRefused_data();
    void wrongStoresAreRefused();
    void aPortInUseIsNamed();
    void aSecondCoordinatorOnOneStoreIsRefused();
    void hostileConnectionsDoNotGrowMemory();
    void aReceiverThatIsDownGetsItsMoneyLater();
    void aBankDatabaseThatIsLockedGetsItsMoneyLater();
};

/// On a fresh machine, where the user's data folder has none of ours.
void TestBadDays::nothingHasToBeThereOrGiven()
{
    const QTemporaryDir home;
    const QString data = home.filePath(u"share"_s);
    for (const auto &[command, file] :
         {std::pair(u"serve"_s, u"checkbackd.db"_s), std::pair(u"bank"_s, u"bank.db"_s)}) {
        tests::Program program({command});
        program.setEnvironment({{u"XDG_DATA_HOME"_s, data}});
        QVERIFY2(program.start(), program.printed());
        QCOMPARE(program.terminate(), 0);
        const QFileInfo made(data + u"/checkback/"_s + file);
        QVERIFY2(made.exists(), qPrintable(made.filePath()));
        constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!made.permissions().testAnyFlags(others));
        QVERIFY(!QFileInfo(made.path()).permissions().testAnyFlags(others | QFile::ExeOther));
        QVERIFY(QDir(data).removeRecursively()); // the next one makes it by itself
    }
}

void TestBadDays::wrongUsageIsExplained_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("faults");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &says,
                        const QByteArray &faults = {}) { QTest::newRow(name) << arguments << faults << says; };
    row("no command", {}, "give serve, bank, run, case or replay");
    row("nothing", {}, "no command was given");
    row("a word too many", {u"serve"_s, u"now"_s}, "serve takes options only, not 'now'");
    row("certificates missing", {u"serve"_s, u"--ca-file"_s, u"/nonexistent/ca.pem"_s},
        "--ca-file /nonexistent/ca.pem");
    row("no certificates in it", {u"serve"_s, u"--ca-file"_s, u"/dev/null"_s}, "no certificate in it");
    row("a coordinator that is no URL", {u"bank"_s, u"--coordinator"_s, u"here"_s}, "--coordinator here");
    row("a peer that is no URL", {u"bank"_s, u"--peer"_s, u"there"_s}, "--peer there");
    row("neither on nor off", {u"serve"_s, u"--test-mode=perhaps"_s}, "'perhaps': give true or false");
    row("unknown command", {u"server"_s}, "'server' is not a command");
    row("unknown option", {u"serve"_s, u"--lisen"_s, u"x"_s}, "--lisen is not an option");
    row("option without value", {u"serve"_s, u"--listen"_s}, "--listen needs a value");
    row("no port", {u"serve"_s, u"--listen"_s, u"127.0.0.1"_s}, "127.0.0.1:36789");
    row("port too large", {u"serve"_s, u"--listen"_s, u"127.0.0.1:70000"_s}, "--listen");
    row("all addresses without token", {u"serve"_s, u"--listen"_s, u"0.0.0.0:0"_s}, "--token-file");
    row("unknown kind of store", {u"serve"_s, u"--store"_s, u"redis:x"_s}, "sqlite:PATH");
    row("token file missing", {u"serve"_s, u"--token-file"_s, u"/nonexistent/token"_s}, "token-file");
    row("bank beyond loopback", {u"bank"_s, u"--listen"_s, u"0.0.0.0:0"_s}, "sample bank");
    row("unknown example", {u"run"_s, u"saga"_s}, "http_msg_doAndCommit");
    row("ini file missing", {u"serve"_s, u"--config"_s, u"/nonexistent.ini"_s}, "no such file");
    row("faults without test mode", {u"run"_s, u"http_msg_doAndCommit"_s}, "--test-mode", "finish.after=crash");
    row("orders without test mode", {u"serve"_s, u"--faults-from-stdin"_s}, "--test-mode");
    row("unknown fault", {u"run"_s, u"http_msg_doAndCommit"_s, u"--test-mode"_s}, "no fault point",
        "finsh.after=crash");
}

void TestBadDays::wrongUsageIsExplained()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, faults);
    QFETCH(QByteArray, says);
    const Ended ended = runToEnd(arguments, faults);
    QCOMPARE(ended.code, 2);
    QVERIFY2(ended.words.contains(says), ended.words.constData());
}

void TestBadDays::theHelpOfOneCommandIsItsOwn()
{
    const Ended all = runToEnd({u"--help"_s});
    QCOMPARE(all.code, 0);
    QVERIFY(all.words.contains("serve: ") && all.words.contains("bank: ") && all.words.contains("--keep-days DAYS"));
    for (const QStringList &asked : {QStringList{u"serve"_s, u"--help"_s}, QStringList{u"help"_s, u"serve"_s}}) {
        const Ended one = runToEnd(asked);
        QCOMPARE(one.code, 0);
        QVERIFY(one.words.contains("Usage: checkbackd serve") && one.words.contains("--keep-days DAYS"));
        QVERIFY2(!one.words.contains("bank: "), one.words.constData());
    }
}

void TestBadDays::aFileThatIsNoCaseIsNamed()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"letter.txt"_s);
    writeFile(path, "dear bank");
    for (const QString &file : {path, folder.filePath(u"missing.case"_s)}) {
        const Ended ended = runToEnd({u"replay"_s, file});
        QVERIFY(ended.code != 0);
        QVERIFY2(ended.words.contains(file.toUtf8()), ended.words.constData());
    }
}

void TestBadDays::wrongStoresAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("not a database") << QByteArray(8192, 'x') << QString() << QByteArray("store.db");
    QTest::newRow("somebody else's database")
        << QByteArray() << u"CREATE TABLE other(a)"_s << QByteArray("not a Checkback store");
    QTest::newRow("from a newer version") << QByteArray() << u"newer"_s << QByteArray("update Checkback");
}

void TestBadDays::wrongStoresAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sql);
    QFETCH(QByteArray, says);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"store.db"_s);
    if (!bytes.isEmpty()) {
        writeFile(path, bytes);
    } else if (sql == u"newer") {
        tests::Program first({u"serve"_s, u"--store"_s, u"sqlite:"_s + path});
        QVERIFY(first.start());
        QCOMPARE(first.terminate(), 0);
        runSql(path, {u"UPDATE schema_version SET version = 9999"_s});
    } else {
        runSql(path, {sql});
    }
    const Ended ended = runToEnd({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--store"_s, u"sqlite:"_s + path});
    QVERIFY2(ended.code == 1 || ended.code == 2, QByteArray::number(ended.code).constData());
    QVERIFY2(ended.words.contains(says), ended.words.constData());
    if (!bytes.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes); // a refused file is left as it is
    }
}

void TestBadDays::aPortInUseIsNamed()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    const QString port = QString::number(taken.serverPort());
    const Ended ended = runToEnd(
        {u"serve"_s, u"--listen"_s, u"127.0.0.1:"_s + port, u"--store"_s, u"sqlite:"_s + folder.filePath(u"s.db"_s)});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.words.contains(port.toLatin1()), ended.words.constData());
}

void TestBadDays::aSecondCoordinatorOnOneStoreIsRefused()
{
    QTemporaryDir folder;
    const QString store = u"sqlite:"_s + folder.filePath(u"s.db"_s);
    tests::Program first({u"serve"_s, u"--store"_s, store});
    QVERIFY(first.start());
    const Ended second = runToEnd({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--store"_s, store});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.words.contains("in use"), second.words.constData());
    QVERIFY(pings(first));
    first.kill();
    tests::Program third({u"serve"_s, u"--store"_s, store});
    QVERIFY(third.start()); // free at once after kill −9
}

void TestBadDays::hostileConnectionsDoNotGrowMemory()
{
    QTemporaryDir folder;
    tests::Program program({u"serve"_s, u"--store"_s, u"sqlite:"_s + folder.filePath(u"s.db"_s)});
    QVERIFY(program.start());

    std::vector<std::unique_ptr<QTcpSocket>> halfOpen;
    for (int i = 0; i < 1'000; ++i) {
        halfOpen.push_back(std::make_unique<QTcpSocket>());
        halfOpen.back()->connectToHost(QHostAddress::LocalHost, program.port());
        QVERIFY(halfOpen.back()->waitForConnected(5'000));
        halfOpen.back()->write("POST /api/dtmsvr/submit HTTP/1.1\r\nHost: localhost\r\n");
        halfOpen.back()->flush();
    }
    QTcpSocket longHeader;
    longHeader.connectToHost(QHostAddress::LocalHost, program.port());
    QVERIFY(longHeader.waitForConnected(5'000));
    longHeader.write("GET /api/ping HTTP/1.1\r\nHost: localhost\r\nX-Long: " + QByteArray(1024 * 1024, 'a')
                     + "\r\n\r\n");
    QTRY_VERIFY_WITH_TIMEOUT(longHeader.bytesAvailable() > 0 || longHeader.state() == QAbstractSocket::UnconnectedState,
                             5'000);
    QVERIFY(longHeader.readAll().startsWith("HTTP/1.1 431"));

    QTcpSocket longBody;
    longBody.connectToHost(QHostAddress::LocalHost, program.port());
    QVERIFY(longBody.waitForConnected(5'000));
    longBody.write("POST /api/dtmsvr/submit HTTP/1.1\r\nHost: localhost\r\nContent-Length: 104857600\r\n\r\n");
    for (int chunk = 0; chunk < 100 && longBody.state() == QAbstractSocket::ConnectedState; ++chunk) {
        longBody.write(QByteArray(1024 * 1024, 'b'));
        longBody.waitForBytesWritten(200);
    }
    QTRY_VERIFY_WITH_TIMEOUT(longBody.bytesAvailable() > 0 || longBody.state() == QAbstractSocket::UnconnectedState,
                             5'000);

    QVERIFY(pings(program));
    const qint64 resident = residentMiB(program.pid());
    QVERIFY2(resident > 0 && resident < residentMiBMax, QByteArray::number(resident).constData());
}

void TestBadDays::aReceiverThatIsDownGetsItsMoneyLater()
{
    tests::Town town;
    QVERIFY(town.start());
    town.receiver().kill();
    QCOMPARE(town.transfer("receiver-down").status, 200);
    QTest::qWait(1'500);
    QCOMPARE(town.statusOf("receiver-down"), QByteArray("submitted"));
    QVERIFY(town.receiver().start());
    QCOMPARE(town.unfinished({"receiver-down"}, 20s), QList<QByteArray>());
    QCOMPARE(town.statusOf("receiver-down"), QByteArray("succeed"));
    QCOMPARE(town.receiverBooks().journal.size(), 1);
}

void TestBadDays::aBankDatabaseThatIsLockedGetsItsMoneyLater()
{
    tests::Town town;
    QVERIFY(town.start());
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
        db.setDatabaseName(town.receiverFile());
        QVERIFY(db.open());
        QVERIFY(QSqlQuery(db).exec(u"BEGIN EXCLUSIVE"_s));
        QCOMPARE(town.transfer("bank-locked").status, 200);
        QTest::qWait(3'000);
        QCOMPARE(town.statusOf("bank-locked"), QByteArray("submitted"));
        QVERIFY(QSqlQuery(db).exec(u"ROLLBACK"_s));
    }
    QSqlDatabase::removeDatabase(u"locker"_s);
    QCOMPARE(town.unfinished({"bank-locked"}, 20s), QList<QByteArray>());
    QCOMPARE(town.statusOf("bank-locked"), QByteArray("succeed"));
    QCOMPARE(town.receiverBooks().journal.size(), 1);
}

QTEST_GUILESS_MAIN(TestBadDays)
#include "tst_baddays.moc"
