// SPDX-License-Identifier: GPL-3.0-or-later
// Transfers that are to be struck, and those without a coordinator: what a session does for them.
#include "core/bank/naive.h"
#include "core/base/onthreadof.h"
#include "ui/session/faultdesk.h"
#include "ui/session/sessionprivate.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

core::Result<NaiveRepaired> repairAt(const DemoDatabases &databases)
{
    using core::bank::BankConnection;
    const auto receiver =
        BankConnection::open(databases.receiver, databases.password, BankConnection::Access::ReadWrite);
    if (!receiver.ok())
        return receiver.error();
    const auto sender = BankConnection::open(databases.sender, databases.password, BankConnection::Access::ReadOnly);
    if (!sender.ok())
        return sender.error();
    const core::Result<core::bank::NaiveRepair> repaired = core::bank::repairNaive(**receiver, **sender);
    if (!repaired.ok())
        return repaired.error();
    return NaiveRepaired{repaired->transfers, repaired->credited, repaired->takenBack};
}

} // namespace

NaiveBar Session::naiveBar() const
{
    if (d->isReadOnly() || transferConnection().safety == Connection::Safety::ReadOnly)
        return NaiveBar::ReadOnly;
    if (!d->demoDatabases().areOfThisComputer())
        return NaiveBar::NotOfThisComputer;
    const bool isDown = d->senderUrl.isEmpty() || d->faults->down().contains(FaultDesk::Part::BankA);
    return isDown ? NaiveBar::NotRunning : NaiveBar::None;
}

void Session::repairNaive(QObject *context, Then<NaiveRepaired> then, Consent consent)
{
    const ThenAccepted audited =
        d->activity.audited(ActivityVerb::RepairNaive, {}, {}, this, [](const std::optional<core::Error> &) {});
    const auto answer = core::onThreadOf(this,
                                         std::function<void(core::Result<NaiveRepaired>)>(
                                             [this, audited, guard = QPointer<QObject>(context),
                                              then = std::move(then)](core::Result<NaiveRepaired> repaired) {
                                                 audited(errorOf(repaired));
                                                 if (repaired.ok())
                                                     d->runs.noteRepair();
                                                 readBanks();
                                                 if (guard)
                                                     then(std::move(repaired));
                                             }));
    if (const core::Status may = d->mayTransfer(consent); !may.ok())
        return answer(may.error());
    if (naiveBar() != NaiveBar::None)
        return answer(core::Error::conflict(u"naive transfers are for the demo banks of this computer"_s));
    if (d->ledger.progress().running)
        return answer(core::Error::conflict(u"another run is being sent: wait for its end or cancel it"_s));
    d->banks.retirement().run([answer, databases = d->demoDatabases()] { answer(repairAt(databases)); });
}

std::optional<RunSummary> Session::lastRun(TransferMode mode) const
{
    return d->runs.lastOf(mode);
}

/// What was armed for a run that does not begin would strike nobody: each fault is for one of its gids.
core::Status Session::Private::armPreset(FaultPreset preset, const QList<QByteArray> &gids)
{
    for (const core::Fault &fault : presetFaults(preset, gids)) {
        if (const core::Status armed = faults->arm(fault); !armed.ok())
            return armed;
    }
    return core::Done{};
}

void Session::Private::noteRun()
{
    runs.note(ledger.progress(), q.totals());
}

} // namespace ui
