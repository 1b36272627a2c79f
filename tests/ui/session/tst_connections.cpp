// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/memorypasswords.h"
#include "ui/session/connections.h"
#include "ui/session/passworddesk.h"
#include "ui/session/servergreeting.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Connections;

namespace {

Connection bank(const QString &label)
{
    Connection bank;
    bank.label = label;
    bank.place.kind = core::bank::DatabaseUrl::Kind::MySql;
    bank.place.host = u"db.example"_s;
    bank.place.user = u"teller"_s;
    bank.place.database = u"dtm_busi"_s;
    return bank;
}

/// A first packet as MySQL's protocol has it, offering what these flags say.
QByteArray greeting(quint16 flags)
{
    QByteArray packet("\x0a"
                      "10.11.6-MariaDB\0",
                      17);
    packet += QByteArray(13, 'x') + char(flags & 0xff) + char(flags >> 8) + QByteArray(20, '\0');
    return QByteArray{} + char(packet.size()) + char(0) + char(0) + char(0) + packet;
}

} // namespace

/// The list of connections, what is kept of it, their passwords, and a server's first words.
class TestConnections final : public QObject
{
    Q_OBJECT
private slots:
    void thisComputersOwnComeFirstAndStay();
    void aBankIsAddedChangedAndRemoved();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void aPairIsTwoBanksThatBelongToNoOther();
    void aBankThatGoesLeavesItsPair();
    void namesOfPayloadFieldsAreThoseOfThePairs();
    void namesOfPayloadFieldsThatCannotBeAreNotLoaded();
    void whatIsKeptComesBack();
    void whatIsKeptHoldsNoPassword();
    void whatIsNotUnderstoodIsLeftOut();
    void aPasswordIsFoundInMemoryAndThenInTheKeychain();
    void withoutAKeychainThePasswordIsKnownUntilTheEnd();
    void aPasswordThatIsNotToBeKeptIsNot();
    void aServersGreetingIsRead();
    void whatIsNoGreetingIsToldApart();
};

void TestConnections::thisComputersOwnComeFirstAndStay()
{
    Connections connections;
    QCOMPARE(connections.all().size(), 3);
    QCOMPARE(connections.engine().id, Connections::engineId);
    QCOMPARE(connections.remove(Connections::bankAId).error().code, core::Error::Code::Conflict);
    QCOMPARE(Connections::labelOf(connections.all().at(1)), u"Bank A"_s);
}

void TestConnections::aBankIsAddedChangedAndRemoved()
{
    Connections connections;
    QSignalSpy changed(&connections, &Connections::changed);
    const auto id = connections.save(bank(u"Bank C"_s));
    QVERIFY(id.ok());
    Connection renamed = *connections.find(*id);
    renamed.label = u"Bank D"_s;
    QVERIFY(connections.save(renamed).ok());
    QVERIFY(connections.save(renamed).ok()); // the same again is no change
    QCOMPARE(connections.all().last().label, u"Bank D"_s);
    QVERIFY(connections.remove(*id).ok());
    QCOMPARE(changed.size(), 3);
    QCOMPARE(connections.all().size(), 3);
    QCOMPARE(connections.save(renamed).error().code, core::Error::Code::NotFound);
}

void TestConnections::wrongFieldsAreNamed_data()
{
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<QByteArray>("field");
    const auto row = [](const char *name, const QByteArray &field, auto change) {
        Connection wrong = bank(u"Bank C"_s);
        change(wrong);
        QTest::newRow(name) << wrong << field;
    };
    row("no label", "label", [](Connection &one) { one.label = u"  "_s; });
    row("a long label", "label", [](Connection &one) { one.label = QString(61, u'x'); });
    row("no host", "host", [](Connection &one) { one.place.host.clear(); });
    row("a URL for a host", "host", [](Connection &one) { one.place.host = u"http://db"_s; });
    row("port 0", "port", [](Connection &one) { one.place.port = 0; });
    row("no user", "user", [](Connection &one) { one.place.user.clear(); });
    row("no database", "database", [](Connection &one) { one.place.database.clear(); });
    using Tls = core::bank::DatabaseUrl::Tls;
    row("no authority", "ca", [](Connection &one) { one.place.tls = Tls::VerifyCa; });
    row("an option after the authority", "ca", [](Connection &one) {
        one.place.tls = Tls::VerifyCa;
        one.place.caFile = u"ca.pem;CLIENT_ODBC=1"_s;
    });
    row("no file", "path", [](Connection &one) { one.place.kind = core::bank::DatabaseUrl::Kind::Sqlite; });
    const auto name = [&row](const char *what, const QByteArray &field, auto change) {
        row(what, field, [&change](Connection &one) {
            one.peerId = u"nobody"_s;
            change(one.payloadFields);
        });
    };
    using ui::PayloadFields;
    name("no name of the amount", "amountField", [](PayloadFields &fields) { fields.amount.clear(); });
    name("a blank before a name", "amountField", [](PayloadFields &fields) { fields.amount = u" sum"_s; });
    name("a quote in a name", "fromField", [](PayloadFields &fields) { fields.from = u"pay\"er"_s; });
    name("a backslash in a name", "fromField", [](PayloadFields &fields) { fields.from = u"pay\\er"_s; });
    name("a control character in a name", "toField", [](PayloadFields &fields) { fields.to = u"pay\nee"_s; });
    name("a long name", "toField", [](PayloadFields &fields) { fields.to = QString(65, u'x'); });
    row("itself for a peer", "peer", [](Connection &one) { one.peerId = u"nobody"_s; });
}

