// SPDX-License-Identifier: Apache-2.0
#include "core/participant/sqlremedy.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// A database's error as a person reads it.
class TestSqlRemedy : public QObject
{
    Q_OBJECT
private slots:
    void theRemedyFollowsTheWords_data();
    void theRemedyFollowsTheWords();
};

void TestSqlRemedy::theRemedyFollowsTheWords_data()
{
    QTest::addColumn<QString>("driverText");
    QTest::addColumn<QString>("databaseText");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("words");
    const QString mySql = u"QMYSQL: Unable to execute query"_s;
    QTest::newRow("a known one") << mySql << u"Too many connections"_s << u"1040"_s
                                 << u"Too many connections (1040): raise the server's max_connections, or use fewer "
                                    "connections"_s;
    QTest::newRow("one without a remedy") << mySql << u"Duplicate entry"_s << u"1062"_s << u"Duplicate entry (1062)"_s;
    QTest::newRow("the same number of another database")
        << u"Unable to fetch row"_s << u"disk I/O error"_s << u"1290"_s << u"disk I/O error (1290)"_s;
    QTest::newRow("only the driver knows")
        << u"Driver not loaded"_s << QString() << QString() << u"Driver not loaded"_s;
}

void TestSqlRemedy::theRemedyFollowsTheWords()
{
    QFETCH(QString, driverText);
    QFETCH(QString, databaseText);
    QFETCH(QString, code);
    QFETCH(QString, words);
    const QSqlError error(driverText, databaseText, QSqlError::UnknownError, code);
    QCOMPARE(core::participant::wordsOf(error), words);
}

QTEST_APPLESS_MAIN(TestSqlRemedy)
#include "tst_sqlremedy.moc"
