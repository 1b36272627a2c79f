// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/proofdesk.h"

#include "ui/session/connections.h"
#include "ui/session/keptsums.h"
#include "ui/session/passworddesk.h"
#include "ui/session/retirement.h"
#include "ui/session/session.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr core::Millis between{3000};
constexpr core::Millis beforeConfirming{400};
constexpr int restPerWork = 3; ///< a check that takes long is made more seldom

} // namespace

ProofDesk::ProofDesk(Session &session, Store store, Retirement &retirement, KeptSums &sums, const core::Clock &clock,
                     QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_store(std::move(store))
    , m_retirement(retirement)
    , m_sums(sums)
    , m_clock(clock)
{
    qRegisterMetaType<ProofReport>();
    qRegisterMetaType<ProofProgress>();
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ProofDesk::begin);
    connect(&session, &Session::storeOpened, this, &ProofDesk::forget);
    connect(&session, &Session::banksChanged, this, &ProofDesk::takeBanks);
    connect(&session.passwords(), &PasswordDesk::passwordKnown, this, [this] {
        if (m_sender >= 0 && !m_reader)
            openReader();
    });
}

ProofDesk::~ProofDesk()
{
    stop();
}

void ProofDesk::stop()
{
    m_sender = -1;
    m_next.stop();
    closeReader();
}

void ProofDesk::closeReader()
{
    ++m_round;
    m_isChecking = false;
    m_progress.reset();
    m_again = false;
    m_material.reset();
    if (m_reader)
        m_reader->object()->giveUp();
    m_retirement.take(std::move(m_reader));
}

/// Another store knows other messages.
void ProofDesk::forget()
{
    m_next.stop();
    closeReader();
    m_seen.reset();
    m_report.reset();
    if (m_sender >= 0)
        openReader();
}

void ProofDesk::watch(int sender)
{
    if (std::exchange(m_sender, sender) == sender)
        return;
    m_next.stop();
    if (sender >= 0)
        openReader();
}

void ProofDesk::checkNow()
{
    if (m_sender < 0)
        return;
    if (!m_reader)
        return openReader();
    if (m_isChecking)
        m_again = true;
    else
        begin();
}

QString ProofDesk::Pair::ids() const
{
    QStringList parts;
    for (const Connection &connection : connections)
        parts << connection.id << connection.place.text();
    return parts.join(u'/');
}

std::optional<ProofDesk::Pair> ProofDesk::watchedPair() const
{
    const QList<BankInfo> banks = m_session.banks();
    const BankInfo from = banks.value(m_sender);
    const BankInfo to = banks.value(from.receiver);
    const Connection *sender = m_session.connections().find(from.connectionId);
    const Connection *receiver = from.receiver < 0 ? nullptr : m_session.connections().find(to.connectionId);
    if (!sender || !receiver)
        return {};
    return Pair{{from, to}, {*sender, *receiver}};
}

/// With all that does not have to be read.
std::shared_ptr<ProofMaterial> ProofDesk::materialOf(const Pair &pair) const
{
    auto material = std::make_shared<ProofMaterial>();
    for (std::size_t position = 0; position < pair.banks.size(); ++position) {
        material->names[position] = pair.banks[position].name;
        material->urls[position] = pair.banks[position].url.toLatin1();
        material->places[position] = pair.connections[position].place;
    }
    material->watched = m_session.totals(m_sender);
    return material;
}

bool ProofDesk::awaitsTotal() const
{
    return m_report && m_report->of(Invariant::TotalConstant).doubt == InvariantFinding::Doubt::NotYet;
}

/// A pair may be watched before the session knows its banks, or their total.
void ProofDesk::takeBanks()
{
    if (m_sender < 0)
        return;
    if (m_pairIds.isEmpty())
        openReader();
    else if (awaitsTotal() && m_session.totals(m_sender).known)
        begin();
}

/// The reader of a pair stays while its connections do, so that what was seen before counts.
void ProofDesk::openReader()
{
    const std::optional<Pair> pair = watchedPair();
    if (!pair) {
        m_pairIds.clear();
        return closeReader(); // they are no pair any more, or none yet
    }
    const QString ids = pair->ids();
    if (m_reader && ids == m_pairIds)
        return begin();
    closeReader();
    if (std::exchange(m_pairIds, ids) != ids) {
        m_report.reset();
        m_seen.reset();
    }
    m_passwords.fill(std::nullopt);
    m_lacksPasswordOf.clear();
    for (int position = 0; position < 2; ++position) {
        const Connection &one = pair->connections[std::size_t(position)];
        m_session.passwords().find(
            one, this, [this, position, id = one.id, round = m_round](const core::Result<QString> &password) {
                if (round == m_round)
                    takePassword(position, id, password);
            });
    }
}

