// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demomurmur.h"

#include "ui/session/session.h"
#include "ui/session/transfersender.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::milliseconds untilTheBanksAreThere{500};
constexpr double meanRate = 8; // a second
constexpr double swell = 0.6; // of the mean, up and down
constexpr double wave = 90; // transfers from crest to crest
constexpr double fullTurn = 6.283185307179586;

std::chrono::milliseconds pauseAfter(int sent)
{
    const double rate = meanRate * (1 + swell * std::sin(fullTurn * sent / wave));
    return std::chrono::milliseconds(qRound(1000 / rate));
}

/// Small amounts back and forth, so that nobody runs dry.
TransferOrder orderOf(int number)
{
    TransferOrder order;
    order.amount = core::Money::fromCents(100 + number % 7 * 25);
    order.waitResult = false;
    order.fromUser = 1 + number % 2;
    order.toUser = 2 - number % 2;
    return order;
}

} // namespace

DemoMurmur::DemoMurmur(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_network(this)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DemoMurmur::send);
}

void DemoMurmur::start()
{
    m_timer.start(pauseAfter(0));
}

void DemoMurmur::send()
{
    const QString bank = m_session.banks().value(0).url;
    if (m_sent >= transfersMax)
        return;
    if (bank.isEmpty())
        return m_timer.start(untilTheBanksAreThere);
    const QByteArray gid =
        "murmur-" + QByteArray::number(qlonglong(core::toEpochMs(m_session.now()))) + '-' + QByteArray::number(m_sent);
    QNetworkRequest request(QUrl(bank + u"/api/busi/Transfer"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.post(request, transferBody(orderOf(m_sent), gid));
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    m_timer.start(pauseAfter(++m_sent));
}

} // namespace ui
