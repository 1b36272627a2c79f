// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/demobanks.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::milliseconds bankDownFor{1'000}; ///< long enough to be seen

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
    m_sender.service.reset();
    m_receiver.service.reset();
    core::bank::BankServiceOptions options;
    options.coordinatorUrl = coordinatorUrl;
    options.databasePassword = m_databases.password;
    options.naive = m_databases.areOfThisComputer();
    options.database = m_databases.receiver;
    const auto receiverPort = startOne(false, options, wished.receiver);
    if (!receiverPort.ok())
        return receiverPort.error();

    options.database = m_databases.sender;
    options.peerUrl = urlOf(*receiverPort);
    const auto senderPort = startOne(true, options, wished.sender);
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

core::Result<quint16> DemoBanks::startOne(bool atSender, const core::bank::BankServiceOptions &options,
                                          quint16 wishedPort)
{
    Side &bank = side(atSender);
    bank.options = options;
    bank.options.victim = std::make_shared<core::Victim>([this, atSender](const QByteArray &point) {
        QMetaObject::invokeMethod(
            this, [this, atSender, point] { takeCrash(atSender, point); }, Qt::QueuedConnection);
    });
    bank.service = std::make_unique<Service>(atSender ? u"bank-a"_s : u"bank-b"_s, [&bank] {
        return std::make_unique<core::bank::BankService>(bank.options);
    });
    const auto started =
        bank.service->askObject([wishedPort](core::bank::BankService &service) -> core::Result<quint16> {
            core::Status listening = service.start(QHostAddress::LocalHost, wishedPort);
            if (!listening.ok() && wishedPort != 0)
                listening = service.start(QHostAddress::LocalHost, 0);
            if (!listening.ok())
                return listening.error();
            return service.port();
        });
    if (started.ok())
        bank.port = *started;
    return started;
}

/// Its connections close at once, as those of a killed process; its workers end without a commit or an answer.
void DemoBanks::takeCrash(bool atSender, const QByteArray &point)
{
    Side &bank = side(atSender);
    if (!bank.service || !bank.options.victim->isDead()) // both were started anew meanwhile
        return;
    emit crashed(atSender, point);
    bank.service->post([](core::bank::BankService &service) { service.cut(); });
    bank.service.reset();
    QTimer::singleShot(bankDownFor, this, [this, atSender] { startAgain(atSender); });
}

/// On its old address, which messages on their way carry.
void DemoBanks::startAgain(bool atSender)
{
    Side &bank = side(atSender);
    if (bank.service)
        return; // both were started anew meanwhile
    const quint16 port = bank.port;
    const auto started = startOne(atSender, core::bank::BankServiceOptions(bank.options), port);
    if (started.ok() && *started == port) {
        emit startedAgain(atSender);
        return;
    }
    bank.service.reset();
    bank.port = port;
    QTimer::singleShot(bankDownFor, this, [this, atSender] { startAgain(atSender); });
}

} // namespace ui
