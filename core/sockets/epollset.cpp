// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/epollset.h"

#include "core/sockets/epollstream.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace core::sockets {

namespace {

// What is left over is taken in the event loop's next turn.
constexpr int outgoingAtOnceMax = 256;
constexpr int incomingAtOnceMax = 64;
constexpr std::chrono::milliseconds incomingAtOnce{1}; ///< for each may bring many requests, and calls wait meanwhile
constexpr EpollSet::Id nobody = 0;

std::uint32_t placeOf(EpollSet::Id id)
{
    return static_cast<std::uint32_t>(id);
}

EpollSet::Id idOf(std::uint32_t place, std::uint32_t generation)
{
    return EpollSet::Id{generation} << 32 | place;
}

epoll_event eventOf(EpollSet::Id id, std::uint32_t events)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = id;
    return event;
}

} // namespace

EpollSet::EpollSet()
    : m_set(::epoll_create1(EPOLL_CLOEXEC))
    , m_outgoing(::epoll_create1(EPOLL_CLOEXEC))
    , m_notifier(m_set, QSocketNotifier::Read)
    , m_incomingAtOnce(incomingAtOnceMax)
    , m_secure(makeQtStreams())
{
    epoll_event event = eventOf(nobody, EPOLLIN);
    ::epoll_ctl(m_set, EPOLL_CTL_ADD, m_outgoing, &event);
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { dispatch(); });
}

EpollSet::~EpollSet()
{
    m_notifier.setEnabled(false);
    ::close(m_outgoing);
    ::close(m_set);
}

std::unique_ptr<Stream> EpollSet::accept(qintptr descriptor, StreamUser &user)
{
    prepareAccepted(static_cast<int>(descriptor));
    return std::make_unique<EpollStream>(*this, user, static_cast<int>(descriptor), EpollStream::Start::Connected);
}

Result<std::unique_ptr<Stream>> EpollSet::connect(const Peer &peer, const QSslConfiguration *tls, StreamUser &user)
{
    if (!peer.tlsName.isEmpty())
        return m_secure->connect(peer, tls, user);
    const Result<int> descriptor = openConnecting(peer);
    if (!descriptor.ok())
        return descriptor.error();
    return std::unique_ptr<Stream>(
        std::make_unique<EpollStream>(*this, user, *descriptor, EpollStream::Start::Connecting));
}

EpollSet::Id EpollSet::add(EpollStream &stream, int descriptor, Direction direction, std::uint32_t events)
{
    if (m_freePlaces.empty()) {
        m_freePlaces.push_back(static_cast<std::uint32_t>(m_places.size()));
        m_places.emplace_back();
    }
    const std::uint32_t place = m_freePlaces.back();
    m_freePlaces.pop_back();
    m_places[place].stream = &stream;
    m_places[place].set = direction == Direction::Out ? m_outgoing : m_set;
    const Id id = idOf(place, m_places[place].generation);
    epoll_event event = eventOf(id, events);
    ::epoll_ctl(m_places[place].set, EPOLL_CTL_ADD, descriptor, &event);
    return id;
}

void EpollSet::change(Id id, int descriptor, std::uint32_t events)
{
    epoll_event event = eventOf(id, events);
    ::epoll_ctl(m_places[placeOf(id)].set, EPOLL_CTL_MOD, descriptor, &event);
}

void EpollSet::remove(Id id, int descriptor)
{
    Place &place = m_places[placeOf(id)];
    ::epoll_ctl(place.set, EPOLL_CTL_DEL, descriptor, nullptr);
    place.stream = nullptr;
    ++place.generation; // events of the old member that were fetched already find nobody
    m_freePlaces.push_back(placeOf(id));
}

EpollStream *EpollSet::find(Id id) const
{
    const Place &place = m_places[placeOf(id)];
    return idOf(placeOf(id), place.generation) == id ? place.stream : nullptr;
}

void EpollSet::dispatch()
{
    m_isDispatching = true;
    tell(m_outgoing, outgoingAtOnceMax);
    tellIncoming();
    m_isDispatching = false;
    runCalls();
}

/// As many as take about a millisecond: under a flood of requests the answers to calls do not wait for long.
void EpollSet::tellIncoming()
{
    const auto began = std::chrono::steady_clock::now();
    tell(m_set, m_incomingAtOnce);
    if (std::chrono::steady_clock::now() - began > incomingAtOnce)
        m_incomingAtOnce = std::max(1, m_incomingAtOnce / 2);
    else
        m_incomingAtOnce = std::min(incomingAtOnceMax, m_incomingAtOnce + 1);
}

void EpollSet::tell(int set, int atOnceMax)
{
    std::array<epoll_event, outgoingAtOnceMax> events;
    const int count = ::epoll_wait(set, events.data(), atOnceMax, 0);
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        if (EpollStream *stream = find(event.data.u64))
            stream->happened(event.events);
    }
}

void EpollSet::afterEvents(std::function<void()> call)
{
    m_calls.push_back(std::move(call));
    if (!m_isDispatching && m_calls.size() == 1)
        QMetaObject::invokeMethod(
            &m_notifier, [this] { runCalls(); }, Qt::QueuedConnection);
}

void EpollSet::runCalls()
{
    for (const std::function<void()> &call : std::exchange(m_calls, {}))
        call();
}

} // namespace core::sockets