void ProofDesk::takePassword(int position, const QString &connectionId, const core::Result<QString> &password)
{
    if (!password.ok()) {
        m_lacksPasswordOf = connectionId;
        return emit changed();
    }
    m_passwords[std::size_t(position)] = *password;
    if (m_passwords[0] && m_passwords[1] && !m_reader)
        makeReader();
}

void ProofDesk::makeReader()
{
    const std::optional<Pair> pair = watchedPair();
    if (!pair)
        return;
    m_reader = std::make_unique<OnThread<ProofReader>>(u"proof"_s, [&] {
        const auto &[sender, receiver] = pair->connections;
        return std::make_unique<ProofReader>(BankSource{sender.place, *m_passwords[0], m_sums.of(sender.place)},
                                             BankSource{receiver.place, *m_passwords[1], m_sums.of(receiver.place)},
                                             m_clock);
    });
    const ProofReader *reader = m_reader->object();
    connect(reader, &ProofReader::banksRead, this, [this, reader](const QList<QByteArray> &gids) {
        if (isCurrent(reader))
            askFor(gids);
    });
    connect(reader, &ProofReader::progressed, this, [this, reader](const ProofProgress &progress) {
        if (isCurrent(reader) && m_isChecking)
            takeProgress(progress);
    });
    connect(reader, &ProofReader::judged, this, [this, reader](const ProofReport &report) {
        if (isCurrent(reader))
            take(report);
    });
    begin();
}

void ProofDesk::begin()
{
    if (m_isChecking || m_sender < 0 || !m_reader)
        return;
    const std::optional<Pair> pair = watchedPair();
    if (!pair || pair->ids() != m_pairIds)
        return openReader(); // connections have changed since the last check
    m_next.stop();
    m_isChecking = true;
    m_progress = ProofProgress{};
    m_again = false;
    ++m_round;
    m_material = materialOf(*pair);
    emit changed();
    readMessages(std::nullopt);
}

void ProofDesk::readMessages(std::optional<std::int64_t> before)
{
    m_store.messages(before, this, [this, round = m_round](const core::Result<Messages> &messages) {
        if (round == m_round)
            takeMessages(messages);
    });
}

void ProofDesk::takeMessages(const core::Result<Messages> &messages)
{
    if (!messages.ok()) {
        m_material->messages.clear();
        m_material->storeProblem = messages.error().detail;
        return readBanks();
    }
    auto &all = m_material->messages;
    all.insert(all.end(), messages->begin(), messages->end());
    takeProgress({ProofProgress::What::Messages, {qint64(all.size()), messagesMax}});
    m_material->areAllMessages = messages->size() < messagesAtOnce;
    if (m_material->areAllMessages || all.size() >= messagesMax)
        return readBanks();
    readMessages(all.back().rowId);
}

void ProofDesk::takeProgress(const ProofProgress &progress)
{
    m_progress = progress;
    emit progressed();
}

void ProofDesk::readBanks()
{
    m_reader->post(
        [material = std::exchange(m_material, nullptr)](ProofReader &reader) { reader.readBanks(material); });
}

void ProofDesk::askFor(const QList<QByteArray> &gids)
{
    const auto judgeWith = [this](const QSet<QByteArray> &known, const QSet<QByteArray> &unknown) {
        m_reader->post([known, unknown](ProofReader &reader) { reader.judgeBanks(known, unknown); });
    };
    if (gids.isEmpty())
        return judgeWith({}, {});
    m_store.known(gids, this, [this, gids, judgeWith, round = m_round](const core::Result<QSet<QByteArray>> &known) {
        if (round != m_round || !m_reader)
            return;
        if (!known.ok())
            return judgeWith({}, {});
        judgeWith(*known, QSet<QByteArray>(gids.cbegin(), gids.cend()).subtract(*known));
    });
}

/// What is wrong is not told before the next check saw it too.
void ProofDesk::take(const ProofReport &found)
{
    m_isChecking = false;
    m_progress.reset();
    const bool isWrong = found.verdict() == Holds::False;
    const bool isFirst = !m_seen;
    if (!isWrong)
        m_report = found;
    else if (!isFirst)
        m_report = confirmed(*m_seen, found);
    const bool isSettled = !isWrong || (!isFirst && m_report->verdict() == Holds::False);
    m_seen = found;
    emit changed();
    if (m_sender < 0)
        return;
    if (!isSettled || m_again)
        return m_next.start(beforeConfirming);
    m_next.start(std::max(between, found.took * restPerWork));
}

} // namespace ui
