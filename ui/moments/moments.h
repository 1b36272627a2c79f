// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "ui/diagram/sequence.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace ui {

/// At which bank something is.
enum class Side { Sender, Receiver };

struct AccountBalance
{
    Side side = Side::Sender;
    int user = 0;
    core::Money balance;
    friend bool operator==(const AccountBalance &, const AccountBalance &) = default;
};

/// A barrier row that is there (PROTOCOL §5).
struct PresentRow
{
    Side side = Side::Sender;
    QByteArray gid;
    QByteArray branchId;
    QByteArray op;
    QByteArray reason; ///< another than op: a fence
    QString effect = {}; ///< "user 1 −30.00"; may be empty
    bool isFence() const { return reason != op; }
    friend bool operator==(const PresentRow &, const PresentRow &) = default;
};

/// How a message stands; none: the coordinator does not know it.
struct MessageFace
{
    QString name; ///< empty where there is but one
    std::optional<theme::State> state;
    friend bool operator==(const MessageFace &, const MessageFace &) = default;
};

/// What kind of event a moment is: its mark on the slider.
enum class MomentKind {
    Call, ///< a request or an answer
    State, ///< a message has another state
    Money, ///< a bank committed
    Trouble, ///< something died, an answer was lost, a fault struck
    Scene, ///< a caption begins
    Person, ///< an operator did something
    End, ///< the verdict
};

/// Something that happened, and how everything stood then. A value; texts are in the language of the moment.
struct Moment
{
    core::Millis at{0}; ///< since the beginning
    MomentKind kind = MomentKind::Call;
    QString text; ///< one sentence: what happened
    int scene = -1; ///< index into Moments::captions; −1: none
    int steps = 0; ///< so many steps of the sequence have happened
    QList<AccountBalance> balances; ///< in the same order at each moment
    QList<PresentRow> rows;
    QList<MessageFace> faces;
    core::Money inFlight; ///< debited and not yet credited
    bool isSenderDown = false;
    bool isCoordinatorDown = false;
    bool isReceiverDown = false;
};

/// Whose money goes where, as far as it is known.
struct MoneyWay
{
    int from = 0; ///< 0: not known
    int to = 0;
    std::optional<core::Money> amount;
    QByteArray gid = {}; ///< of the message that moves it
};

/// A run that can be gone through, moment by moment. Made from a recording of a scenario or from a case.
struct Moments
{
    QString title;
    QStringList captions; ///< of the scenes; none of a case
    QString senderBank;
    QString receiverBank;
    MoneyWay way;
    diagram::Sequence sequence;
    QList<Moment> all; ///< in the order they happened
    QString note = {}; ///< what is to be known of the balances; may be empty
    std::optional<bool> holds = {}; ///< the verdict at the end; none: nobody judged
};

/// A value as it stood, and how the event at this moment changed it.
struct BalanceThen
{
    AccountBalance account;
    core::Money change; ///< by this event
};
struct RowThen
{
    PresentRow row;
    bool isNew = false; ///< by this event
};
struct FaceThen
{
    MessageFace face;
    bool isNew = false;
};

/// Everything as it stood right after one event.
struct StateThen
{
    core::Millis at{0};
    QString text;
    QString caption; ///< of the scene; empty: none
    QList<BalanceThen> balances;
    QList<RowThen> rows;
    QList<FaceThen> faces;
    core::Money inFlight;
    core::Money total; ///< of all balances and what is in flight
    int steps = 0;
};

/// How everything stood right after moment `index`, which is bounded to those there are; of no moments: nothing. Pure.
StateThen stateAt(const Moments &moments, qsizetype index);

/// The last moment that had happened by then; the first one, if none had. −1: there is none. Pure.
qsizetype momentAt(const Moments &moments, core::Millis at);

/// The last moment of a scene, with which it is told to its end; −1: it never began. Pure.
qsizetype lastOfScene(const Moments &moments, int scene);

} // namespace ui
