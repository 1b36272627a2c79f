// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"
#include "core/store/schema.h"
#include "core/store/sqliteconnection.h"
#include "core/store/sqliteschema.h"

#include <QTemporaryDir>
#include <QTest>

using namespace core;
using namespace core::store;

namespace {

const SchemaStep makesA{{QStringLiteral("CREATE TABLE a (n INTEGER)"), QStringLiteral("INSERT INTO a (n) VALUES (1)")}};
const SchemaStep addsColumn{{QStringLiteral("ALTER TABLE a ADD COLUMN m INTEGER NOT NULL DEFAULT 5")}};
const SchemaStep fails{{QStringLiteral("INSERT INTO a (n) VALUES (7)"), QStringLiteral("CREATE TABLE a (n INTEGER)")}};

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void stepsAreTakenInOrder();
    void onlyMissingStepsAreTaken();
    void aStepThatFailsIsUndoneWhole();
    void aStepThatWasCutShortIsTakenAgain();
    void aNewerVersionIsRefused();
    void theStoresSchemaIsMadeOnce();
    void anEmptyFileIsWelcome();
    void theFileOfAnotherProgramIsRefused();
    void aFileMarkedByAnotherProgramIsRefused();

private:
    Status upgrade(const QList<SchemaStep> &steps)
    {
        return upgradeSchema(m_connection->database(), steps, QStringLiteral("test.db"));
    }
    std::int64_t number(const QByteArray &sql) { return m_connection->number(sql).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteConnection> m_connection;
};

void TestSchema::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_connection = std::make_unique<SqliteConnection>();
    QVERIFY(m_connection
                ->open(m_folder->filePath(QStringLiteral("test.db")), SqliteConnection::Mode::ReadWrite, Millis(100))
                .ok());
}

void TestSchema::cleanup()
{
    disarmFaultPoints();
    m_connection.reset();
}

void TestSchema::stepsAreTakenInOrder()
{
    QVERIFY(upgrade({makesA, addsColumn}).ok());
    QCOMPARE(number("SELECT m FROM a"), 5);
    QCOMPARE(number("SELECT max(version) FROM schema_version"), 2);
}

void TestSchema::onlyMissingStepsAreTaken()
{
    QVERIFY(upgrade({makesA}).ok());
    QCOMPARE(number("SELECT max(version) FROM schema_version"), 1);
    QVERIFY(upgrade({makesA, addsColumn}).ok());
    QVERIFY(upgrade({makesA, addsColumn}).ok());
    QCOMPARE(number("SELECT count(*) FROM a"), 1);
    QCOMPARE(number("SELECT count(*) FROM schema_version"), 2);
}

void TestSchema::aStepThatFailsIsUndoneWhole()
{
    const Status upgraded = upgrade({makesA, fails});
    QVERIFY(!upgraded.ok());
    QCOMPARE(upgraded.error().code, Error::Code::Unavailable);
    QVERIFY(upgraded.error().detail.contains(QStringLiteral("version 2")));
    QCOMPARE(number("SELECT count(*) FROM a"), 1);
    QCOMPARE(number("SELECT max(version) FROM schema_version"), 1);
}

void TestSchema::aStepThatWasCutShortIsTakenAgain()
{
    QVERIFY(armFaultPoints("migration.step=fail,skip:1").ok());
    QVERIFY(!upgrade({makesA, addsColumn}).ok());
    QCOMPARE(number("SELECT max(version) FROM schema_version"), 1);
    QCOMPARE(number("SELECT count(*) FROM pragma_table_info('a')"), 1);
    QVERIFY(upgrade({makesA, addsColumn}).ok());
    QCOMPARE(number("SELECT m FROM a"), 5);
}

void TestSchema::aNewerVersionIsRefused()
{
    QVERIFY(upgrade({makesA, addsColumn}).ok());
    const Status upgraded = upgrade({makesA});
    QVERIFY(!upgraded.ok());
    QCOMPARE(upgraded.error().code, Error::Code::Invalid);
    QCOMPARE(upgraded.error().detail,
             QStringLiteral("the store test.db is of version 2, this program knows only up to 1: update Checkback"));
}

void TestSchema::theStoresSchemaIsMadeOnce()
{
    QVERIFY(upgrade(sqliteSchema()).ok());
    QVERIFY(refuseForeignFile(*m_connection).ok());
    QVERIFY(upgrade(sqliteSchema()).ok());
    QCOMPARE(number("SELECT count(*) FROM schema_version"), sqliteSchema().size());
    QCOMPARE(number("PRAGMA application_id"), 0x43484B42);
}

void TestSchema::anEmptyFileIsWelcome()
{
    QVERIFY(refuseForeignFile(*m_connection).ok());
}

void TestSchema::theFileOfAnotherProgramIsRefused()
{
    QVERIFY(m_connection->execute("CREATE TABLE notes (text TEXT)").ok());
    const Status ours = refuseForeignFile(*m_connection);
    QVERIFY(!ours.ok());
    QCOMPARE(ours.error().code, Error::Code::Invalid);
    QVERIFY(ours.error().detail.contains(QStringLiteral("not a Checkback store")));
}

void TestSchema::aFileMarkedByAnotherProgramIsRefused()
{
    QVERIFY(m_connection->execute("PRAGMA application_id = 77").ok());
    QVERIFY(!refuseForeignFile(*m_connection).ok());
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
