// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/epollset.h"

#include "core/sockets/epollstream.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>

namespace core::sockets {

namespace {

constexpr std::size_t eventsAtOnceMax = 256; ///< what is left over is taken in the event loop's next turn

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
    , m_notifier(m_set, QSocketNotifier::Read)
    , m_secure(makeQtStreams())
{
    QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { dispatch(); });
}

EpollSet::~EpollSet()
{
    m_notifier.setEnabled(false);
    ::close(m_set);
}

std::unique_ptr<Stream> EpollSet::accept(qintptr descriptor, StreamUser &user)
{
    prepareAccepted(static_cast<int>(descriptor));
    return std::make_unique<EpollStream>(*this, user, static_cast<int>(descriptor), EpollStream::Start::Connected);
}

Result<std::unique_ptr<Stream>> EpollSet::connect(const Peer &peer, const QSslConfiguration &tls, StreamUser &user)
{
    if (!peer.tlsName.isEmpty())
        return m_secure->connect(peer, tls, user);
    const Result<int> descriptor = openConnecting(peer);
    if (!descriptor.ok())
        return descriptor.error();
    return std::unique_ptr<Stream>(
        std::make_unique<EpollStream>(*this, user, *descriptor, EpollStream::Start::Connecting));
}

EpollSet::Id EpollSet::add(EpollStream &stream, int descriptor, std::uint32_t events)
{
    if (m_freePlaces.empty()) {
        m_freePlaces.push_back(static_cast<std::uint32_t>(m_places.size()));
        m_places.emplace_back();
    }
    const std::uint32_t place = m_freePlaces.back();
    m_freePlaces.pop_back();
    m_places[place].stream = &stream;
    const Id id = idOf(place, m_places[place].generation);
    epoll_event event = eventOf(id, events);
    ::epoll_ctl(m_set, EPOLL_CTL_ADD, descriptor, &event);
    return id;
}

void EpollSet::change(Id id, int descriptor, std::uint32_t events)
{
    epoll_event event = eventOf(id, events);
    ::epoll_ctl(m_set, EPOLL_CTL_MOD, descriptor, &event);
}

void EpollSet::remove(Id id, int descriptor)
{
    ::epoll_ctl(m_set, EPOLL_CTL_DEL, descriptor, nullptr);
    Place &place = m_places[placeOf(id)];
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
    std::array<epoll_event, eventsAtOnceMax> events;
    const int count = ::epoll_wait(m_set, events.data(), static_cast<int>(events.size()), 0);
    m_isDispatching = true;
    for (int i = 0; i < count; ++i) {
        const epoll_event &event = events[static_cast<std::size_t>(i)];
        if (EpollStream *stream = find(event.data.u64))
            stream->happened(event.events);
    }
    m_isDispatching = false;
    runCalls();
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
