// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demostory.h"

#include "ui/session/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::milliseconds lookInterval{50};
constexpr char nobodysApi[] = "http://127.0.0.1:9/api/"; ///< calls are refused there, and tried again

TransferOrder order(std::int64_t cents, int count, int rate, core::seconds delay = core::seconds(0))
{
    TransferOrder order;
    order.amount = core::Money::fromCents(cents);
    order.count = count;
    order.ratePerSecond = rate;
    order.delay = delay;
    order.waitResult = delay == core::seconds(0);
    return order;
}

} // namespace

DemoStory::DemoStory(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_network(this)
    , m_looking(this)
{
    m_looking.setInterval(lookInterval);
    connect(&m_looking, &QTimer::timeout, this, &DemoStory::continueRuns);
}

void DemoStory::start()
{
    m_orders = {order(120'000, 1, 1), order(9'999'900, 1, 1), order(7'550, 2, 10, core::seconds(3600)),
                order(3'000, 40, 100)};
    m_looking.start();
}

void DemoStory::continueRuns()
{
    const bool isReady =
        m_session.engine().phase == EngineState::Phase::Running && !m_session.banks().constFirst().url.isEmpty();
    if (!isReady || m_session.transferProgress().running)
        return;
    if (m_orders.isEmpty()) {
        m_looking.stop();
        sendStrays(); // last, so that they stand on top of the list
        subscribeServices();
        emit ended();
        return;
    }
    if (!m_session.startTransfers(m_orders.takeFirst()).ok())
        m_orders.clear();
}

/// Messages of others than the demo banks.
void DemoStory::sendStrays()
{
    const QString nobody = QLatin1String(nobodysApi);
    m_retriedGid = strayGid(u"send-invoice"_s);
    post(u"prepare"_s, stray(strayGid(u"reserve-seat"_s), nobody + u"reserve-seat"_s));
    post(u"submit"_s, stray(m_retriedGid, nobody + u"send-invoice"_s));
}

/// Nothing is sent to them: no message of the story names a topic.
void DemoStory::subscribeServices()
{
    struct Service
    {
        QByteArray topic;
        QByteArray path;
        QByteArray remark;
    };
    const QList<Service> services{{"orders", "stock/reserve", "warehouse"}, {"orders", "invoices/write", "billing"},
                                  {"orders", "mails/confirm", {}},          {"payouts", "ledger/book", "bookkeeping"},
                                  {"payouts", "limits/check", "risk"},      {"refunds", "ledger/book", "bookkeeping"}};
    for (const Service &service : services)
        m_session.subscribe(service.topic, nobodysApi + service.path, service.remark, this, [](const auto &) {});
}

QByteArray DemoStory::strayGid(const QString &name) const
{
    return QByteArray("demo-") + QByteArray::number(qlonglong(core::toEpochMs(m_session.now()))) + '-'
        + name.toLatin1();
}

QByteArray DemoStory::stray(const QByteArray &gid, const QString &url)
{
    const QJsonObject message{{u"gid"_s, QString::fromLatin1(gid)},
                              {u"trans_type"_s, u"msg"_s},
                              {u"steps"_s, QJsonArray{QJsonObject{{u"action"_s, url}}}},
                              {u"payloads"_s, QJsonArray{u"{\"amount\":12.50,\"from\":3,\"user_id\":7}"_s}},
                              {u"query_prepared"_s, url + u"-state"_s}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

void DemoStory::post(const QString &operation, const QByteArray &body)
{
    QNetworkRequest request(QUrl(m_session.coordinatorUrl() + u'/' + operation));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.post(request, body);
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
}

} // namespace ui
