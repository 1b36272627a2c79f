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
#include <cmath>

namespace bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr double answerMax = 100; ///< ms, as the next one
constexpr double holdMax = 50;
constexpr double cpuShareMax = 20; ///< percent
constexpr double changesMax = 10.5; ///< a second; the clock of a busy machine is not quite even
constexpr auto frame = 16ms;
constexpr auto pause = 150ms; ///< of a person between two acts
constexpr auto giveUp = 20s;
constexpr auto pagesAreMade = 2s; ///< those that are not shown at the start
constexpr int rounds = 3;
constexpr int openedRows = 10;
constexpr double rowsAFrame = 3;

} // namespace

ConsoleBench::ConsoleBench(WatchedApplication &application, ui::Session &session, ui::MainWindow &window,
                           BenchReport &report)
    : m_application(application)
    , m_session(session)
    , m_window(window)
    , m_report(report)
    , m_model(window.findChild<ui::MessageTableModel *>())
    , m_table(window.findChild<QTableView *>(u"messages"_s))
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

/// From the act until what it is about is there and the frame after that is painted.
void ConsoleBench::untilPainted(Takes &takes, const std::function<void()> &act, const Done &done)
{
    QElapsedTimer clock;
    const double cpuBefore = WatchedApplication::cpuMilliseconds();
    clock.start();
    act();
    waitFor(done);
    const int before = m_application.frameCount();
    m_window.update(0, 0, 1, 1); // a frame follows for certain, with all that changed
    waitFor([&] { return m_application.frameCount() > before; });
    takes.clock.push_back(double(clock.nsecsElapsed()) / 1e6);
    takes.cpu.push_back(WatchedApplication::cpuMilliseconds() - cpuBefore);
}

void ConsoleBench::tell(const QByteArray &name, const Takes &takes)
{
    m_report.tellTimes(name, takes.clock, answerMax,
                       {{u"longest processor"_s, std::round(percentile(takes.cpu, 100) * 10) / 10}});
}

void ConsoleBench::benchAnswers(const QByteArray &moment)
{
    m_report.begin(moment);
    wait(pagesAreMade);
    benchPages();
    benchFilters();
    benchDetails();
}

void ConsoleBench::benchPages()
{
    Takes slowest;
    for (const QString &id : m_window.pageIds()) {
        Takes takes;
        for (int round = 0; round < rounds; ++round) {
            m_window.showPage(id == u"messages" ? u"transfer"_s : u"messages"_s);
            wait(pause);
            untilPainted(
                takes, [&] { m_window.showPage(id); }, [&] { return m_window.currentPage() == id; });
            wait(pause);
        }
        tell("page " + id.toUtf8(), takes);
        slowest.clock.push_back(percentile(takes.clock, 100));
    }
    m_report.tell("page change, the longest of all", percentile(slowest.clock, 100), "ms", answerMax);
    m_window.showPage(u"messages"_s);
}

/// From the Enter key until rows that match are painted; where none does, until it is seen that none was found so far.
void ConsoleBench::filter(const QString &text, Takes &takes)
{
    auto *field = m_window.findChild<QLineEdit *>(u"filterText"_s);
    field->setText(text);
    int loads = 0;
    const auto counted = QObject::connect(m_model, &ui::MessageTableModel::loadStateChanged, m_model, [&] {
        loads += m_model->loadState() == ui::MessageTableModel::Load::Loaded ? 1 : 0;
    });
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    untilPainted(
        takes, [&] { QCoreApplication::sendEvent(field, &enter); }, [&] { return loads > 0; });
    QObject::disconnect(counted);
}

