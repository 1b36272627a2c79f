// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/messageload.h"

#include "core/http/client.h"
#include "core/http/server.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>

namespace bench {

using namespace core;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto sendEvery = 5ms;
constexpr int endMax = 5'000; ///< milliseconds
constexpr int inFlightMax = 2'000; ///< a coordinator that cannot follow is not drowned

/// A service whose every branch succeeds.
class Branch final
{
public:
    Status listen() { return m_server.listen(QHostAddress::LocalHost, 0); }
    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_server.port()) + "/api/busi/TransIn"; }

private:
    http::Server m_server{{}, [this](http::Request &&, http::ReplyTo replyTo) {
                              m_server.reply(replyTo, {.body = R"({"dtm_result":"SUCCESS"})"});
                          }};
};

/// Submits what is due by the clock.
class Sender final
{
public:
    Sender(const http::Url &submit, const QByteArray &branchUrl, int messagesASecond)
        : m_submit(submit)
        , m_bodyEnd(R"(","trans_type":"msg","steps":[{"action":")" + branchUrl
                    + R"("}],"payloads":["{\"amount\":30,\"user_id\":7}"]})")
        , m_rate(messagesASecond)
    {
        m_clock.start();
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { sendDue(); });
        m_timer.start(sendEvery);
    }

    /// For people: how it went.
    QByteArray report() const
    {
        return QByteArray::number(m_sent) + " sent, " + QByteArray::number(m_accepted) + " accepted, "
            + QByteArray::number(m_sent * 1000 / std::max<qint64>(1, m_clock.elapsed())) + " a second\n";
    }

private:
    void sendDue()
    {
        const qint64 due = m_clock.elapsed() * m_rate / 1000;
        for (; m_sent < due && m_client.callsInFlight() < inFlightMax; ++m_sent)
            send();
    }

    void send()
    {
        http::ClientRequest request{
            .method = "POST", .url = m_submit, .headers = {{"Content-Type", "application/json"}}};
        request.body = R"({"gid":")" + m_prefix + QByteArray::number(m_sent).rightJustified(10, '0') + m_bodyEnd;
        m_client.send(std::move(request),
                      [this](http::ClientAnswer &&answer) { m_accepted += answer.status == 200 ? 1 : 0; });
    }

    http::Client m_client{{}};
    const http::Url m_submit;
    const QByteArray m_prefix = "load-" + QByteArray::number(QRandomGenerator::global()->generate(), 16) + '-';
    const QByteArray m_bodyEnd;
    const int m_rate;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_sent = 0;
    qint64 m_accepted = 0;
};

} // namespace

bool MessageLoad::start(const QString &coordinator, int messagesASecond)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationFilePath(),
                    {u"load"_s, coordinator, QString::number(messagesASecond)});
    return m_process.waitForStarted();
}

void MessageLoad::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(endMax))
        m_process.kill();
    std::printf("the load's own count: %s", m_process.readAllStandardOutput().constData());
}

int MessageLoad::run(const QByteArray &coordinator, int messagesASecond)
{
    const Result<http::Url> submit = http::Url::parse(coordinator + "/submit");
    Branch branch;
    const Status listening = branch.listen();
    if (!submit.ok() || !listening.ok()) {
        std::fprintf(stderr, "%s\n", qPrintable(submit.ok() ? listening.error().detail : submit.error().detail));
        return 1;
    }
    Sender sender(*submit, branch.url(), messagesASecond);
    QSocketNotifier ended(0, QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    std::fputs(sender.report().constData(), stdout);
    return code;
}

} // namespace bench
