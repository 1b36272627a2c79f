// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/bankfloor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// What a group reads by; a new label or colour is no reason to read anew.
bool readsTheSame(const QList<Connection> &a, const QList<Connection> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Connection &left, const Connection &right) {
        return left.id == right.id && left.place == right.place;
    });
}

} // namespace

BankFloor::BankFloor(Connections &connections, PasswordDesk &passwords, const core::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_passwords(passwords)
    , m_clock(clock)
{
    qRegisterMetaType<PairReading>();
}

void BankFloor::open()
{
    m_isOpen = true;
    connect(&m_connections, &Connections::changed, this, &BankFloor::rebuild);
    rebuild();
}

void BankFloor::close()
{
    m_isOpen = false;
    m_connections.disconnect(this);
    m_seats.clear();
    m_groups.clear();
}

QList<QList<Connection>> BankFloor::wantedGroups() const
{
    const QList<Connection> banks = m_connections.banks();
    QStringList receivers;
    for (const Connection &bank : banks)
        receivers << bank.peerId;
    QList<QList<Connection>> wanted;
    for (const Connection &bank : banks) {
        if (receivers.contains(bank.id))
            continue; // with its sender
        const Connection *peer = bank.peerId.isEmpty() ? nullptr : m_connections.find(bank.peerId);
        wanted.append(peer ? QList<Connection>{bank, *peer} : QList<Connection>{bank});
    }
    return wanted;
}

std::unique_ptr<BankGroup> BankFloor::takeGroup(const QList<Connection> &members)
{
    for (std::unique_ptr<BankGroup> &group : m_groups) {
        if (group && readsTheSame(group->members(), members))
            return std::move(group);
    }
    auto group = std::make_unique<BankGroup>(members, m_passwords, m_clock, m_retirement, m_sums);
    connect(group.get(), &BankGroup::changed, this, &BankFloor::changed);
    return group;
}

void BankFloor::rebuild()
{
    std::vector<std::unique_ptr<BankGroup>> groups;
    QHash<QString, Seat> seats;
    for (const QList<Connection> &members : wantedGroups()) {
        groups.push_back(takeGroup(members));
        for (int position = 0; position < members.size(); ++position)
            seats.insert(members.at(position).id, {groups.back().get(), position});
    }
    m_groups = std::move(groups);
    m_seats.clear();
    for (const Connection &bank : m_connections.banks())
        m_seats.append(seats.value(bank.id));
    applyWatching();
    emit changed();
}

QList<BankInfo> BankFloor::banks() const
{
    QList<BankInfo> infos;
    if (!m_isOpen)
        return infos;
    const QList<Connection> banks = m_connections.banks();
    const auto indexOf = [&banks](const QString &id) {
        const auto found =
            std::find_if(banks.begin(), banks.end(), [&](const Connection &one) { return one.id == id; });
        return int(found - banks.begin());
    };
    for (qsizetype i = 0; i < banks.size(); ++i) {
        const Connection &bank = banks.at(i);
        const QString kind = bank.isMySql() ? u"MySQL"_s : u"SQLite"_s;
        const QList<Connection> &members = m_seats.at(i).group->members();
        infos.append({Connections::labelOf(bank),
                      kind + u" · "_s + placeText(bank.place),
                      {},
                      bank.id,
                      bank.safety,
                      members.first().id == bank.id,
                      indexOf(members.first().id),
                      members.size() > 1 ? indexOf(members.last().id) : -1});
    }
    return infos;
}

BankFloor::Seat BankFloor::seat(int bank) const
{
    return m_seats.value(bank);
}

BankPage BankFloor::page(int bank) const
{
    const Seat place = seat(bank);
    return place.group ? place.group->page(place.position) : BankPage();
}

BankTotals BankFloor::totals(int bank) const
{
    const Seat place = seat(bank);
    return place.group ? place.group->book().totals() : BankTotals();
}

QList<TotalSample> BankFloor::history(int bank) const
{
    const Seat place = seat(bank);
    return place.group ? place.group->book().history() : QList<TotalSample>();
}

void BankFloor::watchDemo(bool on)
{
    m_watchesDemo = on;
    applyWatching();
}

void BankFloor::show(int bank)
{
    m_shownId = m_connections.banks().value(bank).id;
    applyWatching();
}

void BankFloor::applyWatching()
{
    for (const std::unique_ptr<BankGroup> &group : m_groups) {
        const QList<Connection> &members = group->members();
        const bool isShown = std::any_of(members.begin(), members.end(),
                                         [this](const Connection &member) { return member.id == m_shownId; });
        group->setWatching(isShown || (members.first().builtIn && m_watchesDemo));
    }
}

void BankFloor::readNow(int bank)
{
    if (BankGroup *group = seat(bank).group)
        group->readNow();
}

void BankFloor::showUser(int bank, int userId)
{
    const Seat place = seat(bank);
    if (place.group)
        place.group->showUser(place.position, userId);
}

void BankFloor::showAccounts(int bank, int afterUser)
{
    const Seat place = seat(bank);
    if (place.group)
        place.group->showAccounts(place.position, afterUser);
}

} // namespace ui
