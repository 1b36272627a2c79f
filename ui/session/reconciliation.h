// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofmaterial.h"
#include "ui/session/proofreport.h"

#include <QHash>

namespace ui {

/// The barrier rows of both banks by message and branch.
class RowIndex final
{
public:
    explicit RowIndex(const ProofMaterial &material);

    bool isRead(int bank) const { return m_isRead.at(std::size_t(bank)); }
    /// The reason of the row of this branch at this bank; null: there is none. op: "msg" or "action".
    QByteArray reasonOf(int bank, const QByteArray &gid, const QByteArray &branchId, const QByteArray &op) const;

private:
    static QByteArray keyOf(const QByteArray &gid, const QByteArray &branchId, const QByteArray &op);

    std::array<bool, 2> m_isRead{};
    std::array<QHash<QByteArray, QByteArray>, 2> m_reasons;
};

/// At which bank a service keeps its rows: by the address of the bank's own service, else where rows of its branches
/// were found. One address may stand before both banks: then it is the path that tells.
class BranchPlaces final
{
public:
    BranchPlaces(const ProofMaterial &material, const RowIndex &rows);

    /// −1: not known.
    int bankOf(const QByteArray &url) const;

private:
    static constexpr int notKnown = -1;
    static constexpr int ofBoth = -2;

    struct Keys
    {
        QByteArray origin; ///< empty: it is no URL
        QByteArray path; ///< with the origin
    };
    const Keys &keysOf(const QByteArray &url) const;
    void learn(const QByteArray &url, const QByteArray &gid, const QByteArray &branchId, const QByteArray &op,
               const RowIndex &rows);
    void note(const Keys &keys, int bank);

    QHash<QByteArray, int> m_services; ///< the banks' own, by origin
    QHash<QByteArray, int> m_ofPath;
    QHash<QByteArray, int> m_ofOrigin;
    mutable QHash<QByteArray, Keys> m_keys; ///< by URL: many messages have the same
};

/// Why a message is left out of the checks; nothing: it is not.
std::optional<ExemptMessage> exemptionOf(const core::message::Message &message);

/// Each message × branch × bank: what the message says beside the barrier rows. In the order of the messages. Pure.
QList<ReconciledRow> reconcile(const ProofMaterial &material, const RowIndex &rows);

} // namespace ui
