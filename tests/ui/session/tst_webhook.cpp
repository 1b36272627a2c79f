// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts on their way to a real HTTP receiver on this computer.
#include "tests/support/scriptedpeer.h"
#include "tests/ui/session/alertsamples.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using test::bodyOf;
using test::hasty;
using test::newsOf;
using test::ScriptedPeer;
using ui::AlertKind;
using ui::Webhook;

class TestWebhook : public QObject
{
    Q_OBJECT

private slots:
    void onlyWholeAddressesAreUsable_data();
    void onlyWholeAddressesAreUsable();
    void anAlertIsPostedAsJson();
    void aReceiverThatStumblesIsTriedAgain();
    void aReceiverThatStaysBrokenIsGivenUp();
    void aRefusalIsNotTriedAgain();
    void aRedirectIsNotFollowed();
    void aReceiverThatHangsHoldsUpNothing();
    void nobodyThereIsGivenUp();
    void alertsComeInTheirOrder();
    void theQueueIsBounded();
    void anotherUrlDropsWhatWaits();
    void withoutUrlNothingIsPosted();
};

void TestWebhook::onlyWholeAddressesAreUsable_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("usable");
    QTest::newRow("http") << u"http://127.0.0.1:9/x"_s << true;
    QTest::newRow("https") << u"https://hooks.example/a?b=c"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("no scheme") << u"hooks.example/a"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("no host") << u"http:///a"_s << false;
    QTest::newRow("user") << u"http://me:secret@hooks.example/"_s << false;
    QTest::newRow("control character") << u"http://hooks.example/\n"_s << false;
}

void TestWebhook::onlyWholeAddressesAreUsable()
{
    QFETCH(QString, url);
    QTEST(Webhook::isUsable(url), "usable");
}

void TestWebhook::anAlertIsPostedAsJson()
{
    ScriptedPeer receiver([](const core::http::Request &) { return core::http::Response{.status = 204}; });
    Webhook webhook(hasty());
    webhook.setUrl(QString::fromLatin1(receiver.url("/alerts?key=1")));
    webhook.tell(newsOf(AlertKind::Stalled));
    QTRY_VERIFY(!webhook.isBusy());
    QCOMPARE(receiver.calls(), QByteArrayList{"POST /alerts?key=1"});
    const QJsonObject body = bodyOf(receiver.requests().constFirst());
    QCOMPARE(body[u"event"_s].toString(), u"raised"_s);
    QCOMPARE(body[u"kind"_s].toString(), u"stalled"_s);
    QCOMPARE(body[u"value"_s].toInt(), 3);
    QCOMPARE(body[u"title"_s].toString(), u"3 messages <stalled>"_s);
    QCOMPARE(body[u"raised_at"_s].toString(), u"2023-11-14T22:13:20.000Z"_s);
    QVERIFY(!body.contains(u"cleared_at"_s));
    QVERIFY(webhook.problem().isEmpty());
}

void TestWebhook::aReceiverThatStumblesIsTriedAgain()
{
    std::atomic<int> calls = 0;
    ScriptedPeer receiver([&calls](const core::http::Request &) {
        return ++calls < 3 ? ScriptedPeer::broken() : ScriptedPeer::success();
    });
    Webhook webhook(hasty());
    webhook.setUrl(QString::fromLatin1(receiver.url("/")));
    webhook.tell(newsOf(AlertKind::Stalled));
    QTRY_VERIFY(!webhook.isBusy());
    QCOMPARE(calls.load(), 3);
    QVERIFY(webhook.problem().isEmpty());
}

void TestWebhook::aReceiverThatStaysBrokenIsGivenUp()
{
    ScriptedPeer receiver([](const core::http::Request &) { return ScriptedPeer::broken(); });
    Webhook webhook(hasty());
    QSignalSpy changed(&webhook, &Webhook::changed);
    webhook.setUrl(QString::fromLatin1(receiver.url("/")));
    webhook.tell(newsOf(AlertKind::Stalled));
    QTRY_VERIFY(!webhook.isBusy());
    QCOMPARE(receiver.calls().size(), 4);
    QVERIFY(webhook.problem().contains(u"500"_s));
    QVERIFY(changed.count() > 0);
}

