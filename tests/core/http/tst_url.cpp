// SPDX-License-Identifier: Apache-2.0
#include "core/http/url.h"

#include "core/http/endpointrules.h"
#include "core/http/message.h"

#include <QTest>

using namespace core;
using namespace core::http;
using namespace Qt::StringLiterals;

class TestUrl : public QObject
{
    Q_OBJECT
private slots:
    void aUrlIsTakenApart_data();
    void aUrlIsTakenApart();
    void whatIsNotAllowedIsRefusedByName_data();
    void whatIsNotAllowedIsRefusedByName();
    void originAndHostHeaderKeepBracketsAndLeaveOutDefaultPorts();
    void someAddressesAreNeverCalled_data();
    void someAddressesAreNeverCalled();
    void ourOwnEndpointIsRefused();
    void aQueryIsAddedToWhatIsThere_data();
    void aQueryIsAddedToWhatIsThere();
    void aQueryValueIsFoundAndDecoded();
};

void TestUrl::aUrlIsTakenApart_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("target");
    const auto row = [](const char *text, bool isTls, const char *host, int port, const char *target) {
        QTest::newRow(text) << QByteArray(text) << isTls << QByteArray(host) << port << QByteArray(target);
    };
    row("http://example.com", false, "example.com", 80, "/");
    row("HTTPS://Example.COM/a", true, "example.com", 443, "/a");
    row("http://127.0.0.1:8081/api/busi?x=%41&y", false, "127.0.0.1", 8081, "/api/busi?x=%41&y");
    row("http://[::1]:8081/a", false, "::1", 8081, "/a");
    row("http://[2001:db8::1]", false, "2001:db8::1", 80, "/");
    row("http://host?x=1", false, "host", 80, "/?x=1");
    row("http://host/a#part", false, "host", 80, "/a");
    row("http://host#part", false, "host", 80, "/");
    row("http://host:65535/", false, "host", 65535, "/");
    row("http://host/a@b", false, "host", 80, "/a@b");
    row("http://my_service.namespace/a//b/../c", false, "my_service.namespace", 80, "/a//b/../c");
}

void TestUrl::aUrlIsTakenApart()
{
    QFETCH(QByteArray, text);
    const auto url = Url::parse(text);
    QVERIFY2(url.ok(), url.ok() ? "" : qPrintable(url.error().detail));
    QTEST(url->isTls, "isTls");
    QTEST(url->host, "host");
    QTEST(int(url->port), "port");
    QTEST(url->target, "target");
}

void TestUrl::whatIsNotAllowedIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *text, const QString &says) { QTest::newRow(text) << QByteArray(text) << says; };
    row("", u"http://"_s);
    row("example.com", u"http://"_s);
    row("/path", u"http://"_s);
    row("ftp://example.com", u"http://"_s);
    row("file:///etc/passwd", u"http://"_s);
    row("grpc://host:1", u"http://"_s);
    row("http:/host", u"http://"_s);
    row("http://", u"no host"_s);
    row("http://:80/", u"no host"_s);
    row("http:///path", u"no host"_s);
    row("http://user@host/", u"user info"_s);
    row("http://user:secret@host/", u"user info"_s);
    row("http://ho st/", u"space"_s);
    row("http://host/a b", u"space"_s);
    row("http://host/a\r\nX: 1", u"control"_s);
    row("http://host/\x7f", u"control"_s);
    row(" http://host/", u"space"_s);
    row("http://host:0/", u"port"_s);
    row("http://host:65536/", u"port"_s);
    row("http://host:-1/", u"port"_s);
    row("http://host:8o/", u"port"_s);
    row("http://host:/", u"port"_s);
    row("http://host:1:2/", u"port"_s);
    row("http://::1/", u"no host"_s);
    row("http://[::1/", u"IPv6"_s);
    row("http://[nonsense]/", u"IPv6"_s);
    row("http://[127.0.0.1]/", u"IPv6"_s);
    row("http://[::1]x/", u"IPv6"_s);
    row("http://ho%73t/", u"characters"_s);
    row("http://h\xc3\xb6st/", u"characters"_s);
    row("http://host\\@evil/", u"user info"_s);
    row("http://host\\evil/", u"characters"_s);
    row("http://169.254.169.254/latest", u"metadata"_s);
    row("http://2852039166/latest", u"metadata"_s);
    row("http://0xa9.0xfe.0xa9.0xfe/", u"metadata"_s);
    row("http://0.0.0.0:36789/", u"unspecified"_s);
    row("http://[::]/", u"unspecified"_s);
    row("http://[fe80::1]/", u"link-local"_s);
    row("http://[fe80::1%25eth0]/", u"IPv6"_s);
    row("http://[::ffff:169.254.169.254]/", u"metadata"_s);
}

