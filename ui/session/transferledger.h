// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/session/transfertypes.h"

#include <QHash>
#include <QList>
#include <QMetaType>

namespace ui {

/// What came of asking the bank for one transfer of a run.
struct TransferNews
{
    enum class Kind {
        Requested, ///< on its way to the bank
        Accepted, ///< the bank has committed its debit
        Refused, ///< the bank rolled back; nothing moved
        NotStarted, ///< the bank or the coordinator could not be reached; nothing was debited
        Unknown, ///< no clear answer: the coordinator asks back
    };
    int index = 0; ///< in its run, from 0
    Kind kind = Kind::Requested;
    QString detail; ///< the bank's own words; empty for Requested and Accepted
};

/// What is known of one run of transfers: what was sent, what the bank said, what was seen of the messages. A value
/// without clock, network or signals. What was seen of a message always outweighs what the bank said of it.
class TransferLedger final
{
public:
    /// A new run: the transfer at index i has the gid gids[i]. What was known of an earlier run is forgotten.
    void begin(const TransferOrder &order, const QList<QByteArray> &gids);
    void note(const QList<TransferNews> &news);
    /// Takes over what is news of this run's messages; true when there was any.
    bool apply(const QList<core::store::Summary> &changed);
    /// No further ones are sent. cancelled: since somebody wished so.
    void endSending(bool cancelled);

    TransferProgress progress() const;
    QList<QByteArray> gids() const; ///< of all, in the order of sending
    /// Of those that were requested, the last one first.
    QList<TransferOutcome> outcomes() const;
    bool hasUnobserved() const;

private:
    enum class BankAnswer { None, Accepted, Refused, NotStarted, Unknown };
    struct Entry
    {
        TransferOutcome outcome;
        BankAnswer answer = BankAnswer::None;
        bool requested = false;
        bool seen = false; ///< in a store, whatever its state
        bool finished = false; ///< seen finished
    };

    void noteOne(const TransferNews &news);
    static bool movedNothing(const Entry &entry);
    static void observe(Entry &entry, const core::store::Summary &seen);
    static void endNaive(Entry &entry, core::message::State state);
    static void count(const Entry &entry, TransferProgress &progress);

    QList<Entry> m_entries;
    QHash<QByteArray, int> m_indexOf;
    bool m_sending = false;
    bool m_cancelled = false;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::TransferNews)
