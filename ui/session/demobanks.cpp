// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demobanks.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

bool isOfThisComputer(const core::bank::DatabaseUrl &place)
{
    return place.kind == core::bank::DatabaseUrl::Kind::Sqlite || place.host == u"localhost"
        || QHostAddress(place.host).isLoopback();
}

} // namespace

bool DemoDatabases::areOfThisComputer() const
{
    return isOfThisComputer(sender) && isOfThisComputer(receiver);
}

DemoBanks::DemoBanks(DemoDatabases databases) : m_databases(std::move(databases)) { }

DemoBanks::~DemoBanks() = default;

QByteArray DemoBanks::urlOf(quint16 port)
{
    return "http://127.0.0.1:" + QByteArray::number(port);
}

core::Result<DemoPorts> DemoBanks::start(const QByteArray &coordinatorUrl, const DemoPorts &wished)
{
    m_sender.reset();
    m_receiver.reset();
    core::bank::BankServiceOptions options;
    options.coordinatorUrl = coordinatorUrl;
    options.databasePassword = m_databases.password;
    options.naive = m_databases.areOfThisComputer();
    options.database = m_databases.receiver;
    const auto receiverPort = startOne(m_receiver, u"bank-b"_s, options, wished.receiver);
    if (!receiverPort.ok())
        return receiverPort.error();

    options.database = m_databases.sender;
    options.peerUrl = urlOf(*receiverPort);
    const auto senderPort = startOne(m_sender, u"bank-a"_s, options, wished.sender);
    if (!senderPort.ok())
        return senderPort.error();
    return DemoPorts{*senderPort, *receiverPort};
}

void DemoBanks::startAndTell(const QByteArray &coordinatorUrl, const DemoPorts &wished)
{
    if (const auto ports = start(coordinatorUrl, wished); ports.ok())
        emit started(*ports);
    else
        emit failed(ports.error());
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

} // namespace ui