void TestWebhook::aRefusalIsNotTriedAgain()
{
    ScriptedPeer receiver([](const core::http::Request &) { return core::http::Response{.status = 403}; });
    Webhook webhook(hasty());
    webhook.setUrl(QString::fromLatin1(receiver.url("/")));
    webhook.tell(newsOf(AlertKind::Stalled));
    QTRY_VERIFY(!webhook.isBusy());
    QCOMPARE(receiver.calls().size(), 1);
    QVERIFY(webhook.problem().contains(u"403"_s));
}

void TestWebhook::aRedirectIsNotFollowed()
{
    ScriptedPeer elsewhere([](const core::http::Request &) { return ScriptedPeer::success(); });
    ScriptedPeer receiver([&](const core::http::Request &) {
        return core::http::Response{.status = 307, .headers = {{"Location", elsewhere.url("/")}}};
    });
    Webhook webhook(hasty());
    webhook.setUrl(QString::fromLatin1(receiver.url("/")));
    webhook.tell(newsOf(AlertKind::Stalled));
    QTRY_VERIFY(!webhook.isBusy());
    QVERIFY(elsewhere.calls().isEmpty());
    QVERIFY(webhook.problem().contains(u"307"_s));
}

void TestWebhook::aReceiverThatHangsHoldsUpNothing()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    Webhook webhook(hasty());
    webhook.setUrl(u"http://127.0.0.1:%1/"_s.arg(silent.serverPort()));
    QElapsedTimer elapsed;
    elapsed.start();
    webhook.tell(newsOf(AlertKind::Stalled));
    QVERIFY(elapsed.elapsed() < 200);
    QTRY_VERIFY_WITH_TIMEOUT(!webhook.isBusy(), 10'000);
    QVERIFY(!webhook.problem().isEmpty());
}

void TestWebhook::nobodyThereIsGivenUp()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    Webhook webhook(hasty());
    webhook.setUrl(u"http://127.0.0.1:%1/"_s.arg(port));
    webhook.tell(newsOf(AlertKind::Stalled));
    QTRY_VERIFY_WITH_TIMEOUT(!webhook.isBusy(), 10'000);
    QVERIFY(!webhook.problem().isEmpty());
}

void TestWebhook::alertsComeInTheirOrder()
{
    ScriptedPeer receiver([](const core::http::Request &) { return ScriptedPeer::success(); });
    Webhook webhook(hasty());
    webhook.setUrl(QString::fromLatin1(receiver.url("/")));
    webhook.tell(newsOf(AlertKind::Stalled));
    webhook.tell(newsOf(AlertKind::StoreAway));
    webhook.tell(newsOf(AlertKind::Stalled, false));
    QTRY_VERIFY(!webhook.isBusy());
    QStringList events;
    for (const core::http::Request &request : receiver.requests())
        events << bodyOf(request)[u"kind"_s].toString() + u' ' + bodyOf(request)[u"event"_s].toString();
    QCOMPARE(events, (QStringList{u"stalled raised"_s, u"store-away raised"_s, u"stalled cleared"_s}));
}

void TestWebhook::theQueueIsBounded()
{
    ScriptedPeer receiver([](const core::http::Request &) { return ScriptedPeer::success(); });
    Webhook webhook(hasty());
    webhook.setUrl(QString::fromLatin1(receiver.url("/")));
    for (int i = 0; i < 20; ++i)
        webhook.tell(newsOf(AlertKind::Stalled));
    QTRY_VERIFY(!webhook.isBusy());
    QCOMPARE(receiver.calls().size(), 4);
}

void TestWebhook::anotherUrlDropsWhatWaits()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ScriptedPeer receiver([](const core::http::Request &) { return ScriptedPeer::success(); });
    Webhook webhook(hasty());
    webhook.setUrl(u"http://127.0.0.1:%1/"_s.arg(silent.serverPort()));
    webhook.tell(newsOf(AlertKind::Stalled));
    webhook.setUrl(QString::fromLatin1(receiver.url("/")));
    QVERIFY(!webhook.isBusy());
    webhook.tell(newsOf(AlertKind::StoreAway));
    QTRY_VERIFY(!webhook.isBusy());
    QCOMPARE(receiver.calls().size(), 1);
    QVERIFY(webhook.problem().isEmpty());
}

void TestWebhook::withoutUrlNothingIsPosted()
{
    Webhook webhook(hasty());
    webhook.tell(newsOf(AlertKind::Stalled));
    QVERIFY(!webhook.isBusy());
}

QTEST_GUILESS_MAIN(TestWebhook)
#include "tst_webhook.moc"
