// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankwatch.h"
#include "ui/session/proofmaterial.h"
#include "ui/session/proofprogress.h"
#include "ui/session/proofreport.h"

#include <QElapsedTimer>

#include <atomic>
#include <memory>

namespace ui {

/// Reads and judges what a proof is made from. Lives on a thread of its own, which a silent server may hold up for some
/// seconds.
class ProofReader final : public QObject
{
    Q_OBJECT
public:
    ProofReader(BankSource sender, BankSource receiver, const core::Clock &clock, QObject *parent = nullptr);

    /// Takes the messages and what is known of the pair, reads the receiver's bank and then the sender's. Tells the
    /// gids of rows whose messages have to be asked for, of which there are at most asksMax.
    void readBanks(std::shared_ptr<ui::ProofMaterial> material);
    /// Any thread: what reads a long journal ends soon, and nothing more is told.
    void giveUp() { m_isGivenUp = true; }
    /// Judges what readBanks() read, with what the store said of those gids.
    void judgeBanks(const QSet<QByteArray> &known, const QSet<QByteArray> &unknown);

    static constexpr qsizetype asksMax = 200;

signals:
    void progressed(const ui::ProofProgress &progress); ///< some times a second
    void banksRead(const QList<QByteArray> &gidsToAsk);
    void judged(const ui::ProofReport &report);

private:
    struct Source
    {
        BankSource where;
        std::optional<core::bank::EvidenceReader> reader = {};
    };

    core::Status open(Source &source);
    core::Status readJournal(int bank);
    core::Result<core::bank::BankEvidence> read(int bank, const core::Status &journal,
                                                const core::bank::EvidenceWanted &wanted);
    core::bank::ReadProgress teller(ProofProgress::What ofReceiver, int bank);
    void tell(const ProofProgress &progress);
    void readNaive();
    void forgetSums();

    const core::Clock &m_clock;
    std::array<Source, 2> m_sources;
    QSet<QByteArray> m_known; ///< to the store, from earlier checks
    std::shared_ptr<ProofMaterial> m_material;
    std::atomic<bool> m_isGivenUp = false;
    QElapsedTimer m_sinceTold;
    ProofProgress::What m_told = ProofProgress::What::Messages;
};

} // namespace ui