void TestConnections::wrongFieldsAreNamed()
{
    QFETCH(Connection, connection);
    QFETCH(QByteArray, field);
    Connections connections;
    const auto saved = connections.save(connection);
    QVERIFY(!saved.ok());
    QCOMPARE(saved.error().field, field);
    QCOMPARE(connections.all().size(), 3);
}

void TestConnections::aPairIsTwoBanksThatBelongToNoOther()
{
    Connections connections;
    const QString c = connections.save(bank(u"C"_s)).value();
    Connection sender = bank(u"D"_s);
    sender.peerId = c;
    QVERIFY(connections.save(sender).ok());
    QCOMPARE(connections.save(sender).error().code, core::Error::Code::Conflict);
    Connection toDemo = bank(u"E"_s);
    toDemo.peerId = Connections::bankBId;
    QVERIFY(!connections.save(toDemo).ok());
}

void TestConnections::aBankThatGoesLeavesItsPair()
{
    Connections connections;
    const QString receiver = connections.save(bank(u"C"_s)).value();
    Connection sender = bank(u"D"_s);
    sender.peerId = receiver;
    const QString id = connections.save(sender).value();
    QVERIFY(connections.remove(receiver).ok());
    QVERIFY(connections.find(id)->peerId.isEmpty());
}

void TestConnections::namesOfPayloadFieldsAreThoseOfThePairs()
{
    const ui::PayloadFields usual;
    const ui::PayloadFields own{.amount = u"金额"_s, .from = u"payer"_s, .to = QString(64, u'x')};
    Connections connections;
    QCOMPARE(connections.payloadFields(), QList{usual});
    const QString receiver = connections.save(bank(u"C"_s)).value();
    Connection sender = bank(u"D"_s);
    sender.peerId = receiver;
    sender.payloadFields = own;
    const QString id = connections.save(sender).value();
    QCOMPARE(connections.payloadFields(), (QList{usual, own}));

    Connections after;
    after.load(connections.settings());
    QCOMPARE(after.find(id)->payloadFields, own);
    QCOMPARE(after.payloadFields(), (QList{usual, own}));

    QVERIFY(after.remove(receiver).ok());
    QCOMPARE(after.find(id)->payloadFields, usual);
    QCOMPARE(after.payloadFields(), QList{usual});
}

void TestConnections::namesOfPayloadFieldsThatCannotBeAreNotLoaded()
{
    Connection kept = bank(u"D"_s);
    kept.id = u"d"_s;
    kept.payloadFields.amount = u"sum"_s;
    QVariantMap settings = ui::toSettings(kept);
    QCOMPARE(ui::connectionFromSettings(settings)->payloadFields.amount, u"sum"_s);
    settings.insert(u"payload-to"_s, u"\""_s);
    QCOMPARE(ui::connectionFromSettings(settings)->payloadFields, ui::PayloadFields());
    for (const QString &key : {u"payload-amount"_s, u"payload-from"_s, u"payload-to"_s})
        settings.remove(key); // as they were kept before a pair had any
    QCOMPARE(ui::connectionFromSettings(settings)->payloadFields, ui::PayloadFields());
}

void TestConnections::whatIsKeptComesBack()
{
    Connections before;
    Connection careful = bank(u"Bank C"_s);
    careful.place.port = 3307;
    careful.care = Connection::Care::Prod;
    careful.safety = Connection::Safety::TypeName;
    careful.passwordKept = Connection::PasswordKept::Nowhere;
    careful.place.tls = core::bank::DatabaseUrl::Tls::VerifyCa;
    careful.place.caFile = u"/etc/ca.pem"_s;
    const QString id = before.save(careful).value();
    Connection engine = before.engine();
    engine.label = u"Mine"_s;
    engine.safety = Connection::Safety::ReadOnly;
    QVERIFY(before.save(engine).ok());

    Connections after;
    after.load(before.settings());
    QCOMPARE(after.all().size(), 4);
    QVERIFY(*after.find(id) == *before.find(id));
    QVERIFY(after.find(id)->place == careful.place);
    QCOMPARE(after.engine().label, u"Mine"_s);
    QCOMPARE(after.engine().safety, Connection::Safety::ReadOnly);
    QVERIFY(after.engine().builtIn);
}

