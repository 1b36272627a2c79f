// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/money.h"
#include "core/message/message.h"

#include <QString>

namespace core::casefile {

/// An account that the message is about, as it stood when the case was saved.
struct CaseAccount
{
    int userId = 0;
    Money balance;
    Money trading;
    friend bool operator==(const CaseAccount &, const CaseAccount &) = default;
};

/// A barrier row of the message (PROTOCOL §5), with the booking that it guards.
struct CaseBarrierRow
{
    QByteArray branchId; ///< "00" is the sender's own
    QByteArray op;
    QByteArray barrierId;
    QByteArray reason;
    int userId = 0; ///< whose balance it moved; 0: none that is known
    Money amount; ///< negative for a debit
    TimePoint writtenAt; ///< by the bank's clock
    friend bool operator==(const CaseBarrierRow &, const CaseBarrierRow &) = default;
};

/// What one bank keeps of the message.
struct CaseBank
{
    QString name;
    bool isSender = false;
    QString problem = {}; ///< why it could not be read; empty: it could
    QList<CaseAccount> accounts = {};
    QList<CaseBarrierRow> barrierRows = {}; ///< in the order they were written
    friend bool operator==(const CaseBank &, const CaseBank &) = default;
};

/// What somebody did about the message.
struct CaseEvent
{
    TimePoint at;
    QString who;
    QString verb; ///< as the record of activities names it: "retry_now"
    QString outcome; ///< "requested", "accepted", "refused"
    QString detail = {};
    QString error = {};
    friend bool operator==(const CaseEvent &, const CaseEvent &) = default;
};

/// One message with all that is known of it, to be looked at elsewhere. A value; nothing in it reaches out.
struct Case
{
    message::Message message;
    QList<message::Attempt> attempts; ///< in their order
    QList<CaseBank> banks = {};
    QList<CaseEvent> events = {}; ///< in the order of time
    TimePoint savedAt = {};
    QString savedBy = {}; ///< program and version
    bool payloadLeftOut = false; ///< payloads and answers were left out by who saved it
};

/// The bank that keeps the sender's side of it; null: none does.
const CaseBank *senderOf(const Case &about);
/// The bank that keeps the other side; null: none does.
const CaseBank *receiverOf(const Case &about);

} // namespace core::casefile
