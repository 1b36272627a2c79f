// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samples.h"
#include "ui/messages/curlcommand.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// What a POSIX shell makes of the words of a command, with curl replaced by a script that prints each one.
QStringList shellWords(const QString &command)
{
    QTemporaryDir dir;
    QFile script(dir.filePath(u"curl"_s));
    if (!script.open(QIODevice::WriteOnly))
        return {};
    script.write("#!/bin/sh\nfor word in \"$@\"; do printf '%s\\0' \"$word\"; done\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QProcess shell;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PATH"_s, dir.path() + u':' + environment.value(u"PATH"_s));
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, command});
    if (!shell.waitForFinished(10'000))
        return {};
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(0));
    words.removeLast();
    return words;
}

core::message::Message nasty()
{
    auto content = samples::content();
    content.steps[0].payload = "{\"note\":\"it's $HOME `id` \\\\ \\\"x\\\" 转\",\n\"amount\":30.00}";
    content.branches[0].url = "http://b.test:8081/in?a=[1]&b={x}";
    content.options.branchHeaders = {{"X-Note", "it's"}, {"X-Empty", ""}};
    return samples::message(content);
}

} // namespace

class TestCurlCommand : public QObject
{
    Q_OBJECT

private slots:
    void wordsSurviveTheShell_data();
    void wordsSurviveTheShell();
    void aBranchIsCalledAsTheCoordinatorCallsIt();
    void anEmptyPayloadMakesAGet();
    void submitCarriesTheMessage();
    void theCheckbackIsAGet();
    void withoutAUrlThereIsNoCheckback();
};

void TestCurlCommand::wordsSurviveTheShell_data()
{
    QTest::addColumn<QString>("word");
    for (const QString &word :
         {u""_s, u"plain"_s, u"two words"_s, u"it's"_s, u"'"_s, u"''"_s, u"$HOME `id` $(id)"_s, u"back\\slash"_s,
          u"\"double\""_s, u"line\nbreak"_s, u"!history"_s, u"转账 →"_s, u"-X"_s})
        QTest::newRow(qPrintable(word.simplified())) << word;
}

void TestCurlCommand::wordsSurviveTheShell()
{
    QFETCH(QString, word);
    QCOMPARE(shellWords(u"curl "_s + ui::shellQuoted(word)), QStringList(word));
}

void TestCurlCommand::aBranchIsCalledAsTheCoordinatorCallsIt()
{
    const auto message = nasty();
    const QStringList words = shellWords(ui::branchCommand(message, 0));
    QCOMPARE(
        words,
        QStringList(
            {u"-sS"_s, u"-i"_s, u"--globoff"_s, u"-X"_s, u"POST"_s,
             u"http://b.test:8081/in?a=[1]&b={x}&gid=01M2FS12WRT7BREJ1E706AKRSM&trans_type=msg&branch_id=01&op=action"_s,
             u"-H"_s, u"Content-Type: application/json"_s, u"-H"_s, u"X-Note: it's"_s, u"-H"_s, u"X-Empty;"_s,
             u"--data-raw"_s, QString::fromUtf8(message.content->steps[0].payload)}));
}

void TestCurlCommand::anEmptyPayloadMakesAGet()
{
    auto content = samples::content();
    content.steps[0].payload.clear();
    const QStringList words = shellWords(ui::branchCommand(samples::message(content), 0));
    QCOMPARE(words.value(4), u"GET"_s);
    QVERIFY(!words.contains(u"--data-raw"_s));
}

void TestCurlCommand::submitCarriesTheMessage()
{
    const auto message = nasty();
    const QStringList words = shellWords(ui::submitCommand(message, u"http://127.0.0.1:36789/api/dtmsvr"_s));
    QCOMPARE(words.value(5), u"http://127.0.0.1:36789/api/dtmsvr/submit"_s);
    const QJsonObject body = QJsonDocument::fromJson(words.last().toUtf8()).object();
    QCOMPARE(body.value(u"gid"_s).toString(), u"01M2FS12WRT7BREJ1E706AKRSM"_s);
    QCOMPARE(body.value(u"trans_type"_s).toString(), u"msg"_s);
    QCOMPARE(body.value(u"query_prepared"_s).toString(), u"http://a.test/api/busi/QueryPreparedB"_s);
    QCOMPARE(body.value(u"payloads"_s).toArray().first().toString().toUtf8(), message.content->steps[0].payload);
    QCOMPARE(body.value(u"steps"_s).toArray().first().toObject().value(u"action"_s).toString().toUtf8(),
             message.content->steps[0].action);
    QCOMPARE(body.value(u"branch_headers"_s).toObject().value(u"X-Note"_s).toString(), u"it's"_s);
}

void TestCurlCommand::theCheckbackIsAGet()
{
    const QStringList words = shellWords(ui::checkbackCommand(samples::prepared()));
    QCOMPARE(words.value(4), u"GET"_s);
    QCOMPARE(
        words.value(5),
        u"http://a.test:80/api/busi/QueryPreparedB?gid=01M2FS12WRT7BREJ1E706AKRSM&trans_type=msg&branch_id=00&op=msg"_s);
}

void TestCurlCommand::withoutAUrlThereIsNoCheckback()
{
    auto content = samples::content();
    content.queryPrepared.clear();
    QCOMPARE(ui::checkbackCommand(samples::message(content)), QString());
}

QTEST_GUILESS_MAIN(TestCurlCommand)
#include "tst_curlcommand.moc"
