// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/reconciliation.h"

#include "core/http/url.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using core::message::Message;
using core::message::State;
using Agreement = ReconciledRow::Agreement;
using Found = ReconciledRow::Found;
using Kind = Offence::Kind;

const QByteArray senderBranch = "00";
const QByteArray senderOp = "msg";
const QByteArray branchOp = "action";
const QByteArray fence = "rollback";

/// What may and what must stand in the row of the sender's own transaction (PROTOCOL §5).
std::optional<Kind> wrongSender(State state, Found found)
{
    if (state == State::Failed)
        return found == Found::Applied ? std::optional(Kind::DebitOfFailed) : std::nullopt;
    if (state == State::Prepared)
        return std::nullopt;
    if (found == Found::Fenced)
        return Kind::DebitFenced;
    return found == Found::Absent ? std::optional(Kind::DebitRowMissing) : std::nullopt;
}

std::optional<Kind> wrongBranch(const Message &message, qsizetype branch, Found found)
{
    const bool isDone = std::size_t(branch) < message.branchDone.size() && message.branchDone[std::size_t(branch)];
    if (message.state == State::Failed)
        return found == Found::Applied ? std::optional(Kind::CreditOfFailed) : std::nullopt;
    if (message.state == State::Prepared)
        return found == Found::Applied ? std::optional(Kind::CreditOfPrepared) : std::nullopt;
    const bool mustBeThere = message.state == State::Succeed || isDone;
    return mustBeThere && found == Found::Absent ? std::optional(Kind::CreditRowMissing) : std::nullopt;
}

/// Whether the message says for certain what must be there.
bool isSettled(const Message &message)
{
    return message.finished();
}

Found foundAt(int bank, const RowIndex &rows, const ReconciledRow &row, const QByteArray &op)
{
    if (!rows.isRead(bank))
        return Found::NotRead;
    const QByteArray reason = rows.reasonOf(bank, row.gid, row.branchId, op);
    if (reason.isNull())
        return Found::Absent;
    return reason == fence ? Found::Fenced : Found::Applied;
}

/// Compares the messages with the rows, one line a branch.
class Reconciler final
{
public:
    Reconciler(const ProofMaterial &material, const RowIndex &rows) : m_rows(rows), m_places(material, rows) { }

    void add(const Message &message)
    {
        if (!message.content->queryPrepared.isEmpty())
            addSender(message);
        for (qsizetype branch = 0; branch < message.content->branches.size(); ++branch)
            addBranch(message, branch);
    }

    QList<ReconciledRow> lines;

private:
    ReconciledRow lineOf(const Message &message, const QByteArray &branchId, const QByteArray &url,
                         const QByteArray &op) const
    {
        ReconciledRow line{.gid = message.gid.bytes(), .state = message.state, .branchId = branchId};
        line.bank = m_places.bankOf(url);
        line.found = line.bank < 0 ? Found::NotRead : foundAt(line.bank, m_rows, line, op);
        return line;
    }

    void addSender(const Message &message)
    {
        ReconciledRow line = lineOf(message, senderBranch, message.content->queryPrepared, senderOp);
        judge(line, message, wrongSender(message.state, line.found));
    }

    void addBranch(const Message &message, qsizetype index)
    {
        const core::message::Branch &branch = message.content->branches.at(index);
        ReconciledRow line = lineOf(message, branch.id, branch.url, branchOp);
        judge(line, message, wrongBranch(message, index, line.found));
    }

    void judge(ReconciledRow &line, const Message &message, std::optional<Kind> wrong)
    {
        if (exemptionOf(message))
            line.agreement = Agreement::Exempt;
        else if (line.found == Found::NotRead)
            line.agreement = Agreement::NotKnown;
        else if (wrong)
            line.agreement = Agreement::Differs;
        else
            line.agreement = isSettled(message) ? Agreement::Agrees : Agreement::Open;
        if (line.agreement == Agreement::Differs)
            line.offence = Offence{.kind = *wrong, .gid = line.gid, .branchId = line.branchId, .bank = line.bank};
        lines.append(line);
    }

    const RowIndex &m_rows;
    BranchPlaces m_places;
};

} // namespace

// RowIndex