void TestUrl::whatIsNotAllowedIsRefusedByName()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto url = Url::parse(text, "query_prepared");
    QVERIFY(!url.ok());
    QCOMPARE(url.error().code, Error::Code::Invalid);
    QCOMPARE(url.error().field, QByteArray("query_prepared"));
    QVERIFY2(url.error().detail.startsWith(u"query_prepared ") && url.error().detail.contains(says),
             qPrintable(url.error().detail));
}

void TestUrl::originAndHostHeaderKeepBracketsAndLeaveOutDefaultPorts()
{
    QCOMPARE(Url::parse("http://a:80/x")->hostHeader(), QByteArray("a"));
    QCOMPARE(Url::parse("https://a:80/x")->hostHeader(), QByteArray("a:80"));
    QCOMPARE(Url::parse("https://[::1]:8443/x")->hostHeader(), QByteArray("[::1]:8443"));
    QCOMPARE(Url::parse("https://[::1]/x")->origin(), QByteArray("https://[::1]:443"));
    QCOMPARE(Url::parse("http://A/x")->origin(), QByteArray("http://a:80"));
}

void TestUrl::someAddressesAreNeverCalled_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isForbidden");
    const auto row = [](const char *address, bool isForbidden) {
        QTest::newRow(address) << QString::fromLatin1(address) << isForbidden;
    };
    for (const char *address :
         {"169.254.0.1", "169.254.169.254", "0.0.0.0", "0.1.2.3", "224.0.0.1", "239.255.255.255", "255.255.255.255",
          "100.100.100.200", "fe80::1", "febf::1", "fd00:ec2::254", "::", "ff02::1", "::ffff:169.254.1.1",
          "::ffff:0.0.0.0", "::169.254.169.254", "64:ff9b::169.254.169.254"})
        row(address, true);
    for (const char *address :
         {"127.0.0.1", "127.255.0.1", "10.0.0.1", "192.168.1.1", "169.253.1.1", "170.254.1.1", "223.1.1.1", "8.8.8.8",
          "::1", "fd00:ec2::253", "fec0::1", "2001:db8::1", "::ffff:127.0.0.1", "64:ff9b::8.8.8.8"})
        row(address, false);
}

void TestUrl::someAddressesAreNeverCalled()
{
    QFETCH(QString, address);
    QTEST(isForbiddenAddress(QHostAddress(address)), "isForbidden");
}

void TestUrl::ourOwnEndpointIsRefused()
{
    const EndpointRules one({{QHostAddress(u"127.0.0.1"_s), 36789}});
    QVERIFY(one.isForbidden(QHostAddress(u"127.0.0.1"_s), 36789));
    QVERIFY(one.isForbidden(QHostAddress(u"::ffff:127.0.0.1"_s), 36789));
    QVERIFY(!one.isForbidden(QHostAddress(u"127.0.0.1"_s), 36790));
    QVERIFY(!one.isForbidden(QHostAddress(u"127.0.0.2"_s), 36789));

    const EndpointRules all({{QHostAddress(QHostAddress::AnyIPv4), 36789}, {QHostAddress(QHostAddress::Any), 0}});
    QVERIFY(all.isForbidden(QHostAddress(u"127.0.0.5"_s), 36789));
    QVERIFY(all.isForbidden(QHostAddress(u"::1"_s), 36789));
    QVERIFY(!all.isForbidden(QHostAddress(u"8.8.8.8"_s), 36789));
    QVERIFY(!all.isForbidden(QHostAddress(u"127.0.0.1"_s), 80));
}

void TestUrl::aQueryIsAddedToWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("none") << QByteArray("/a") << QByteArray("/a?gid=x%20%26y&op=action");
    QTest::newRow("some") << QByteArray("/a?b=%2f") << QByteArray("/a?b=%2f&gid=x%20%26y&op=action");
    QTest::newRow("empty") << QByteArray("/a?") << QByteArray("/a?gid=x%20%26y&op=action");
    QTest::newRow("open") << QByteArray("/a?b=1&") << QByteArray("/a?b=1&gid=x%20%26y&op=action");
}

void TestUrl::aQueryIsAddedToWhatIsThere()
{
    QFETCH(QByteArray, target);
    QTEST(withQuery(target, {{"gid", "x &y"}, {"op", "action"}}), "result");
    QCOMPARE(withQuery(target, {}), target);
}

void TestUrl::aQueryValueIsFoundAndDecoded()
{
    Request request;
    request.query = "gid=a%2Bb+c&empty=&flag&na%6De=v&gid=second";
    QCOMPARE(request.queryValue("gid"), QByteArray("a+b c"));
    QCOMPARE(request.queryValue("empty"), QByteArray());
    QCOMPARE(request.queryValue("flag"), QByteArray());
    QCOMPARE(request.queryValue("name"), QByteArray("v"));
    QCOMPARE(request.queryValue("absent"), QByteArray());
}

QTEST_APPLESS_MAIN(TestUrl)
#include "tst_url.moc"