void TestConnections::whatIsKeptHoldsNoPassword()
{
    auto store = std::make_unique<test::MemoryPasswords>(true);
    Connections connections;
    ui::PasswordDesk desk(std::move(store));
    const QString id = connections.save(bank(u"Bank C"_s)).value();
    desk.keep(*connections.find(id), u"hunter2"_s);
    for (const QVariantMap &one : connections.settings()) {
        for (const QVariant &value : one)
            QVERIFY(!value.toString().contains(u"hunter2"_s));
    }
}

void TestConnections::whatIsNotUnderstoodIsLeftOut()
{
    Connections connections;
    Connection safe = bank(u"Bank C"_s);
    safe.id = u"z"_s;
    QVariantMap unknownTls = ui::toSettings(safe);
    unknownTls.insert(u"tls"_s, u"quantum"_s); // never taken for less than it asks
    connections.load({{{u"id"_s, u"x"_s}}, {{u"id"_s, u"y"_s}, {u"kind"_s, u"spaceship"_s}}, {}, unknownTls});
    QCOMPARE(connections.all().size(), 3);
}

void TestConnections::aPasswordIsFoundInMemoryAndThenInTheKeychain()
{
    auto store = std::make_unique<test::MemoryPasswords>(true);
    test::MemoryPasswords *keychain = store.get();
    keychain->kept.insert(u"c"_s, u"from the keychain"_s);
    ui::PasswordDesk desk(std::move(store));
    Connection connection = bank(u"Bank C"_s);
    connection.id = u"c"_s;
    QStringList found;
    const auto note = [&](const core::Result<QString> &password) { found << (password.ok() ? *password : u"none"_s); };
    desk.find(connection, this, note);
    QTRY_COMPARE(found.size(), 1);
    desk.keep(connection, u"typed"_s);
    desk.find(connection, this, note);
    QCOMPARE(found, (QStringList{u"from the keychain"_s, u"typed"_s}));
    QTRY_COMPARE(keychain->kept.value(u"c"_s), u"typed"_s);
    desk.forget(u"c"_s);
    desk.find(connection, this, note);
    QTRY_COMPARE(found.last(), u"none"_s);
}

void TestConnections::withoutAKeychainThePasswordIsKnownUntilTheEnd()
{
    ui::PasswordDesk desk(std::make_unique<test::MemoryPasswords>(false));
    QSignalSpy missing(&desk, &ui::PasswordDesk::keychainMissing);
    Connection connection = bank(u"Bank C"_s);
    connection.id = u"c"_s;
    desk.keep(connection, u"typed"_s);
    QTRY_COMPARE(missing.size(), 1);
    QString found;
    desk.find(connection, this, [&](const core::Result<QString> &password) { found = *password; });
    QCOMPARE(found, u"typed"_s);
}

void TestConnections::aPasswordThatIsNotToBeKeptIsNot()
{
    auto store = std::make_unique<test::MemoryPasswords>(true);
    test::MemoryPasswords *keychain = store.get();
    ui::PasswordDesk desk(std::move(store));
    Connection connection = bank(u"Bank C"_s);
    connection.id = u"c"_s;
    connection.passwordKept = Connection::PasswordKept::Nowhere;
    desk.keep(connection, u"typed"_s);
    QVERIFY(keychain->kept.isEmpty());
}

void TestConnections::aServersGreetingIsRead()
{
    const QByteArray whole = greeting(0x800);
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!*ui::parseGreeting(whole.left(length)));
    const auto read = ui::parseGreeting(whole);
    QVERIFY(read.ok() && *read);
    QCOMPARE((*read)->version, QByteArray("10.11.6-MariaDB"));
    QVERIFY((*read)->offersTls);
    QVERIFY(!(*ui::parseGreeting(greeting(0)))->offersTls);
    QCOMPARE(ui::tlsRequest().size(), 36);
}

void TestConnections::whatIsNoGreetingIsToldApart()
{
    QCOMPARE(ui::parseGreeting("HTTP/1.1 400 Bad Request\r\n\r\n").error().code, core::Error::Code::Invalid);
    QCOMPARE(ui::parseGreeting("SSH-2.0-OpenSSH_9.2p1\r\n").error().code, core::Error::Code::Invalid);
    const QByteArray refused("\x17\0\0\0\xff\x10\x04Too many connections", 4 + 3 + 20);
    const auto turnedAway = ui::parseGreeting(refused);
    QCOMPARE(turnedAway.error().code, core::Error::Code::Unavailable);
    QCOMPARE(turnedAway.error().detail, u"Too many connections"_s);
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
