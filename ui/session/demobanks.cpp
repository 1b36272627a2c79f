// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demobanks.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

core::bank::DatabaseUrl sqliteFile(const QString &dataDir, const QString &name)
{
    core::bank::DatabaseUrl url;
    url.path = QDir(dataDir).filePath(name);
    return url;
}

QByteArray loopbackUrl(quint16 port)
{
    return "http://127.0.0.1:" + QByteArray::number(port);
}

} // namespace

DemoBanks::DemoBanks(QString dataDir) : m_dataDir(std::move(dataDir)) { }

DemoBanks::~DemoBanks()
{
    stop();
}

core::Status DemoBanks::start(const QByteArray &coordinatorUrl, PortMemory &ports)
{
    core::bank::BankServiceOptions options;
    options.coordinatorUrl = coordinatorUrl;
    options.database = receiverDatabase();
    const auto receiverPort = startOne(m_receiver, u"bank-b"_s, options, ports.port(u"bank-b"_s));
    if (!receiverPort.ok())
        return receiverPort.error();
    m_receiverUrl = loopbackUrl(*receiverPort);

    options.database = senderDatabase();
    options.peerUrl = m_receiverUrl;
    const auto senderPort = startOne(m_sender, u"bank-a"_s, options, ports.port(u"bank-a"_s));
    if (!senderPort.ok())
        return senderPort.error();
    m_senderUrl = loopbackUrl(*senderPort);

    ports.setPort(u"bank-a"_s, *senderPort);
    ports.setPort(u"bank-b"_s, *receiverPort);
    return core::Done{};
}

core::Result<quint16> DemoBanks::startOne(std::unique_ptr<Service> &service, const QString &name,
                                          const core::bank::BankServiceOptions &options, quint16 wishedPort)
{
    service =
        std::make_unique<Service>(name, [&options] { return std::make_unique<core::bank::BankService>(options); });
    return service->askObject([wishedPort](core::bank::BankService &bank) -> core::Result<quint16> {
        core::Status started = bank.start(QHostAddress::LocalHost, wishedPort);
        if (!started.ok() && wishedPort != 0)
            started = bank.start(QHostAddress::LocalHost, 0);
        if (!started.ok())
            return started.error();
        return bank.port();
    });
}

void DemoBanks::stop()
{
    m_sender.reset();
    m_receiver.reset();
}

core::bank::DatabaseUrl DemoBanks::senderDatabase() const
{
    return sqliteFile(m_dataDir, u"bank-a.db"_s);
}

core::bank::DatabaseUrl DemoBanks::receiverDatabase() const
{
    return sqliteFile(m_dataDir, u"bank-b.db"_s);
}

} // namespace ui
