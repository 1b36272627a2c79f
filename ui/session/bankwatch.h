// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/bankreader.h"
#include "ui/session/bankbook.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace ui {

/// A bank to read, and how to get in.
struct BankSource
{
    core::bank::DatabaseUrl url;
    QString password;
    std::shared_ptr<core::bank::JournalSums> sums = {}; ///< shared with its other readers; none: of its own
};

/// Reads one bank or both of a pair twice a second over connections of its own while it is watching. Lives on a thread
/// of its own, which a silent server may hold up for some seconds. A bank that cannot be read is opened anew at the
/// next reading.
class BankWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr int barrierRowsMax = 200;
    static constexpr int messagesMax = 100; ///< of one user

    BankWatch(BankSource sender, std::optional<BankSource> receiver, const core::Clock &clock,
              QObject *parent = nullptr);

    /// Switched on, it reads at once.
    void setWatching(bool on);
    void readNow() { readAll(); }
    /// Reads the page of accounts behind this user from now on. bank: 0 the sender, 1 the receiver.
    void showAccounts(int bank, int afterUser);
    /// Reads the barrier rows of this user's messages at both banks from now on; 0: the newest of everybody.
    void showUser(int bank, int userId);

signals:
    void readingBegan();
    void readingCame(const ui::PairReading &reading);

private:
    struct Source
    {
        BankSource where;
        int bank = 0;
        int afterUser = 0;
        std::optional<core::bank::BankReader> reader = {};
    };

    void readAll();
    PairReading readPair();
    core::Status open(Source &source);
    void findGids();
    BankReading read(Source &source);
    core::Result<BankReading> readOpened(Source &source);
    core::Result<QList<core::bank::WrittenBarrierRow>> readBarrierRows(core::bank::BankReader &reader);

    const core::Clock &m_clock;
    Source m_sender;
    std::optional<Source> m_receiver;
    QTimer m_timer;
    std::optional<core::Money> m_total; ///< of a pair, as the last reading has it
    int m_userBank = 0; ///< 0 the sender, 1 the receiver
    int m_user = 0; ///< 0: everybody
    QList<QByteArray> m_gids; ///< of the user's latest messages, as of this reading
};

} // namespace ui
