// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/consolebench.h"

#include "ui/mainwindow/mainwindow.h"
#include "ui/messages/detailpane.h"
#include "ui/messages/messagetablemodel.h"
#include "ui/session/session.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double answerMax = 100; ///< ms, as the next one
constexpr double holdMax = 50;
constexpr double cpuShareMax = 20; ///< percent
constexpr auto frame = 16ms;
constexpr auto pause = 150ms; ///< of a person between two acts
constexpr auto giveUp = 20s;
constexpr int rounds = 3;
constexpr int openedRows = 10;
constexpr double rowsAFrame = 3;

double percentile(std::vector<double> values, double percent)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * percent / 100))];
}

void tell(const QByteArray &name, double value, const char *unit, double max)
{
    std::printf("  %-34s %8.1f %-3s %s%.0f %s\n", name.constData(), value, unit, "≤", max, value <= max ? "✓" : "✗");
}

void tellAnswers(const QByteArray &name, const std::vector<double> &times)
{
    std::printf("  %-34s median %6.1f ms", name.constData(), percentile(times, 50));
    tell(", longest", percentile(times, 100), "ms", answerMax);
}

} // namespace

ConsoleBench::ConsoleBench(WatchedApplication &application, ui::Session &session, ui::MainWindow &window)
    : m_application(application)
    , m_session(session)
    , m_window(window)
    , m_model(window.findChild<ui::MessageTableModel *>())
    , m_detail(window.findChild<ui::DetailPane *>())
{ }

void ConsoleBench::wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

void ConsoleBench::waitFor(const Done &done)
{
    QElapsedTimer clock;
    clock.start();
    while (!done() && !clock.hasExpired(std::chrono::milliseconds(giveUp).count()))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Milliseconds from the act until what it is about is there and the frame after that is painted.
double ConsoleBench::untilPainted(const std::function<void()> &act, const Done &done)
{
    QElapsedTimer clock;
    clock.start();
    act();
    waitFor(done);
    const int before = m_application.frameCount();
    m_window.update(0, 0, 1, 1); // a frame follows for certain, with all that changed
    waitFor([&] { return m_application.frameCount() > before; });
    return double(clock.nsecsElapsed()) / 1e6;
}

void ConsoleBench::benchAnswers(const QByteArray &moment)
{
    std::printf("%s\n", moment.constData());
    benchPages();
    benchFilters();
    benchDetails();
}

void ConsoleBench::benchPages()
{
    for (const QString &id : m_window.pageIds()) {
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round) {
            m_window.showPage(id == u"messages" ? u"transfer"_s : u"messages"_s);
            wait(pause);
            times.push_back(untilPainted([&] { m_window.showPage(id); }, [&] { return m_window.currentPage() == id; }));
            wait(pause);
        }
        tellAnswers("page " + id.toUtf8(), times);
    }
    m_window.showPage(u"messages"_s);
}

/// From the Enter key until the rows that match are painted.
double ConsoleBench::filterTakes(const QString &text)
{
    auto *field = m_window.findChild<QLineEdit *>(u"filterText"_s);
    field->setText(text);
    int loads = 0;
    const auto counted = QObject::connect(m_model, &ui::MessageTableModel::loadStateChanged, m_model, [&] {
        loads += m_model->loadState() == ui::MessageTableModel::Load::Loaded ? 1 : 0;
    });
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    const double taken = untilPainted([&] { QCoreApplication::sendEvent(field, &enter); }, [&] { return loads > 0; });
    QObject::disconnect(counted);
    return taken;
}

void ConsoleBench::benchFilters()
{
    const QStringList filters = {u"status:succeed"_s, u"status:failed"_s,         u"gid:01HF"_s,
                                 u"age>10m"_s,        u"payload~user_id\":77}"_s, u"url~TransIn"_s};
    for (const QString &filter : filters) {
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round) {
            times.push_back(filterTakes(filter));
            wait(pause);
            filterTakes({});
            wait(pause);
        }
        tellAnswers("filter " + filter.toUtf8(), times);
    }
}

/// Until message and calls were read and are painted.
double ConsoleBench::detailTakes(const QByteArray &gid)
{
    bool isShown = false;
    const auto shown = QObject::connect(
        m_detail, &ui::DetailPane::messageShown, m_detail,
        [&](std::int64_t rowId) { // the pane asked for the calls just before, and reads are answered in order
            m_session.attempts(rowId, m_detail, [&](const auto &) { isShown = true; });
        },
        Qt::QueuedConnection);
    const double taken = untilPainted([&] { m_window.showMessage(gid); }, [&] { return isShown; });
    QObject::disconnect(shown);
    return taken;
}

void ConsoleBench::benchDetails()
{
    std::vector<double> times;
    const int rows = std::min(openedRows, m_model->rowCount());
    std::vector<QByteArray> gids;
    for (int row = 0; row < rows; ++row)
        gids.push_back(m_model->summary(m_model->index(row, 0))->gid);
    for (const QByteArray &gid : gids) {
        times.push_back(detailTakes(gid));
        wait(pause);
    }
    tellAnswers("detail of a message", times);
}

void ConsoleBench::benchFlow(std::chrono::seconds each)
{
    for (const QString &id : m_window.pageIds()) {
        m_window.showPage(id);
        wait(1s);
        watch("page " + id.toUtf8(), each);
    }
    m_window.showPage(u"messages"_s);
    watch("page messages, being scrolled", each, [this] { scroll(); });
}

void ConsoleBench::scroll()
{
    QScrollBar *bar = m_window.findChild<QTableView *>(u"messages"_s)->verticalScrollBar();
    const int next = bar->value() + int(rowsAFrame) * bar->singleStep();
    bar->setValue(next > bar->maximum() ? 0 : next);
}

void ConsoleBench::watch(const QByteArray &name, std::chrono::milliseconds time, const std::function<void()> &eachFrame)
{
    QTimer frames;
    frames.setTimerType(Qt::PreciseTimer);
    QObject::connect(&frames, &QTimer::timeout, &frames, [&] { eachFrame(); });
    if (eachFrame)
        frames.start(frame);
    const std::int64_t finishedBefore = m_session.health().finishedSinceStart;
    m_application.beginWatch();
    wait(time);
    const UiShare share = m_application.endWatch();
    const double rate =
        double(m_session.health().finishedSinceStart - finishedBefore) / std::chrono::duration<double>(time).count();
    std::printf(
        "%s, %.0f messages/s finished: %zu frames, p50 %.1f p99 %.1f longest %.1f ms; an event waits p99 %.1f ms; "
        "longest event %.1f ms by the clock, %.1f ms of processor (%s)\n",
        name.constData(), rate, share.frames.size(), percentile(share.frames, 50), percentile(share.frames, 99),
        percentile(share.frames, 100), percentile(share.waits, 99), share.longestEvent, share.longestEventCpu,
        share.longestEventName.constData());
    tell("longest hold of the screen", percentile(share.waits, 100), "ms", holdMax);
    tell("share of a core", share.cpuShare * 100, "%", cpuShareMax);
}

} // namespace bench
