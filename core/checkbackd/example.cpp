// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/example.h"

#include <QEventLoop>
#include <QTimer>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds pollEvery{20};
constexpr std::chrono::milliseconds transferTimeout{60'000};

/// Runs the event loop until ready() or the deadline; true when it became ready.
template<typename Ready> bool waitUntil(Ready ready, QDeadlineTimer deadline)
{
    while (!ready() && !deadline.hasExpired()) {
        QEventLoop loop;
        QTimer::singleShot(pollEvery, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return ready();
}

} // namespace

Example::Example(const std::optional<store::StoreAddress> &store, const ExampleBanks &banks)
    : m_store(store.value_or(store::SqliteAddress{m_folder.filePath(u"checkback.db"_s)}))
    , m_senderDatabase(banks.sender.value_or(fileNamed(u"bank-a.db"_s)))
    , m_receiverDatabase(banks.receiver.value_or(fileNamed(u"bank-b.db"_s)))
    , m_databasePassword(banks.password)
{ }

Status Example::start()
{
    if (!m_folder.isValid())
        return Error::unavailable(u"no temporary folder: "_s + m_folder.errorString());
    m_node = std::make_unique<node::Node>(node::NodeOptions{.store = m_store});
    if (const Status started = m_node->start(); !started.ok())
        return started;
    if (const Status started = startBank(m_receiver, m_receiverDatabase, {}); !started.ok())
        return started;
    return startBank(m_sender, m_senderDatabase, urlOf(*m_receiver));
}

void Example::stop()
{
    m_sender.reset();
    m_receiver.reset();
    m_node.reset();
}

Status Example::startBank(std::unique_ptr<bank::BankService> &service, const bank::DatabaseUrl &database,
                          const QByteArray &peerUrl)
{
    bank::BankServiceOptions options;
    options.database = database;
    options.databasePassword = m_databasePassword;
    options.coordinatorUrl = m_node->url();
    options.peerUrl = peerUrl;
    service = std::make_unique<bank::BankService>(options);
    return service->start(QHostAddress::LocalHost, 0);
}

QByteArray Example::urlOf(const bank::BankService &service)
{
    return "http://127.0.0.1:" + QByteArray::number(service.port());
}

bank::DatabaseUrl Example::fileNamed(const QString &name) const
{
    return {.kind = bank::DatabaseUrl::Kind::Sqlite, .path = m_folder.filePath(name)};
}

Result<Example::Books> Example::books() const
{
    auto receiver = bank::BankReader::open(m_receiverDatabase, m_databasePassword, m_clock);
    auto sender = bank::BankReader::open(m_senderDatabase, m_databasePassword, m_clock);
    if (!receiver.ok() || !sender.ok())
        return receiver.ok() ? sender.error() : receiver.error();
    auto received = receiver->snapshot();
    auto receivedRows = receiver->latestBarrierRows(10);
    auto sent = sender->snapshot();
    auto sentRows = sender->latestBarrierRows(10);
    if (!received.ok() || !receivedRows.ok())
        return received.ok() ? receivedRows.error() : received.error();
    if (!sent.ok() || !sentRows.ok())
        return sent.ok() ? sentRows.error() : sent.error();
    return Books{*received, *sent, *receivedRows, *sentRows};
}

Result<http::ClientAnswer> Example::transfer(const QByteArray &body)
{
    const auto url = http::Url::parse(QByteArray(senderUrl() + "/api/busi/Transfer"));
    if (!url.ok())
        return url.error();
    http::Client client({});
    std::optional<http::ClientAnswer> answer;
    client.send({.method = "POST",
                 .url = *url,
                 .headers = {http::Header{"Content-Type", "application/json"}},
                 .body = body,
                 .timeout = transferTimeout},
                [&answer](http::ClientAnswer &&came) { answer = std::move(came); });
    waitUntil([&] { return answer.has_value(); }, QDeadlineTimer(transferTimeout + pollEvery * 10));
    if (!answer)
        return Error::unavailable(u"bank A did not answer"_s);
    return *answer;
}

Result<message::Message> Example::waitForEnd(const Gid &gid, QDeadlineTimer deadline)
{
    std::optional<message::Message> last;
    do {
        auto found = read(gid, deadline);
        if (!found.ok())
            return found.error();
        last = std::move(*found);
        if (last && last->finished())
            return *last;
        waitUntil([] { return false; }, QDeadlineTimer(pollEvery));
    } while (!deadline.hasExpired());
    if (!last)
        return Error::notFound(u"the coordinator has no message %1"_s.arg(gid.toString()));
    return *last;
}

Result<std::optional<message::Message>> Example::read(const Gid &gid, QDeadlineTimer deadline)
{
    using Found = std::optional<message::Message>;
    QObject context;
    std::optional<Result<Found>> found;
    m_node->reads().read<Found>([gid](store::MessageReader &reader) { return reader.message(gid); }, &context,
                                [&found](const Result<Found> &result) { found = result; });
    if (!waitUntil([&] { return found.has_value(); }, deadline))
        return Error::unavailable(u"the store did not answer in time"_s);
    return *found;
}

} // namespace core::checkbackd
