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

namespace core::checkbackd {

/// A coordinator and two sample banks in this process, talking to each other over HTTP on loopback, for one example.
/// Lives on the main thread; each function waits, bounded in time, while the event loop runs.
class Example final
{
public:
    /// storePath empty: a file in a temporary folder that goes with this object, as the banks' databases do.
    explicit Example(const QString &storePath);

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

private:
    static QByteArray urlOf(const bank::BankService &service);
    bank::DatabaseUrl databaseIn(const QString &name) const;
    Status startBank(std::unique_ptr<bank::BankService> &service, const QString &name, const QByteArray &peerUrl);
    Result<std::optional<message::Message>> read(const Gid &gid, QDeadlineTimer deadline);

    QTemporaryDir m_folder;
    QString m_storePath;
    SystemClock m_clock;
    std::unique_ptr<node::Node> m_node;
    std::unique_ptr<bank::BankService> m_receiver;
    std::unique_ptr<bank::BankService> m_sender;
};

} // namespace core::checkbackd