RowIndex::RowIndex(const ProofMaterial &material)
{
    for (std::size_t bank = 0; bank < material.banks.size(); ++bank) {
        const auto &evidence = material.banks[bank];
        m_isRead[bank] = evidence.ok() && evidence->rows.found.ok();
        if (!m_isRead[bank])
            continue;
        for (const core::bank::TimedBarrierRow &timed : evidence->rows.found->barrierRows)
            m_reasons[bank].insert(keyOf(timed.row.gid, timed.row.branchId, timed.row.op), timed.row.reason);
    }
}

QByteArray RowIndex::keyOf(const QByteArray &gid, const QByteArray &branchId, const QByteArray &op)
{
    return gid + ';' + branchId + ';' + op; // no gid holds a ';'
}

QByteArray RowIndex::reasonOf(int bank, const QByteArray &gid, const QByteArray &branchId, const QByteArray &op) const
{
    const auto &reasons = m_reasons.at(std::size_t(bank));
    const auto found = reasons.constFind(keyOf(gid, branchId, op));
    if (found == reasons.cend())
        return {};
    return found->isNull() ? QByteArray("") : *found;
}

// BranchPlaces

BranchPlaces::BranchPlaces(const ProofMaterial &material, const RowIndex &rows)
{
    for (int bank = 0; bank < int(material.urls.size()); ++bank) {
        if (const QByteArray origin = keysOf(material.urls[std::size_t(bank)]).origin; !origin.isEmpty())
            m_services.insert(origin, bank);
    }
    for (const Message &message : material.messages) {
        learn(message.content->queryPrepared, message.gid.bytes(), senderBranch, senderOp, rows);
        for (const core::message::Branch &branch : message.content->branches)
            learn(branch.url, message.gid.bytes(), branch.id, branchOp, rows);
    }
}

void BranchPlaces::learn(const QByteArray &url, const QByteArray &gid, const QByteArray &branchId, const QByteArray &op,
                         const RowIndex &rows)
{
    const Keys &keys = keysOf(url);
    if (keys.origin.isEmpty() || m_services.contains(keys.origin) || m_ofPath.contains(keys.path))
        return;
    for (const int bank : {ProofMaterial::sender, ProofMaterial::receiver}) {
        if (!rows.reasonOf(bank, gid, branchId, op).isNull())
            return note(keys, bank);
    }
}

void BranchPlaces::note(const Keys &keys, int bank)
{
    m_ofPath.insert(keys.path, bank);
    const int before = m_ofOrigin.value(keys.origin, bank);
    m_ofOrigin.insert(keys.origin, before == bank ? bank : ofBoth);
}

const BranchPlaces::Keys &BranchPlaces::keysOf(const QByteArray &url) const
{
    const auto known = m_keys.constFind(url);
    if (known != m_keys.cend())
        return *known;
    Keys keys;
    if (const core::Result<core::http::Url> parsed = core::http::Url::parse(url); !url.isEmpty() && parsed.ok())
        keys = {parsed->origin(), url.first(url.indexOf('?') < 0 ? url.size() : url.indexOf('?'))};
    return *m_keys.insert(url, keys);
}

int BranchPlaces::bankOf(const QByteArray &url) const
{
    const Keys &keys = keysOf(url);
    if (keys.origin.isEmpty())
        return notKnown;
    const int service = m_services.value(keys.origin, notKnown);
    if (service >= 0)
        return service;
    const int byOrigin = m_ofOrigin.value(keys.origin, notKnown);
    return m_ofPath.value(keys.path, byOrigin == ofBoth ? notKnown : byOrigin);
}

std::optional<ExemptMessage> exemptionOf(const Message &message)
{
    if (message.overridden)
        return ExemptMessage{message.gid.bytes(), ExemptMessage::Why::Overridden};
    const QByteArray &data = message.content->customData;
    const bool isResent =
        data.contains("resent_from") && QJsonDocument::fromJson(data).object().contains("resent_from"_L1);
    return isResent ? std::optional(ExemptMessage{message.gid.bytes(), ExemptMessage::Why::Resent}) : std::nullopt;
}

QList<ReconciledRow> reconcile(const ProofMaterial &material, const RowIndex &rows)
{
    Reconciler reconciler(material, rows);
    for (const Message &message : material.messages)
        reconciler.add(message);
    return reconciler.lines;
}

} // namespace ui
