// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/webhook.h"

#include "ui/session/log.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(); // 0: no answer
}

/// Whether it may go better at another time.
bool mayPass(int status)
{
    return status == 0 || status == 408 || status == 429 || status >= 500;
}

QString isoTime(core::TimePoint time)
{
    return QDateTime::fromMSecsSinceEpoch(core::toEpochMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

Webhook::Webhook(WebhookOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_network(this)
    , m_pause(this)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Webhook::sendNext);
}

bool Webhook::isUsable(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const bool isHttp = parsed.scheme() == u"http"_s || parsed.scheme() == u"https"_s;
    return parsed.isValid() && isHttp && !parsed.host().isEmpty() && parsed.userInfo().isEmpty();
}

void Webhook::setUrl(const QString &url)
{
    if (std::exchange(m_url, url) == url)
        return;
    m_waiting.clear();
    m_pause.stop();
    m_triesDone = 0;
    m_refusal.reset();
    if (QNetworkReply *given = std::exchange(m_reply, nullptr))
        given->abort();
    emit changed();
}

QByteArray Webhook::bodyOf(const AlertNews &news)
{
    const Alert &alert = news.alert;
    QJsonObject body{{u"source"_s, u"checkback"_s},
                     {u"event"_s, news.isRaised ? u"raised"_s : u"cleared"_s},
                     {u"kind"_s, alertKindName(alert.kind)},
                     {u"raised_at"_s, isoTime(alert.raisedAt)},
                     {u"value"_s, qint64(alert.value)},
                     {u"limit"_s, qint64(alert.limit)},
                     {u"title"_s, news.title},
                     {u"text"_s, news.text}};
    if (alert.clearedAt)
        body.insert(u"cleared_at"_s, isoTime(*alert.clearedAt));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

void Webhook::tell(const AlertNews &news)
{
    if (!isUsable(m_url))
        return;
    if (m_waiting.size() >= m_options.queueMax)
        m_waiting.erase(m_waiting.begin() + 1); // the first is under way
    m_waiting.push_back(bodyOf(news));
    if (m_waiting.size() == 1)
        sendNext();
}

void Webhook::sendNext()
{
    QNetworkRequest request{QUrl(m_url)};
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(int(m_options.timeout.count()));
    m_reply = m_network.post(request, m_waiting.front());
    connect(m_reply, &QNetworkReply::finished, this, [this, reply = m_reply] {
        reply->deleteLater();
        if (reply != m_reply)
            return; // given up for another URL
        m_reply = nullptr;
        take(*reply);
    });
}

void Webhook::take(QNetworkReply &reply)
{
    const int status = statusOf(reply);
    if (status >= 200 && status < 300)
        return finish(std::nullopt);
    if (mayPass(status) && m_triesDone < m_options.pauses.size())
        return m_pause.start(m_options.pauses.at(m_triesDone++));
    qCWarning(lcSession).nospace() << "webhook given up status=" << status << " tries=" << m_triesDone + 1;
    finish(status);
}

QString Webhook::problem() const
{
    if (!m_refusal)
        return {};
    return *m_refusal == 0 ? tr("The webhook did not answer.") : tr("The webhook answered %1.").arg(*m_refusal);
}

void Webhook::finish(std::optional<int> refusal)
{
    m_refusal = refusal;
    m_triesDone = 0;
    m_waiting.pop_front();
    if (!m_waiting.empty())
        sendNext();
    emit changed();
}

} // namespace ui
