// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/bankservice.h"
#include "ui/session/onthread.h"
#include "ui/session/portmemory.h"

#include <QString>

#include <memory>

namespace ui {

/// The two sample banks of a data folder: A sends, B receives. Each has a database and a service of its own.
class DemoBanks final
{
public:
    explicit DemoBanks(QString dataDir);
    ~DemoBanks(); ///< stops

    /// Makes the databases where they are missing and listens on loopback, on the ports of the last time where they are
    /// free: messages on their way carry the banks' addresses.
    core::Status start(const QByteArray &coordinatorUrl, PortMemory &ports);
    /// Lets what is under way end, then closes.
    void stop();

    core::bank::DatabaseUrl senderDatabase() const;
    core::bank::DatabaseUrl receiverDatabase() const;
    QByteArray senderUrl() const { return m_senderUrl; }
    QByteArray receiverUrl() const { return m_receiverUrl; }

private:
    using Service = OnThread<core::bank::BankService>;
    core::Result<quint16> startOne(std::unique_ptr<Service> &service, const QString &name,
                                   const core::bank::BankServiceOptions &options, quint16 wishedPort);

    QString m_dataDir;
    std::unique_ptr<Service> m_sender;
    std::unique_ptr<Service> m_receiver;
    QByteArray m_senderUrl;
    QByteArray m_receiverUrl;
};

} // namespace ui
