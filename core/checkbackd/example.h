// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankreader.h"
#include "core/bank/bankservice.h"
#include "core/bank/proof.h"
#include "core/http/client.h"
#include "core/node/node.h"

#include <QDeadlineTimer>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace core::checkbackd {

/// Where the example's banks keep their accounts; none: in temporary SQLite files.
struct ExampleBanks
{
    std::optional<bank::DatabaseUrl> sender;
    std::optional<bank::DatabaseUrl> receiver;
    QString password; ///< of their MySQL user
};

/// A coordinator and two sample banks in this process, talking to each other over HTTP on loopback, for one example.
/// Lives on the main thread; each function waits, bounded in time, while the event loop runs.
class Example final
{
public:
    /// No store: a file in a temporary folder that goes with this object.
    Example(const std::optional<store::StoreAddress> &store, const ExampleBanks &banks);

    Status start();
    void stop();

    struct Books
    {
        bank::BankSnapshot receiver; ///< read first
        bank::BankSnapshot sender;
        QList<bank::WrittenBarrierRow> receiverRows; ///< newest first
        QList<bank::WrittenBarrierRow> senderRows;
    };
    Result<Books> books() const;

    /// Asks bank A to transfer; gives what it answered.
    Result<http::ClientAnswer> transfer(const QByteArray &body);
    /// The message once it is finished, or as it stands at the deadline.
    Result<message::Message> waitForEnd(const Gid &gid, QDeadlineTimer deadline);

    node::Node &coordinator() { return *m_node; }
    QByteArray senderUrl() const { return urlOf(*m_sender); }
    QByteArray receiverUrl() const { return urlOf(*m_receiver); }
    const bank::DatabaseUrl &senderDatabase() const { return m_senderDatabase; }
    const bank::DatabaseUrl &receiverDatabase() const { return m_receiverDatabase; }

private:
    static QByteArray urlOf(const bank::BankService &service);
    bank::DatabaseUrl fileNamed(const QString &name) const;
    Status startBank(std::unique_ptr<bank::BankService> &service, const bank::DatabaseUrl &database,
                     const QByteArray &peerUrl);
    Result<std::optional<message::Message>> read(const Gid &gid, QDeadlineTimer deadline);

    QTemporaryDir m_folder;
    store::StoreAddress m_store;
    bank::DatabaseUrl m_senderDatabase;
    bank::DatabaseUrl m_receiverDatabase;
    QString m_databasePassword;
    SystemClock m_clock;
    std::unique_ptr<node::Node> m_node;
    std::unique_ptr<bank::BankService> m_receiver;
    std::unique_ptr<bank::BankService> m_sender;
};

} // namespace core::checkbackd
