// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/history.h"
#include "ui/mainwindow/launchoptions.h"
#include "ui/mainwindow/pictureindex.h"
#include "ui/mainwindow/singleinstance.h"
#include "ui/mainwindow/startfailure.h"
#include "ui/settings/settings.h"

#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using ui::LaunchOptions;

/// What happens before there is a window: options, settings, one console a folder, reasons not to start.
class TestLaunch final : public QObject
{
    Q_OBJECT
private slots:
    void optionsAreRead();
    void withoutOptionsTheUsersFolderIsTaken();
    void wrongOptionsAreRefused_data();
    void wrongOptionsAreRefused();
    void helpNamesEveryOption();
    void theIndexNamesThePicturesOfScenes();
    void settingsOutliveTheProgram();
    void brokenSettingsMeanTheDefaults();
    void aSecondConsoleRaisesTheFirst();
    void nobodyAnswersOnAFreeFolder();
    void anEndlessRequestIsCutOff();
    void aFailureSaysWhatToDo();
    void historyForgetsWhatLayAhead();
    void historyIsBounded();
};

void TestLaunch::optionsAreRead()
{
    const auto options =
        LaunchOptions::parse({u"checkback"_s, u"--data-dir"_s, u"/tmp/x"_s, u"--gid=abc"_s, u"--read-only"_s});
    QVERIFY(options.ok());
    QCOMPARE(options->dataDir, u"/tmp/x"_s);
    QCOMPARE(options->gid, "abc"_ba);
    QVERIFY(options->readOnly);
    QVERIFY(!options->demo);
    QVERIFY(options->printAndEnd.isEmpty());
    const auto more = LaunchOptions::parse(
        {u"checkback"_s, u"--case=m1.checkback"_s, u"--scenario=success"_s, u"--export=story.html"_s});
    QVERIFY(more.ok());
    QCOMPARE(more->caseFile, u"m1.checkback"_s);
    QCOMPARE(more->scenario, u"success"_s);
    QCOMPARE(more->exportFile, u"story.html"_s);
}

void TestLaunch::withoutOptionsTheUsersFolderIsTaken()
{
    const auto options = LaunchOptions::parse({u"checkback"_s});
    QVERIFY(options.ok());
    QVERIFY(!options->dataDir.isEmpty());
    QVERIFY(options->screenshotDir.isEmpty());
}

void TestLaunch::wrongOptionsAreRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("unknown") << QStringList{u"--colour"_s} << u"colour"_s;
    QTest::newRow("leftover") << QStringList{u"here"_s} << u"here"_s;
    QTest::newRow("no value") << QStringList{u"--gid"_s} << u"gid"_s;
    QTest::newRow("bad gid") << QStringList{u"--gid"_s, u"a;b"_s} << u"--gid"_s;
    QTest::newRow("a story for no file") << QStringList{u"--scenario=success"_s} << u"--export"_s;
    QTest::newRow("a file for no story") << QStringList{u"--export=a.html"_s} << u"--scenario"_s;
    QTest::newRow("empty folder") << QStringList{u"--data-dir="_s} << u"--data-dir"_s;
}

void TestLaunch::wrongOptionsAreRefused()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, named);
    const auto options = LaunchOptions::parse(QStringList{u"checkback"_s} + arguments);
    QVERIFY(!options.ok());
    QVERIFY2(options.error().detail.contains(named), qPrintable(options.error().detail));
}

void TestLaunch::helpNamesEveryOption()
{
    const auto options = LaunchOptions::parse({u"checkback"_s, u"--help"_s});
    QVERIFY(options.ok());
    for (const char *name : {"--data-dir", "--gid", "--read-only", "--demo", "--screenshot", "--version"})
        QVERIFY2(options->printAndEnd.contains(QLatin1String(name)), name);
    QVERIFY(LaunchOptions::parse({u"checkback"_s, u"--version"_s})->printAndEnd.startsWith("checkback "_L1));
}

