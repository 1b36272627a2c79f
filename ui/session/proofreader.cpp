// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/proofreader.h"

#include "ui/session/knowngids.h"
#include "ui/session/proofjudge.h"

namespace ui {
namespace {

constexpr qsizetype knownMax = 200'000;
constexpr int naiveBookingsMax = 20'000;
constexpr std::chrono::milliseconds toldEvery{50};

core::Result<QList<core::bank::NaiveBooking>> naiveBookingsOf(const BankSource &where)
{
    const auto bank =
        core::bank::BankConnection::open(where.url, where.password, core::bank::BankConnection::Access::ReadOnly);
    if (!bank.ok())
        return bank.error();
    return core::bank::readNaiveBookings(**bank, naiveBookingsMax);
}

} // namespace

ProofReader::ProofReader(BankSource sender, BankSource receiver, const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_sources{Source{std::move(sender)}, Source{std::move(receiver)}}
{ }

void ProofReader::readBanks(std::shared_ptr<ProofMaterial> material)
{
    m_material = std::move(material);
    const core::Status ofReceiver = readJournal(ProofMaterial::receiver);
    const core::Status ofSender = readJournal(ProofMaterial::sender);
    if (m_isGivenUp)
        return;
    core::bank::EvidenceWanted wanted;
    for (const core::message::Message &message : m_material->messages)
        wanted.gids.append(message.gid.bytes());
    auto &receiver = m_material->banks[ProofMaterial::receiver];
    receiver = read(ProofMaterial::receiver, ofReceiver, wanted); // before the sender's: the total would flicker
    if (receiver.ok() && receiver->rows.found.ok()) {
        const QSet<QByteArray> &credited = receiver->rows.found->gids;
        wanted.gids = QList<QByteArray>(credited.cbegin(), credited.cend());
    }
    m_material->banks[ProofMaterial::sender] = read(ProofMaterial::sender, ofSender, wanted);
    readNaive();
    m_material->known = m_known;
    emit banksRead(gidsToAsk(*m_material, asksMax));
}

core::Status ProofReader::open(Source &source)
{
    if (source.reader)
        return core::Done{};
    auto opened = core::bank::EvidenceReader::open(source.where.url, source.where.password, m_clock, source.where.sums);
    if (!opened.ok())
        return opened.error();
    source.reader.emplace(std::move(opened).value());
    return core::Done{};
}

/// What of it is old, so that little is left for the snapshots of both banks.
core::Status ProofReader::readJournal(int bank)
{
    Source &source = m_sources[std::size_t(bank)];
    if (const core::Status opened = open(source); !opened.ok())
        return opened;
    const core::bank::ReadProgress told = teller(ProofProgress::What::ReceiverBookings, bank);
    core::Status done = core::Done{};
    do
        done = source.reader->readJournal(told);
    while (!done.ok() && done.error().code == core::Error::Code::Ongoing && !m_isGivenUp);
    return done;
}

/// journal: a bank that did not answer then is not asked again in this round.
core::Result<core::bank::BankEvidence> ProofReader::read(int bank, const core::Status &journal,
                                                         const core::bank::EvidenceWanted &wanted)
{
    Source &source = m_sources[std::size_t(bank)];
    auto evidence = journal.ok() ? source.reader->read(wanted, teller(ProofProgress::What::ReceiverRows, bank))
                                 : core::Result<core::bank::BankEvidence>(journal.error());
    if (!evidence.ok() && source.reader) {
        source.reader->forgetSums(); // it may come back as another one
        source.reader.reset(); // opened anew next time
    }
    return evidence;
}

/// For the receiver's bank this is read, for the sender's what stands behind it.
core::bank::ReadProgress ProofReader::teller(ProofProgress::What ofReceiver, int bank)
{
    const auto what = bank == ProofMaterial::receiver ? ofReceiver : ProofProgress::What(int(ofReceiver) + 1);
    return [this, what](const core::bank::ReadShare &share) { tell({what, share}); };
}

void ProofReader::tell(const ProofProgress &progress)
{
    const bool isOther = std::exchange(m_told, progress.what) != progress.what;
    if (!isOther && m_sinceTold.isValid() && !m_sinceTold.hasExpired(toldEvery.count()))
        return;
    m_sinceTold.start();
    emit progressed(progress);
}

/// Only where a journal tells of any.
void ProofReader::readNaive()
{
    const auto &sender = m_material->banks[ProofMaterial::sender];
    if (!sender.ok() || !sender->totals.found.ok() || sender->totals.found->naiveDebits == 0)
        return;
    const auto credits = naiveBookingsOf(m_sources[ProofMaterial::receiver].where);
    const auto debits = naiveBookingsOf(m_sources[ProofMaterial::sender].where);
    if (credits.ok() && debits.ok())
        m_material->naive = core::bank::naiveTransfers(*credits, *debits);
}

void ProofReader::judgeBanks(const QSet<QByteArray> &known, const QSet<QByteArray> &unknown)
{
    if (m_known.size() > knownMax)
        m_known.clear();
    m_known.unite(known);
    m_material->known.unite(known);
    m_material->unknown = unknown;
    const ProofReport report = judge(*m_material);
    m_material.reset();
    if (report.of(Invariant::TotalConstant).holds == Holds::False)
        forgetSums();
    emit judged(report);
}

/// What looks wrong is told when the next check, which reads all bookings, finds it so, too.
void ProofReader::forgetSums()
{
    for (Source &source : m_sources) {
        if (source.reader)
            source.reader->forgetSums();
    }
}

} // namespace ui
