// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankwatch.h"
#include "ui/session/keptsums.h"
#include "ui/session/passworddesk.h"
#include "ui/session/retirement.h"

#include <array>

namespace ui {

/// A bank that is looked at alone, or a closed pair, with a reading thread of its own: a silent server holds up no
/// other bank, and never the screen. UI thread.
class BankGroup final : public QObject
{
    Q_OBJECT
public:
    /// One member, or the sender and then the receiver.
    BankGroup(QList<Connection> members, PasswordDesk &passwords, const core::Clock &clock, Retirement &retirement,
              KeptSums &sums, QObject *parent = nullptr);
    ~BankGroup() override;

    const QList<Connection> &members() const { return m_members; }
    void setWatching(bool on);
    void readNow();
    void showAccounts(int position, int afterUser);
    void showUser(int position, int userId);
    BankPage page(int position) const;
    const BankBook &book() const { return m_book; }

signals:
    void changed();

private:
    void findPasswords();
    void takePassword(int position, const core::Result<QString> &password);
    void open();
    void take(const PairReading &reading);
    void noteSilence();

    const QList<Connection> m_members;
    PasswordDesk &m_passwords;
    const core::Clock &m_clock;
    Retirement &m_retirement;
    KeptSums &m_sums;
    std::array<std::optional<QString>, 2> m_found; ///< the members' passwords
    bool m_watching = false;
    std::unique_ptr<OnThread<BankWatch>> m_watch; ///< none before all passwords are known
    BankBook m_book;
    std::optional<core::TimePoint> m_readingSince;
    QTimer m_silence;
};

} // namespace ui
