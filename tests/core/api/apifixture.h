// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/api.h"

#include <QJsonObject>

namespace test {

/// What the reader of an ApiFixture finds. Set before the request; the last filter and limit are kept.
struct ReaderData
{
    std::vector<core::message::Message> messages; ///< newest first
    QList<core::store::KeyValue> keyValues; ///< in the order of their keys
    std::optional<core::Error> error;
    core::store::Filter lastFilter;
    std::vector<int> limits;
};

/// The loop in its place: keeps what is posted and answers it as the test says.
class RecordingInbox final : public core::engine::Inbox
{
public:
    bool tryPost(std::vector<core::engine::Inbound> &items) override;
    void post(std::vector<core::engine::Inbound> &items) override;

    std::vector<core::engine::Inbound> posted;
    int batches = 0;
    bool isFull = false;
    std::function<void(const core::engine::Inbound &)> onPost;
};

/// An Api with everything around it faked: requests go in, answers come out.
class ApiFixture final
{
public:
    ApiFixture();

    /// Sends a request, waits for its answer (at most 5 s; status 0 then).
    core::http::Response get(const QByteArray &target) { return send("GET", target); }
    core::http::Response post(const QByteArray &target, const QByteArray &body) { return send("POST", target, body); }
    core::http::Response send(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});
    /// Sends a request and does not wait.
    core::http::ReplyTo begin(const QByteArray &method, const QByteArray &target, const QByteArray &body = {});

    template<typename T> const T &lastPosted() const { return std::get<T>(inbox.posted.back()); }
    /// The event of the last command.
    template<typename Event> const Event &lastEvent() const
    {
        return std::get<Event>(lastPosted<core::engine::Command>().event);
    }

    RecordingInbox inbox;
    std::optional<core::Error> outcome; ///< what commands and topic changes are answered with
    core::Result<core::engine::MadeDue> madeDue = core::engine::MadeDue{};
    ReaderData data;
    core::engine::Health health{.state = core::engine::Health::State::Running};
    core::engine::Metrics metrics;
    QList<std::pair<core::http::ReplyTo, core::http::Response>> replies;

private:
    void answer(const core::engine::Inbound &item);
    void tell(const core::engine::Asker &asker);

    core::SystemClock m_clock;
    core::GidSource m_gids;
    core::store::ReadThread m_reads;
    std::uint64_t m_lastRequest = 0;

public:
    core::api::Api api; ///< last: it uses all the others
};

/// The body as a JSON object; empty when it is none.
QJsonObject objectOf(const core::http::Response &response);

} // namespace test
