// SPDX-License-Identifier: Apache-2.0
#include "core/store/storeaddress.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::store;

class TestStoreAddress : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsNamedByItsPath();
    void aServerIsNamedByItsParts();
    void optionsChooseTls();
    void wrongTextsNameTheField_data();
    void wrongTextsNameTheField();
    void aPasswordNeverStandsInAText();
    void thePasswordFileWins();
    void anUnreadablePasswordFileIsInvalid();
};

void TestStoreAddress::aFileIsNamedByItsPath()
{
    const auto address = storeAddressFromText(QStringLiteral("sqlite:/var/lib/a b?.db"));
    QCOMPARE(std::get<SqliteAddress>(*address).path, QStringLiteral("/var/lib/a b?.db"));
    QCOMPARE(storeName(*address), QStringLiteral("sqlite:/var/lib/a b?.db"));
}

void TestStoreAddress::aServerIsNamedByItsParts()
{
    const auto address = storeAddressFromText(QStringLiteral("mysql://cb@db.example.org:3307/store-1"));
    const MysqlAddress expected{.host = QStringLiteral("db.example.org"),
                                .port = 3307,
                                .user = QStringLiteral("cb"),
                                .database = QStringLiteral("store-1")};
    QVERIFY(std::get<MysqlAddress>(*address) == expected);
    QCOMPARE(storeName(*address), QStringLiteral("mysql://cb@db.example.org:3307/store-1"));
    const auto v6 = storeAddressFromText(QStringLiteral("mysql://cb@[::1]/store"));
    QCOMPARE(std::get<MysqlAddress>(*v6).port, 3306);
    QCOMPARE(storeName(*v6), QStringLiteral("mysql://cb@[::1]:3306/store"));
}

void TestStoreAddress::optionsChooseTls()
{
    const auto address =
        storeAddressFromText(QStringLiteral("mysql://cb@host/db?tls=verify&ca=/etc/ca%20file.pem&password-file=/p"));
    const auto &mysql = std::get<MysqlAddress>(*address);
    QCOMPARE(mysql.tls, MysqlAddress::Tls::Verify);
    QCOMPARE(mysql.caFile, QStringLiteral("/etc/ca file.pem"));
    QCOMPARE(mysql.passwordFile, QStringLiteral("/p"));
    const auto plain = storeAddressFromText(QStringLiteral("mysql://cb@host/db?tls=on"));
    QCOMPARE(std::get<MysqlAddress>(*plain).tls, MysqlAddress::Tls::On);
}

void TestStoreAddress::wrongTextsNameTheField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *text, const char *field) {
        QTest::newRow(text) << QString::fromLatin1(text) << QByteArray(field);
    };
    row("", "scheme");
    row("/var/lib/checkback.db", "scheme");
    row("postgres://cb@host/db", "scheme");
    row("sqlite:", "path");
    row("mysql://host/db", "user");
    row("mysql://c'b@host/db", "user");
    row("mysql://cb@/db", "host");
    row("mysql://cb@host:0/db", "port");
    row("mysql://cb@host:70000/db", "host");
    row("mysql://cb@host", "database");
    row("mysql://cb@host/", "database");
    row("mysql://cb@host/d%60b", "database");
    row("mysql://cb@host/a/b", "database");
    row("mysql://cb:secret@host/db", "password");
    row("mysql://cb@host/db?tls=maybe", "tls");
    row("mysql://cb@host/db?ca=/f", "ca");
    row("mysql://cb@host/db?tls=verify&ca=", "ca");
    row("mysql://cb@host/db?password=secret", "password");
}

void TestStoreAddress::wrongTextsNameTheField()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, field);
    const auto address = storeAddressFromText(text);
    QVERIFY(!address.ok());
    QCOMPARE(address.error().code, Error::Code::Invalid);
    QCOMPARE(address.error().field, field);
    QVERIFY(!address.error().detail.contains(QStringLiteral("secret")));
}

void TestStoreAddress::aPasswordNeverStandsInAText()
{
    const auto parsed = storeAddressFromText(QStringLiteral("mysql://cb@host/db"));
    const auto address = withPassword(*parsed, QStringLiteral("secret"));
    QCOMPARE(std::get<MysqlAddress>(*address).password, QStringLiteral("secret"));
    QCOMPARE(storeName(*address), QStringLiteral("mysql://cb@host:3306/db"));
}

void TestStoreAddress::thePasswordFileWins()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("password")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(" two words \r\nmore\n");
    file.close();
    const auto parsed = storeAddressFromText(QStringLiteral("mysql://cb@host/db?password-file=") + file.fileName());
    const auto address = withPassword(*parsed, QStringLiteral("other"));
    QCOMPARE(std::get<MysqlAddress>(*address).password, QStringLiteral(" two words "));
}

void TestStoreAddress::anUnreadablePasswordFileIsInvalid()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("password"));
    const auto parsed = storeAddressFromText(QStringLiteral("mysql://cb@host/db?password-file=") + path);
    QCOMPARE(withPassword(*parsed, {}).error().field, QByteArray("password-file"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(withPassword(*parsed, {}).error().field, QByteArray("password-file"));
}

QTEST_GUILESS_MAIN(TestStoreAddress)
#include "tst_storeaddress.moc"
