// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/onthread.h"
#include "ui/session/proofreader.h"

#include <QTimer>

#include <functional>
#include <optional>

namespace ui {

class KeptSums;
class Retirement;
class Session;

/// Checks a closed pair of banks against the engine's messages, again and again while somebody looks, each time with
/// a bounded number of them. UI thread; all reading happens elsewhere.
class ProofDesk final : public QObject
{
    Q_OBJECT
public:
    static constexpr int messagesMax = 5000; ///< the newest; older ones are not looked at
    static constexpr int messagesAtOnce = 500; ///< so that other queries get their turn

    using Messages = std::vector<core::message::Message>;
    /// How the engine's store is asked. Answers come on the UI thread, and not once the context is gone.
    struct Store
    {
        std::function<void(std::optional<std::int64_t> before, QObject *context,
                           std::function<void(core::Result<Messages>)> then)>
            messages; ///< messagesAtOnce of them, the newest first
        std::function<void(const QList<QByteArray> &gids, QObject *context,
                           std::function<void(core::Result<QSet<QByteArray>>)> then)>
            known; ///< which of these it has
    };

    ProofDesk(Session &session, Store store, Retirement &retirement, KeptSums &sums, const core::Clock &clock,
              QObject *parent = nullptr);
    ~ProofDesk() override;

    /// Checks the pair of this sending bank from now on; −1: none. The report of another pair is forgotten.
    void watch(int sender);
    int watched() const { return m_sender; }
    /// Checks once more as soon as the check that runs has ended.
    void checkNow();
    /// Ends what runs; nothing is checked afterwards.
    void stop();

    /// Of the pair that was watched last; none before its first check.
    const std::optional<ProofReport> &report() const { return m_report; }
    bool isChecking() const { return m_isChecking; }
    /// What the check that runs is reading; nothing: none runs.
    const std::optional<ProofProgress> &progress() const { return m_progress; }
    /// The connection whose password is missing, so that nothing can be checked; empty: none is.
    QString lacksPasswordOf() const { return m_lacksPasswordOf; }

signals:
    void changed();
    void progressed(); ///< progress() tells something else, while a check runs

private:
    /// A pair as the session has it at the moment.
    struct Pair
    {
        std::array<BankInfo, 2> banks; ///< as in ProofMaterial: the sender's, the receiver's
        std::array<Connection, 2> connections;
        QString ids() const; ///< of what is read: another place is another pair
    };
    std::optional<Pair> watchedPair() const;
    std::shared_ptr<ProofMaterial> materialOf(const Pair &pair) const;
    bool awaitsTotal() const;
    void takeBanks();
    void openReader();
    void forget();
    void takePassword(int position, const QString &connectionId, const core::Result<QString> &password);
    void makeReader();
    void begin();
    void readMessages(std::optional<std::int64_t> before);
    void takeMessages(const core::Result<Messages> &messages);
    void readBanks();
    void takeProgress(const ProofProgress &progress);
    void askFor(const QList<QByteArray> &gids);
    void take(const ProofReport &found);
    bool isCurrent(const ProofReader *reader) const { return m_reader && m_reader->object() == reader; }
    void closeReader();

    Session &m_session;
    Store m_store;
    Retirement &m_retirement;
    KeptSums &m_sums;
    const core::Clock &m_clock;
    QTimer m_next;
    int m_sender = -1; ///< may change while a check runs, which goes on with its own pair
    QString m_pairIds; ///< of the connections that the reader was opened for; empty: there was no such pair yet
    std::array<std::optional<QString>, 2> m_passwords;
    std::unique_ptr<OnThread<ProofReader>> m_reader;
    std::shared_ptr<ProofMaterial> m_material; ///< while messages are read
    int m_round = 0; ///< answers of an earlier one are dropped
    bool m_isChecking = false;
    std::optional<ProofProgress> m_progress;
    bool m_again = false;
    QString m_lacksPasswordOf;
    std::optional<ProofReport> m_seen; ///< as it was found, by the check before
    std::optional<ProofReport> m_report; ///< with what two checks found wrong
};

} // namespace ui
