// SPDX-License-Identifier: Apache-2.0
#include "tests/core/api/apifixture.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;

namespace test {

namespace {

/// Gives what the test has put into its data, narrowed only as far as the routes depend on it.
class FakeReader final : public store::MessageReader
{
public:
    explicit FakeReader(ReaderData &data) : m_data(data) { }

    Status open() override { return Done{}; }
    Result<store::Page> page(const store::Filter &, int, std::optional<std::int64_t>) override { return store::Page{}; }
    Result<store::Page> search(const store::Filter &, int, std::optional<std::int64_t>, Millis) override
    {
        return store::Page{};
    }
    Result<QList<store::Summary>> summaries(const QList<std::int64_t> &, const store::Filter &) override
    {
        return QList<store::Summary>();
    }
    Result<std::optional<message::Message>> message(const Gid &gid) override
    {
        if (m_data.error)
            return *m_data.error;
        for (const message::Message &message : m_data.messages) {
            if (message.gid == gid)
                return std::optional(message);
        }
        return std::optional<message::Message>();
    }
    Result<std::vector<message::Message>> messages(const store::Filter &filter, int limit,
                                                   std::optional<std::int64_t> before) override
    {
        if (m_data.error)
            return *m_data.error;
        m_data.lastFilter = filter;
        m_data.limits.push_back(limit);
        std::vector<message::Message> found;
        for (const message::Message &message : m_data.messages) {
            if (static_cast<int>(found.size()) < limit && (!before || message.rowId < *before))
                found.push_back(message);
        }
        return found;
    }
    Result<QList<message::Attempt>> attempts(std::int64_t) override { return QList<message::Attempt>(); }
    Result<store::Counts> counts() override { return store::Counts{}; }
    Result<QList<store::KeyValue>> keyValues(const QByteArray &category, const QByteArray &key, int limit,
                                             const QByteArray &afterKey) override
    {
        if (m_data.error)
            return *m_data.error;
        QList<store::KeyValue> found;
        for (const store::KeyValue &row : m_data.keyValues) {
            const bool isWanted = row.category == category && (key.isEmpty() ? row.key > afterKey : row.key == key);
            if (isWanted && found.size() < limit)
                found.append(row);
        }
        return found;
    }
    void cancel() override { }

private:
    ReaderData &m_data;
};

} // namespace

bool RecordingInbox::tryPost(std::vector<engine::Inbound> &items)
{
    if (isFull)
        return false;
    post(items);
    return true;
}

void RecordingInbox::post(std::vector<engine::Inbound> &items)
{
    ++batches;
    for (engine::Inbound &item : items) {
        posted.push_back(std::move(item));
        if (onPost)
            onPost(engine::Inbound(posted.back()));
    }
    items.clear();
}

ApiFixture::ApiFixture()
    : m_gids(m_clock, systemRandom())
    , m_reads([this] { return std::make_unique<FakeReader>(data); })
    , api({.inbox = inbox,
           .reads = m_reads,
           .gids = m_gids,
           .clock = m_clock,
           .metrics = metrics,
           .health = [this] { return health; },
           .reply =
               [this](http::ReplyTo replyTo, const http::Response &response) {
                   replies.append({replyTo, response});
               },
           .soon =
               [this](std::function<void()> call) {
                   QMetaObject::invokeMethod(&api, std::move(call), Qt::QueuedConnection);
               },
           .ownEndpoint = [] { return std::pair(QHostAddress(QHostAddress::LocalHost), quint16(36789)); }})
{
    inbox.onPost = [this](const engine::Inbound &item) { answer(item); };
    QVERIFY(m_reads.open().ok());
}

http::ReplyTo ApiFixture::begin(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    const qsizetype mark = target.indexOf('?');
    http::Request request{.method = method, .path = target.first(mark < 0 ? target.size() : mark), .body = body};
    if (mark >= 0)
        request.query = target.mid(mark + 1);
    const http::ReplyTo replyTo{1, ++m_lastRequest};
    api.handle(std::move(request), replyTo);
    return replyTo;
}

http::Response ApiFixture::send(const QByteArray &method, const QByteArray &target, const QByteArray &body)
{
    const http::ReplyTo replyTo = begin(method, target, body);
    const auto isOurs = [&](const auto &reply) { return reply.first == replyTo; };
    const auto found = [&] { return std::find_if(replies.cbegin(), replies.cend(), isOurs); };
    if (!QTest::qWaitFor([&] { return found() != replies.cend(); }))
        return {.status = 0};
    return found()->second;
}

void ApiFixture::answer(const engine::Inbound &item)
{
    if (const auto *command = std::get_if<engine::Command>(&item))
        tell(command->asker);
    else if (const auto *change = std::get_if<engine::TopicChange>(&item))
        tell(change->asker);
    else
        std::get<engine::MakeDue>(item).done(madeDue);
}

void ApiFixture::tell(const engine::Asker &asker)
{
    if (const auto *replyTo = std::get_if<http::ReplyTo>(&asker))
        api.answer(*replyTo, outcome);
    else if (const auto *local = std::get_if<engine::LocalReply>(&asker))
        (*local)(outcome);
}

QJsonObject objectOf(const http::Response &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

} // namespace test
