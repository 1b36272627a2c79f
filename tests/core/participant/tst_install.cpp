// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Another project finds the installed package and builds against nothing else.
class TestInstall : public QObject
{
    Q_OBJECT
private slots:
    void theExampleBuildsAgainstTheInstalledPackage();
};

namespace {

constexpr int stepMs = 240'000; // a compiler on a busy machine

void runCMake(const QStringList &arguments)
{
    QProcess cmake;
    cmake.setProcessChannelMode(QProcess::MergedChannels);
    cmake.start(u"cmake"_s, arguments);
    QVERIFY(cmake.waitForFinished(stepMs));
    QVERIFY2(cmake.exitCode() == 0, cmake.readAll().constData());
}

} // namespace

void TestInstall::theExampleBuildsAgainstTheInstalledPackage()
{
    const QTemporaryDir folder;
    const QString prefix = folder.filePath(u"prefix"_s);
    const QString build = folder.filePath(u"build"_s);
    const QString example = QStringLiteral(CHECKBACK_SOURCE_DIR "/core/participant/example");

    runCMake({u"--install"_s, QStringLiteral(CHECKBACK_BUILD_DIR), u"--component"_s, u"development"_s, u"--prefix"_s,
              prefix});
    QVERIFY(QFile::exists(prefix + u"/include/checkback/core/participant/msg.h"_s));
    runCMake({u"-S"_s, example, u"-B"_s, build, u"-DCMAKE_PREFIX_PATH="_s + prefix});
    runCMake({u"--build"_s, build});

    QVERIFY(QFile::exists(build + u"/orderservice"_s));
}

QTEST_GUILESS_MAIN(TestInstall)
#include "tst_install.moc"
