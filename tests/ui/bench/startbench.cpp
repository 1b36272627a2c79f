// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/startbench.h"

#include "ui/settings/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>

namespace bench {

using namespace Qt::StringLiterals;

namespace {

constexpr double firstFrameMax = 500; ///< ms
constexpr int starts = 7;
constexpr int startMax = 20'000; ///< ms, as the next one
constexpr int consoleEndsMax = 5'000;

struct Start
{
    double frame = 0; ///< ms since the process was started
    double figures = 0;
    double frameCpu = 0; ///< ms of processor time of the process until then
};

double numberBehind(const QByteArray &line, const char *key)
{
    const qsizetype at = line.indexOf(key);
    return at < 0 ? 0 : line.mid(at + qsizetype(qstrlen(key))).trimmed().toDouble();
}

/// Reads what the console logs until its frame has figures.
Start watchStart(QProcess &console, const QElapsedTimer &clock)
{
    Start start;
    while (start.figures == 0 && (console.canReadLine() || console.waitForReadyRead(startMax))) {
        while (console.canReadLine()) {
            const QByteArray line = console.readLine();
            if (line.contains("first frame with figures"))
                start.figures = double(clock.nsecsElapsed()) / 1e6;
            else if (line.contains("first frame")) {
                start.frame = double(clock.nsecsElapsed()) / 1e6;
                start.frameCpu = numberBehind(line, "processor_ms=");
            }
        }
    }
    return start;
}

Start startOnce(const QString &folder, const QString &store)
{
    QProcess console;
    QProcessEnvironment surroundings = QProcessEnvironment::systemEnvironment();
    surroundings.insert(u"QT_LOGGING_RULES"_s, u"*.info=false;ui.mainwindow.info=true"_s);
    console.setProcessEnvironment(surroundings);
    console.setReadChannel(QProcess::StandardError);
    QElapsedTimer clock;
    clock.start();
    console.start(QDir(QCoreApplication::applicationDirPath()).filePath(u"checkback"_s),
                  {u"--data-dir"_s, folder, u"--store"_s, store});
    const Start start = watchStart(console, clock);
    console.terminate();
    if (!console.waitForFinished(consoleEndsMax)) {
        console.kill();
        console.waitForFinished(consoleEndsMax);
    }
    return start;
}

} // namespace

void benchStart(BenchReport &report, const QString &folder, const QString &store)
{
    report.begin("start of the console");
    ui::Settings(folder).setWelcomed(true); // the welcome page has less to show
    std::vector<double> frames;
    std::vector<double> figures;
    std::vector<double> processor;
    startOnce(folder, store); // makes the banks
    for (int i = 0; i < starts; ++i) {
        const Start start = startOnce(folder, store);
        frames.push_back(start.frame);
        figures.push_back(start.figures);
        processor.push_back(start.frameCpu);
    }
    report.tellTimes("first frame", frames, firstFrameMax);
    report.tellTimes("first frame with figures", figures, firstFrameMax);
    report.tellTimes("first frame, processor time", processor, firstFrameMax);
}

} // namespace bench
