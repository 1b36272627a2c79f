// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/store/messagereader.h"
#include "ui/session/payloadfields.h"

#include <QStringList>

#include <optional>

namespace ui {

/// One transfer as it is told to people who know neither gids nor states.
struct PresentStory
{
    /// How far it is, as the steps of the bar count: so many are behind it.
    enum class Stage {
        Promised = 1, ///< the coordinator knows of it, whether the debit is done it does not
        Debited = 2, ///< the sender said so; the credit is on its way
        Settled = 5,
        TakenBack = 0, ///< nothing was debited, nothing will be credited
    };

    Stage stage = Stage::Promised;
    bool isWaiting = false; ///< bank B did not take it so far
    std::optional<core::TimePoint> againAt; ///< when it is tried again, while it waits
    QString from; ///< the user's number; empty where the payload does not tell
    QString to;
    std::optional<core::Money> amount;

    int fromUser() const { return from.toInt(); } ///< 0: none that is known
    int toUser() const { return to.toInt(); }
};

/// Of a message's row, whose payload is read by these names; what it does not tell stays empty. Pure.
PresentStory storyOf(const core::store::Summary &message, const QList<PayloadFields> &pairs = {});

// The words, in the language of the moment. Pure.
QString storyTitle(const PresentStory &story); ///< "30.00 from user 1 to user 2"
QString storyHeadline(const PresentStory &story); ///< "Bank B did not answer. Nothing is lost."
QString storyExplanation(const PresentStory &story);
QStringList storySteps();

} // namespace ui