void ConsoleBench::benchFilters()
{
    // The messages in the store are all delivered and have gids that begin with 01HF0000; those that flow begin with
    // load-.
    const QStringList filters = {u"status:succeed"_s,
                                 u"status:retrying"_s,
                                 u"status:failed"_s,
                                 u"gid:01HF"_s,
                                 u"gid:01HF00000000000000000123"_s,
                                 u"gid:nobody"_s,
                                 u"age>10m"_s,
                                 u"attempts>0"_s,
                                 u"attempts>5"_s,
                                 u"payload~user_id\":77}"_s,
                                 u"payload~nowhere"_s,
                                 u"url~TransIn"_s};
    for (const QString &text : filters) {
        Takes takes;
        Takes cleared;
        for (int round = 0; round < rounds; ++round) {
            filter(text, takes);
            wait(pause);
            filter({}, cleared);
            wait(pause);
        }
        tell("filter " + text.toUtf8(), takes);
    }
}

/// Until message and calls were read and are painted.
void ConsoleBench::openDetail(const QByteArray &gid, Takes &takes)
{
    const auto isShown = std::make_shared<bool>(false); // it may be shown once more, after this returned
    const auto shown = QObject::connect(
        m_detail, &ui::DetailPane::messageShown, m_detail,
        [this, isShown](std::int64_t rowId) { // the pane asked for the calls just before; reads are answered in order
            m_session.attempts(rowId, m_detail, [isShown](const auto &) { *isShown = true; });
        },
        Qt::QueuedConnection);
    untilPainted(
        takes, [&] { m_window.showMessage(gid); }, [&] { return *isShown; });
    QObject::disconnect(shown);
}

void ConsoleBench::benchDetails()
{
    std::vector<QByteArray> gids;
    const int rows = std::min(openedRows, m_model->rowCount());
    for (int row = 0; row < rows; ++row)
        gids.push_back(m_model->summary(m_model->index(row, 0))->gid);
    Takes takes;
    for (const QByteArray &gid : gids) {
        openDetail(gid, takes);
        wait(pause);
    }
    tell("detail of a message", takes);
}

void ConsoleBench::benchFlow(const QByteArray &moment, std::chrono::milliseconds each)
{
    m_report.begin(moment);
    for (const QString &id : {u"overview"_s, u"messages"_s, u"accounts"_s, u"transfer"_s}) {
        m_window.showPage(id);
        if (id == u"messages")
            showNewest();
        wait(1s);
        watch("page " + id.toUtf8(), each);
        if (id == u"messages")
            m_report.tell("  rows between the newest and those in view",
                          m_table->verticalScrollBar()->value() + m_model->heldNew(), "", 0);
    }
    m_window.showPage(u"messages"_s);
    watch("page messages, being scrolled", each, [this] { scroll(); });
    showNewest();
}

/// As a list stands that nobody touched: at the top, nothing chosen.
void ConsoleBench::showNewest()
{
    m_table->setCurrentIndex({});
    m_table->clearSelection();
    m_table->verticalScrollBar()->setValue(0);
}

void ConsoleBench::scroll()
{
    QScrollBar *bar = m_table->verticalScrollBar();
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
    int changes = 0;
    const auto counted =
        QObject::connect(&m_session, &ui::Session::messagesChanged, m_model, [&changes] { ++changes; });
    const std::int64_t finishedBefore = m_session.health().finishedSinceStart;
    m_application.beginWatch();
    wait(time);
    const UiShare share = m_application.endWatch();
    QObject::disconnect(counted);
    const double seconds = std::chrono::duration<double>(time).count();
    m_report.note(name + ", messages finished",
                  double(m_session.health().finishedSinceStart - finishedBefore) / seconds, "/s");
    m_report.tell("  screen's thread", share.cpuShare * 100, "%", cpuShareMax,
                  {{u"frames a second"_s, std::round(double(share.frames.size()) / seconds)},
                   {u"frame p50"_s, std::round(percentile(share.frames, 50) * 10) / 10}});
    m_report.tell("  longest hold, processor time of one event", share.longestEventCpu, "ms", holdMax,
                  {{u"event"_s, QString::fromUtf8(share.longestEventName)}});
    m_report.tell("  longest hold, by the clock", percentile(share.waits, 100), "ms", holdMax,
                  {{u"p99"_s, std::round(percentile(share.waits, 99) * 10) / 10}});
    m_report.tell("  batches of changes", double(changes) / seconds, "/s", changesMax);
}

} // namespace bench
