// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/transfersender.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::milliseconds paceInterval{10};
constexpr std::chrono::milliseconds publishInterval{100};
/// A transfer that waits for its result may wait for a whole first pass over a slow branch.
constexpr std::chrono::milliseconds answerTimeout{30'000};

core::http::ClientOptions clientOptions()
{
    core::http::ClientOptions options;
    options.connectionsPerOriginMax = TransferSender::inFlightMax;
    options.idlePerOriginMax = TransferSender::inFlightMax;
    return options;
}

/// What the bank says of a transfer that it did not accept.
TransferNews notAccepted(int index, const core::http::ClientAnswer &answer)
{
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    const QString told = body.value("message"_L1).toString();
    const QString reason = told.isEmpty() ? answer.errorText : told;
    const QString outcome = body.value("outcome"_L1).toString();
    if (outcome == "not_started"_L1)
        return {index, TransferNews::Kind::NotStarted, reason};
    const bool isRefused =
        answer.status >= 400 && answer.status < 500 && answer.status != 425; // 425: the end of the debit is not known
    return {index, isRefused || outcome == "rolled_back"_L1 ? TransferNews::Kind::Refused : TransferNews::Kind::Unknown,
            reason};
}

} // namespace

QByteArray transferBody(const TransferOrder &order, const QByteArray &key)
{
    QJsonObject body{{u"from"_s, order.fromUser},
                     {u"to"_s, order.toUser},
                     {u"amount"_s, QString::fromLatin1(order.amount.toText())},
                     {u"key"_s, QString::fromLatin1(key)},
                     {u"wait_result"_s, order.waitResult}};
    if (order.delay > core::seconds(0))
        body.insert(u"delay"_s, qint64(order.delay.count()));
    if (const core::seconds wait = order.checkedBackAfter(); wait > core::seconds(0))
        body.insert(u"timeout_to_fail"_s, qint64(wait.count()));
    if (order.retryAfter > core::seconds(0))
        body.insert(u"retry_interval"_s, qint64(order.retryAfter.count()));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

TransferNews transferNews(int index, const core::http::ClientAnswer &answer)
{
    using Kind = TransferNews::Kind;
    if (answer.outcome != core::http::ClientAnswer::Outcome::Answered)
        return {index, answer.requestWasSent ? Kind::Unknown : Kind::NotStarted, answer.errorText};
    if (answer.status == 200)
        return {index, Kind::Accepted, {}};
    return notAccepted(index, answer);
}

TransferSender::TransferSender(QObject *parent)
    : QObject(parent)
    , m_client(clientOptions(), this)
    , m_pace(this)
    , m_publishing(this)
{
    m_pace.setInterval(paceInterval);
    m_pace.setTimerType(Qt::PreciseTimer);
    m_publishing.setInterval(publishInterval);
    connect(&m_pace, &QTimer::timeout, this, &TransferSender::sendDue);
    connect(&m_publishing, &QTimer::timeout, this, &TransferSender::publish);
}

void TransferSender::start(TransferJob job)
{
    m_job = std::move(job);
    m_next = 0;
    m_running = true;
    m_cancelled = false;
    m_sinceStart.start();
    m_pace.start();
    m_publishing.start();
    sendDue();
}

void TransferSender::cancel()
{
    m_cancelled = !everythingIsSent();
    m_next = int(m_job.bodies.size());
    m_pace.stop();
}

void TransferSender::sendDue()
{
    const qint64 dueByNow = 1 + m_sinceStart.elapsed() * m_job.ratePerSecond / 1000;
    while (!everythingIsSent() && m_next < dueByNow && m_inFlight < inFlightMax)
        sendNext();
    if (everythingIsSent())
        m_pace.stop();
}

void TransferSender::sendNext()
{
    const int index = m_next++;
    core::http::ClientRequest request;
    request.method = "POST"_ba;
    request.url = m_job.url;
    request.headers = {{"Content-Type"_ba, "application/json"_ba}};
    request.body = m_job.bodies.at(index);
    request.timeout = answerTimeout;
    ++m_inFlight;
    m_news.append({index, TransferNews::Kind::Requested, {}});
    m_client.send(std::move(request), [this, index](core::http::ClientAnswer &&answer) {
        --m_inFlight;
        m_news.append(transferNews(index, answer));
        if (m_running && everythingIsSent() && m_inFlight == 0)
            publish();
    });
}

void TransferSender::publish()
{
    if (!m_news.isEmpty())
        emit newsCame(std::exchange(m_news, {}));
    if (!m_running || !everythingIsSent() || m_inFlight > 0)
        return;
    m_running = false;
    m_publishing.stop();
    emit ended(m_cancelled);
}

} // namespace ui