/// In a folder where other pictures lie as well.
void TestLaunch::theIndexNamesThePicturesOfScenes()
{
    const QTemporaryDir folder;
    for (const char *name : {"overview_dark_zh-CN_1440x900.png", "photo.png"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(ui::writePictureIndex(QDir(folder.path())));
    QFile index(folder.filePath(u"index.html"_s));
    QVERIFY(index.open(QIODevice::ReadOnly));
    const QByteArray html = index.readAll();
    QVERIFY2(html.contains("<figcaption>dark · zh-CN · 1440x900</figcaption>"), html.constData());
    QVERIFY(!html.contains("photo"));
}

void TestLaunch::settingsOutliveTheProgram()
{
    const QTemporaryDir folder;
    {
        ui::Settings settings(folder.path());
        QSignalSpy language(&settings, &ui::Settings::languageChanged);
        settings.setLanguage(u"zh_CN"_s);
        settings.setScheme(theme::Theme::Scheme::Dark);
        settings.setTextScale(1.25);
        settings.setPage(u"accounts"_s);
        settings.setUiState(u"splitter-x"_s, "bytes");
        QCOMPARE(language.size(), 1);
    }
    ui::Settings settings(folder.path());
    QCOMPARE(settings.language(), u"zh_CN"_s);
    QCOMPARE(settings.scheme(), theme::Theme::Scheme::Dark);
    QCOMPARE(settings.textScale(), 1.25);
    QCOMPARE(settings.page(), u"accounts"_s);
    QCOMPARE(settings.uiState(u"splitter-x"_s), "bytes"_ba);
    settings.forgetUiState();
    QVERIFY(settings.uiState(u"splitter-x"_s).isEmpty());
    QCOMPARE(settings.page(), u"accounts"_s);
}

void TestLaunch::brokenSettingsMeanTheDefaults()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"checkback.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[view]\ntheme=pink\n\x01\x02[[[");
    file.close();
    const ui::Settings settings(folder.path());
    QCOMPARE(settings.scheme(), theme::Theme::Scheme::System);
    QCOMPARE(settings.textScale(), 1.0);
    QVERIFY(settings.language().isEmpty());
}

void TestLaunch::aSecondConsoleRaisesTheFirst()
{
    const QTemporaryDir folder;
    ui::SingleInstance first(folder.path());
    QVERIFY(first.listen());
    QSignalSpy raised(&first, &ui::SingleInstance::raiseRequested);
    bool answered = false;
    std::thread second([&] { answered = ui::SingleInstance(folder.path()).raiseOther("gid-1"); });
    QTRY_COMPARE(raised.size(), 1);
    second.join();
    QVERIFY(answered);
    QCOMPARE(raised.constFirst().constFirst().toByteArray(), "gid-1"_ba);
}

void TestLaunch::nobodyAnswersOnAFreeFolder()
{
    const QTemporaryDir one;
    const QTemporaryDir other;
    ui::SingleInstance first(one.path());
    QVERIFY(first.listen());
    QVERIFY(!ui::SingleInstance(other.path()).raiseOther({}));
}

void TestLaunch::anEndlessRequestIsCutOff()
{
    const QTemporaryDir folder;
    ui::SingleInstance first(folder.path());
    QVERIFY(first.listen());
    QSignalSpy raised(&first, &ui::SingleInstance::raiseRequested);
    QLocalSocket socket;
    socket.connectToServer(first.serverName());
    QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
    socket.write(QByteArray(100'000, 'x'));
    QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    QVERIFY(raised.isEmpty());
}

void TestLaunch::aFailureSaysWhatToDo()
{
    const auto inUse = ui::StartFailure::of(core::Error::conflict(u"pid 7 has it"_s), u"/data"_s);
    QVERIFY(inUse.title.contains("in use"_L1));
    QVERIFY(inUse.plainText().contains("pid 7 has it"_L1));
    QVERIFY(inUse.plainText().contains("/data"_L1));
    const auto newer = ui::StartFailure::of(core::Error::internal(u"schema 9 is newer"_s), u"/data"_s);
    QVERIFY(newer.remedy.contains("Nothing in the folder /data was changed"_L1));
}

void TestLaunch::historyForgetsWhatLayAhead()
{
    ui::History history;
    QVERIFY(!history.canGoBack());
    history.visit(u"a"_s);
    history.visit(u"a"_s);
    history.visit(u"b"_s);
    QCOMPARE(history.back(), u"a"_s);
    QVERIFY(!history.canGoBack());
    history.visit(u"c"_s);
    QVERIFY(!history.canGoForward());
    QCOMPARE(history.back(), u"a"_s);
    QCOMPARE(history.forward(), u"c"_s);
}

void TestLaunch::historyIsBounded()
{
    ui::History history;
    for (int index = 0; index < 3 * ui::History::entriesMax; ++index)
        history.visit(QString::number(index));
    int steps = 0;
    while (history.canGoBack()) {
        history.back();
        ++steps;
    }
    QCOMPARE(steps, int(ui::History::entriesMax) - 1);
}

QTEST_GUILESS_MAIN(TestLaunch)
#include "tst_launch.moc"
