// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankgroup.h"
#include "ui/session/connections.h"

namespace ui {

/// All banks that there are connections to, in the order of the connections, each alone or as one of a pair. Follows
/// the connections; a group whose members did not change goes on undisturbed. UI thread.
class BankFloor final : public QObject
{
    Q_OBJECT
public:
    BankFloor(Connections &connections, PasswordDesk &passwords, const core::Clock &clock, QObject *parent = nullptr);

    /// Begins to follow the connections: not before the places of the demo banks are known.
    void open();
    void close();

    QList<BankInfo> banks() const;
    BankPage page(int bank) const;
    BankTotals totals(int bank) const;
    QList<TotalSample> history(int bank) const;

    /// The demo banks are read while somebody watches; besides, the one that is shown. −1: none is.
    void watchDemo(bool on);
    void show(int bank);
    void readNow(int bank);
    void showAccounts(int bank, int afterUser);
    void showUser(int bank, int userId);

    Retirement &retirement() { return m_retirement; }
    KeptSums &sums() { return m_sums; }

signals:
    void changed();

private:
    struct Seat
    {
        BankGroup *group = nullptr;
        int position = 0;
    };

    void rebuild();
    QList<QList<Connection>> wantedGroups() const;
    std::unique_ptr<BankGroup> takeGroup(const QList<Connection> &members);
    Seat seat(int bank) const;
    void applyWatching();

    Connections &m_connections;
    PasswordDesk &m_passwords;
    const core::Clock &m_clock;
    Retirement m_retirement; ///< outlives the groups
    KeptSums m_sums; ///< outlives them, too
    std::vector<std::unique_ptr<BankGroup>> m_groups;
    QList<Seat> m_seats; ///< in the order of banks()
    bool m_isOpen = false;
    bool m_watchesDemo = false;
    QString m_shownId;
};

} // namespace ui
