// SPDX-License-Identifier: Apache-2.0
#include "core/http/client.h"
#include "tests/support/scriptedpeer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QVariant>

using namespace core;
using namespace Qt::StringLiterals;
using test::ScriptedPeer;

/// The example program, run as it is, with a coordinator played by the test.
class TestOrderService : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void anOrderAndItsStockAreBookedOnceEach();
    void anOrderThatWasFencedOffIsNeverBooked();
    void aWrongCallIsRefused();

private:
    int call(const QByteArray &method, const QByteArray &url);
    int order(const QByteArray &key) { return call("POST", m_url + "/order?key=" + key); }
    /// Where the service is called by the coordinator, as the last prepare told it.
    QByteArray participantUrl();
    int bookings(const QString &what);

    std::unique_ptr<ScriptedPeer> m_coordinator;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_service;
    QByteArray m_url;
};

void TestOrderService::init()
{
    m_coordinator = std::make_unique<ScriptedPeer>([](const http::Request &) { return ScriptedPeer::success(); });
    m_folder = std::make_unique<QTemporaryDir>();
    m_service = std::make_unique<QProcess>();
    m_service->setWorkingDirectory(m_folder->path());
    m_service->start(QStringLiteral(CHECKBACK_BIN_DIR "/orderservice"),
                     {QString::fromLatin1(m_coordinator->url("/api/dtmsvr"))});
    const QByteArray announcement("listening on ");
    QTRY_VERIFY_WITH_TIMEOUT(m_service->canReadLine(), 10'000);
    const QByteArray line = m_service->readLine().trimmed();
    QVERIFY2(line.startsWith(announcement), line.constData());
    m_url = line.mid(announcement.size());
}

void TestOrderService::cleanup()
{
    m_service->terminate();
    QVERIFY(m_service->waitForFinished(10'000));
}

QByteArray TestOrderService::participantUrl()
{
    const QJsonObject message = QJsonDocument::fromJson(m_coordinator->requests().first().body).object();
    const QByteArray checkback = message["query_prepared"_L1].toString().toUtf8();
    return checkback.left(checkback.lastIndexOf('/'));
}

int TestOrderService::call(const QByteArray &method, const QByteArray &url)
{
    const http::ClientAnswer answer = http::BlockingClient().send(
        {.method = method, .url = http::Url::parse(url).value(), .timeout = std::chrono::seconds(10)});
    return answer.outcome == http::ClientAnswer::Outcome::Answered ? answer.status : 0;
}

int TestOrderService::bookings(const QString &what)
{
    int count = -1;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        db.setDatabaseName(m_folder->filePath(u"orders.db"_s));
        QSqlQuery query(db.open() ? db : QSqlDatabase());
        if (query.exec(u"SELECT COUNT(*) FROM booking WHERE what = '%1'"_s.arg(what)) && query.next())
            count = query.value(0).toInt();
    }
    QSqlDatabase::removeDatabase(u"look"_s);
    return count;
}

void TestOrderService::anOrderAndItsStockAreBookedOnceEach()
{
    QCOMPARE(order("k1"), 200);
    QCOMPARE(m_coordinator->calls(), QByteArrayList({"POST /api/dtmsvr/prepare", "POST /api/dtmsvr/submit"}));
    const QByteArray participant = participantUrl();
    const QByteArray branch = participant + "/stock?gid=k1&trans_type=msg&branch_id=01&op=action";
    QVERIFY(m_coordinator->requests().last().body.contains("{\"action\":\"" + participant + "/stock\"}"));

    QCOMPARE(call("POST", branch), 200);
    QCOMPARE(call("POST", branch), 200); // the coordinator may call again
    QCOMPARE(call("GET", participant + "/checkback?gid=k1&trans_type=msg&branch_id=00&op=msg"), 200);
    QCOMPARE(order("k1"), 200); // the client may ask again

    QCOMPARE(bookings(u"order"_s), 1);
    QCOMPARE(bookings(u"stock"_s), 1);
}

void TestOrderService::anOrderThatWasFencedOffIsNeverBooked()
{
    QCOMPARE(order("k1"), 200);
    QCOMPARE(call("GET", participantUrl() + "/checkback?gid=k2&trans_type=msg&branch_id=00&op=msg"), 409);
    QCOMPARE(order("k2"), 409);
    QCOMPARE(bookings(u"order"_s), 1);
    QCOMPARE(m_coordinator->calls().last(), QByteArray("POST /api/dtmsvr/abort"));
}

void TestOrderService::aWrongCallIsRefused()
{
    QCOMPARE(order({}), 400);
    QCOMPARE(order("k1"), 200);
    QCOMPARE(call("POST", participantUrl() + "/stock?gid=k3"), 400);
    QCOMPARE(call("POST", participantUrl() + "/other?gid=k3&trans_type=msg&branch_id=01&op=action"), 404);
}

QTEST_GUILESS_MAIN(TestOrderService)
#include "tst_orderservice.moc"
