// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/proofsql.h"

#include "core/bank/bankqueries.h"
#include "ui/session/readstatements.h"

namespace ui {
namespace {

using core::bank::BankSql;

constexpr qsizetype gidsNamed = 3;
constexpr int belowZeroNamed = 20;
constexpr int repeatedNamed = 100;

QList<QByteArray> gidsOf(const ProofMaterial &material, const InvariantFinding &finding)
{
    QList<QByteArray> gids;
    const auto add = [&gids](const QByteArray &gid) {
        if (gids.size() < gidsNamed && !gid.isEmpty() && !gids.contains(gid))
            gids.append(gid);
    };
    for (const Offence &offence : finding.offences)
        add(offence.gid);
    for (std::size_t i = 0; i < material.messages.size() && gids.size() < gidsNamed; ++i)
        add(material.messages[i].gid.bytes());
    return gids;
}

QString rowsSql(const BankSql &sql, const QList<QByteArray> &gids)
{
    return withValues(core::bank::messageRowsQuery(sql, gids.size()), literalsOf(gids));
}

QString bookingsSql(const QList<QByteArray> &gids)
{
    return withValues(core::bank::bookingsQuery(gids.size()), literalsOf(gids));
}

/// Of one bank.
QStringList statementsOf(const BankSql &sql, const InvariantFinding &finding, const QList<QByteArray> &gids)
{
    const core::bank::EvidenceWanted wanted;
    switch (finding.invariant) {
    case Invariant::TotalConstant:
        return {core::bank::totalsQuery(sql)};
    case Invariant::NoNegativeBalance:
        return {finding.offences.isEmpty() ? core::bank::lowestBalanceQuery(sql)
                                           : core::bank::belowZeroQuery(sql, belowZeroNamed)};
    case Invariant::NothingTwice:
        return {core::bank::repeatedBookingsQuery(wanted.bookingsMax, repeatedNamed)};
    case Invariant::SucceedHasRows:
    case Invariant::FailedHasNone:
        return gids.isEmpty() ? QStringList() : QStringList{rowsSql(sql, gids)};
    case Invariant::NoOrphanRow:
        return QStringList{core::bank::newestGidsQuery(sql.barrier, wanted.newestRows)}
        + (finding.offences.isEmpty() ? QStringList() : QStringList{rowsSql(sql, gids)});
    case Invariant::BookingsGuarded:
        return gids.isEmpty() ? QStringList() : QStringList{bookingsSql(gids), rowsSql(sql, gids)};
    case Invariant::CreditsHaveDebits:
        return gids.isEmpty() ? QStringList() : QStringList{bookingsSql(gids)};
    }
    return {};
}

} // namespace

QList<ProofSql> proofSql(const ProofMaterial &material, const InvariantFinding &finding)
{
    const QList<QByteArray> gids = gidsOf(material, finding);
    QList<ProofSql> statements;
    for (const int bank : {ProofMaterial::receiver, ProofMaterial::sender}) {
        const BankSql sql = core::bank::bankSql(material.places.at(std::size_t(bank)));
        for (const QString &statement : statementsOf(sql, finding, gids))
            statements.append({bank, statement});
    }
    return statements;
}

} // namespace ui
