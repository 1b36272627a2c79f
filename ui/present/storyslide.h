// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/presentstory.h"
#include "ui/theme/textsize.h"

#include <QStringList>

namespace ui {

/// One side of the way that the money takes.
struct FlowAccount
{
    QString bank;
    QString user;
    QString balance; ///< "–" while it is not known
    QString change; ///< "− 30.00 debited"
    bool isDown = false; ///< the bank's program does not run
    friend bool operator==(const FlowAccount &, const FlowAccount &) = default;
};

/// Where the money is, as a picture shows it.
struct FlowPicture
{
    FlowAccount sender;
    FlowAccount receiver;
    QString amount;
    bool hasLeft = false; ///< debited
    bool hasArrived = false; ///< credited
    QString memory; ///< what the coordinator has written down
    bool isCoordinatorDown = false;
    QString again; ///< when it is tried again; empty: not waiting
    friend bool operator==(const FlowPicture &, const FlowPicture &) = default;

    bool isInFlight() const { return hasLeft && !hasArrived; }
    /// All that the picture shows, in sentences.
    QString description() const;
};

/// One part of the sum below.
struct SumTerm
{
    QString label;
    QString amount;
    bool isInFlight = false;
    friend bool operator==(const SumTerm &, const SumTerm &) = default;
};

/// One picture of a story with all its words, in the language of the moment. Without gids, URLs and states' names.
struct StorySlide
{
    QString title;
    QStringList steps;
    int stepsDone = 0;
    FlowPicture flow;
    QString headline;
    QString explanation;
    QList<SumTerm> terms; ///< whose sum is the total
    SumTerm total;
    QString verdict;
    theme::Tone tone = theme::Tone::Muted; ///< of the verdict
    friend bool operator==(const StorySlide &, const StorySlide &) = default;
};

// What both ends of a transfer are told with. Pure.
QString senderChange(bool hasLeft, const QString &amount); ///< "− 30.00 debited"
QString receiverChange(bool hasLeft, bool hasArrived, bool isOver, const QString &amount); ///< "+ 30.00 to come"

/// What the coordinator knows of a transfer.
enum class Memory { Nothing, MayPay, Owed, Settled, DidNotPay };
QString memoryWords(Memory memory, const QString &from, const QString &to, const QString &amount);

/// Of one transfer as it stands; balances and the sum are the caller's. Pure.
FlowPicture flowOf(const PresentStory &story);

} // namespace ui
