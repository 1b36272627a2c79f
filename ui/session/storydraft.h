// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/faults/scenario.h"
#include "ui/session/transfertypes.h"

#include <QHash>
#include <QSet>

namespace ui {

/// Something that an operator did, or that came of it, since a recording began.
struct RecordedAct
{
    enum class Kind {
        Sent, ///< transfers, by an order
        Armed, ///< the faults that are armed are others now
        Died, ///< a part ended by an armed crash
        Back, ///< it runs again
        Untold, ///< what a scenario has no words for
    };

    Kind kind = Kind::Sent;
    core::Millis at{0}; ///< since the recording began
    TransferOrder order = {}; ///< of Sent
    QByteArrayList labels = {}; ///< of Sent: of its transfers
    QByteArrayList ended = {}; ///< labels of transfers that were seen finished before this
    QList<core::Fault> faults = {}; ///< of Armed, Died and Back: all that are armed from here on
    core::faults::Part part = core::faults::Part::Coordinator; ///< of Died and Back
    QString text = {}; ///< of Untold
    QByteArray struck = {}; ///< of Died: the gid of the message that came by
};

/// A fault struck while it was recorded.
struct RecordedStrike
{
    QByteArray point;
    core::FaultMode mode = core::FaultMode::Fail;
    QByteArray gid;
    bool amongSeveral = false; ///< more than one transfer was under way
};

/// What was recorded, and how it was before and after.
struct StoryDraft
{
    QList<RecordedAct> acts;
    QList<core::faults::ScenarioAccount> opening; ///< balances at the beginning; users that are missing had 10,000.00
    QHash<QByteArray, core::message::State> states; ///< of the transfers by label, as they were seen last
    QSet<QByteArray> unborn = {}; ///< labels of those that broke off before the coordinator heard of them
    QHash<QByteArray, QByteArray> labels = {}; ///< of the transfers, by gid
    QList<RecordedStrike> strikes = {};

    int transfers() const;
    /// Transfers that are not seen finished: a story of them would not end.
    int unfinished() const;
    bool isOver(const QByteArray &label) const; ///< finished, or unborn
};

/// The draft as a scenario that does the same on programs of its own, waits for what was seen, and expects what came of
/// it. Captions in both languages, to be rewritten. Pure.
core::faults::Scenario scenarioOf(const StoryDraft &draft, const QString &name);
/// What stands above it in a file: what the scenario has no words for.
QByteArrayList remarksOn(const StoryDraft &draft);

} // namespace ui
