// SPDX-License-Identifier: Apache-2.0
// A message is kept as a file from the command line, beside the coordinator that works on it, and told again from
// there.
#include "core/casefile/casefile.h"
#include "tests/process/programs.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using core::casefile::Case;

namespace {

struct Ended
{
    int code = -1;
    QByteArray words; ///< what it printed
};

/// Runs checkbackd with these arguments to its end, at most 20 s.
Ended runToEnd(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(CHECKBACK_BIN_DIR "/checkbackd"), arguments);
    if (!process.waitForFinished(20'000)) {
        process.kill();
        process.waitForFinished(2'000);
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAll()};
}

} // namespace

class TestCaseCommand final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void aMessageIsKeptAndToldAgain();
    void payloadsMayBeLeftOut();
    void aBankThatIsNotThereIsSaid();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();

private:
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QStringList keep(const QString &path) const
    {
        return {u"case"_s, u"kept-1"_s, path, u"--store"_s, u"sqlite:"_s + m_town->storePath()};
    }

    QTemporaryDir m_folder;
    std::unique_ptr<tests::Town> m_town;
};

void TestCaseCommand::initTestCase()
{
    m_town = std::make_unique<tests::Town>();
    QVERIFY(m_town->start());
    QCOMPARE(m_town->transfer("kept-1").status, 200);
    QVERIFY(m_town->unfinished({"kept-1"}, std::chrono::seconds(20)).isEmpty());
}

void TestCaseCommand::aMessageIsKeptAndToldAgain()
{
    const QString path = file("kept.checkback");
    const Ended kept = runToEnd(keep(path) + QStringList{u"--bank-b"_s, u"sqlite:"_s + m_town->receiverFile()});
    QVERIFY2(kept.code == 0, kept.words);
    QVERIFY2(kept.words.contains("succeed, 1 of 1 branches done"), kept.words);
    const core::Result<Case> about = core::casefile::openCase(path);
    QVERIFY(about.ok());
    QCOMPARE(about->message.gid.bytes(), "kept-1"_ba);
    QVERIFY(about->message.content->steps.at(0).payload.contains("amount"));
    QCOMPARE(about->banks.size(), 1);
    QCOMPARE(about->banks.at(0).barrierRows.size(), 1);
    QCOMPARE(about->banks.at(0).accounts.at(0).balance.toText(), "10030.00"_ba);
    QVERIFY(!QFileInfo(path).permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));

    const Ended told = runToEnd({u"replay"_s, path});
    QVERIFY2(told.code == 0, told.words);
    QVERIFY2(told.words.contains("it went the same way"), told.words);
}

void TestCaseCommand::payloadsMayBeLeftOut()
{
    const QString path = file("bare.checkback");
    const Ended kept = runToEnd(keep(path) + QStringList{u"--leave-out-payloads"_s});
    QVERIFY2(kept.code == 0, kept.words);
    QFile bytes(path);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    QVERIFY(!bytes.readAll().contains("amount"));
}

void TestCaseCommand::aBankThatIsNotThereIsSaid()
{
    const QString path = file("one.checkback");
    const Ended kept = runToEnd(keep(path) + QStringList{u"--bank-a"_s, u"sqlite:"_s + file("none/a.db")});
    QVERIFY2(kept.code == 0, kept.words);
    QVERIFY2(kept.words.contains("Bank A was not read"), kept.words);
    QVERIFY(!core::casefile::openCase(path)->banks.at(0).problem.isEmpty());
}

void TestCaseCommand::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("words");
    const auto row = [](const char *name, const QStringList &arguments, int code, const QByteArray &words) {
        QTest::newRow(name) << arguments << code << words;
    };
    row("no gid", {u"case"_s}, 2, "give the gid");
    row("a gid with a space", {u"case"_s, u"a b"_s, u"x"_s}, 2, "gid");
    row("no store", {u"case"_s, u"a"_s, u"x"_s}, 2, "--store");
    row("no file", {u"replay"_s}, 2, "give the file");
    row("a file that is not there", {u"replay"_s, u"/no/such/file"_s}, 1, "checkbackd:");
    row("another file", {u"replay"_s, QStringLiteral(CHECKBACK_SOURCE_DIR "/README.md")}, 2, "no case of Checkback");
}

void TestCaseCommand::whatIsWrongIsSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);
    const Ended ended = runToEnd(arguments);
    QVERIFY2(ended.words.contains(words), ended.words);
    QTEST(ended.code, "code");
}

QTEST_GUILESS_MAIN(TestCaseCommand)
#include "tst_casecommand.moc"
