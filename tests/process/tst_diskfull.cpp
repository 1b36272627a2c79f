// SPDX-License-Identifier: Apache-2.0
#include "tests/process/programs.h"
#include "tests/support/smalldisk.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using core::http::ClientAnswer;

/// There is no space left for the store: who asks is refused and told why, nothing that was acknowledged is missing,
/// and it goes on by itself once there is room.
class TestDiskFull : public QObject
{
    Q_OBJECT

private slots:
    void aFullDiskRefusesUntilThereIsRoom();
    void aServerWithoutSpaceRefusesUntilThereIsRoom();

private:
    QSet<QByteArray> m_acknowledged;
    void fillUp(const tests::Program &program);
    void goesOn(const tests::Program &program);
};

namespace {

constexpr int requestsMax = 400;
constexpr int payloadBytes = 200'000; ///< so that the store soon needs more space

ClientAnswer send(const tests::Program &program, const QByteArray &path, const QByteArray &body = {})
{
    core::http::BlockingClient client;
    return client.send({.method = body.isEmpty() ? "GET" : "POST",
                        .url = *core::http::Url::parse(program.url() + path),
                        .headers = {core::http::Header{"Content-Type", "application/json"}},
                        .body = body,
                        .timeout = std::chrono::seconds(20)});
}

ClientAnswer prepare(const tests::Program &program, const QByteArray &gid)
{
    const QByteArray nobody = "http://127.0.0.1:9/nobody"; // the test is over before anybody is asked
    return send(program, "/api/dtmsvr/prepare",
                "{\"gid\":\"" + gid + "\",\"trans_type\":\"msg\",\"query_prepared\":\"" + nobody
                    + "\",\"steps\":[{\"action\":\"" + nobody + "\"}],\"payloads\":[\"" + QByteArray(payloadBytes, 'x')
                    + "\"],\"timeout_to_fail\":600}");
}

bool isStored(const tests::Program &program, const QByteArray &gid)
{
    const ClientAnswer answer = send(program, "/api/dtmsvr/query?gid=" + gid);
    return answer.status == 200 && answer.body.contains("\"prepared\"");
}

/// All tables in one file that does not grow beyond this.
QStringList tablespaceArguments(int mebibytesMax)
{
    return {u"--innodb-data-file-path=ibdata1:12M:autoextend:max:%1M"_s.arg(mebibytesMax),
            u"--innodb-file-per-table=0"_s};
}

QString passwordFile(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"password"_s));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(test::MariaDbServer::password().toUtf8()) > 0;
    return isWritten ? file.fileName() : QString();
}

} // namespace

void TestDiskFull::fillUp(const tests::Program &program)
{
    m_acknowledged.clear();
    ClientAnswer answer;
    for (int n = 0; n < requestsMax && answer.status != 503; ++n) {
        const QByteArray gid = "full-" + QByteArray::number(n);
        answer = prepare(program, gid);
        if (answer.status == 200)
            m_acknowledged.insert(gid);
    }
    QCOMPARE(answer.status, 503);
    QVERIFY2(answer.body.contains("is full: free some space"), answer.body.constData());
}

void TestDiskFull::goesOn(const tests::Program &program)
{
    QTRY_COMPARE_WITH_TIMEOUT(prepare(program, "after").status, 200, 20'000);
    m_acknowledged.insert("after");
    for (const QByteArray &gid : std::as_const(m_acknowledged))
        QVERIFY2(isStored(program, gid), gid.constData());
    qInfo("%lld acknowledged and kept", qlonglong(m_acknowledged.size()));
}

void TestDiskFull::aFullDiskRefusesUntilThereIsRoom()
{
    test::SmallDisk disk(16);
    if (!disk.isMounted())
        QSKIP("only root can mount a file system of a fixed size");
    tests::Program program({u"serve"_s, u"--store"_s, u"sqlite:"_s + disk.path() + u"/store.db"_s});
    QVERIFY(program.start());
    QCOMPARE(prepare(program, "before").status, 200);
    QVERIFY(disk.fill());
    fillUp(program);
    disk.makeRoom();
    goesOn(program);
    QVERIFY(isStored(program, "before"));
}

/// InnoDB takes a disk that is full under its feet for a reason to end; a tablespace that may not grow it reports.
void TestDiskFull::aServerWithoutSpaceRefusesUntilThereIsRoom()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    test::MariaDbServer server;
    server.setArguments(tablespaceArguments(48));
    QVERIFY(server.start().ok());
    QVERIFY(server.createDatabase(u"small"_s).ok());
    const QTemporaryDir folder;
    tests::Program program({u"serve"_s, u"--store"_s,
                            u"mysql://%1@127.0.0.1:%2/small"_s.arg(server.userName()).arg(server.port()),
                            u"--store-password-file"_s, passwordFile(folder)});
    QVERIFY(program.start());
    fillUp(program);
    server.stop();
    server.setArguments(tablespaceArguments(96));
    QVERIFY(server.start().ok());
    goesOn(program);
}

QTEST_GUILESS_MAIN(TestDiskFull)
#include "tst_diskfull.moc"
