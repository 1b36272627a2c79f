// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QMetaType>
#include <QStringList>

namespace ui {

/// The steps of trying a connection, in their order. Which of them there are depends on the kind of connection.
enum class Stage { Address, Reach, Tls, Login, Schema, Rights };

/// What a step found. The words, and what helps, are the screen's; the facts of each stand behind it.
enum class Finding {
    None,
    AddressKnown, ///< the addresses
    AddressUnknown, ///< the resolver's words
    FileThere, ///< the path
    FileMissing, ///< the path
    ServerGreets, ///< its version
    EngineAnswers, ///< its version
    EngineElsewhere, ///< where its messages are: not in the store of this connection
    EngineSilent, ///< the words of the failed call
    NotReached, ///< the socket's words
    NoGreeting, ///< the seconds waited
    TurnedAway, ///< the server's words
    NotAServer,
    TlsTrusted, ///< the protocol, whose certificate
    TlsUntrusted, ///< the protocol, why it is not trusted
    TlsNotOffered,
    TlsUnused, ///< offered, and not asked for
    TlsMissing, ///< asked for, and not offered
    TlsRefused, ///< the protocol, why the certificate is not the one that is asked for
    TlsAuthorityUnreadable, ///< the path of the file
    TlsFailed, ///< the socket's words
    LoggedIn, ///< the user
    LoggedInClockAhead, ///< the user, by how many milliseconds the server's clock is ahead of this computer's
    LoggedInClockBehind, ///< the user, by how many milliseconds it is behind
    LoginFailed, ///< the database's words
    TablesThere, ///< how many accounts
    TablesMissing, ///< their names
    TablesUnreadable, ///< the database's words
    StoreThere, ///< its path or address
    StoreAway, ///< the engine's words
    StoreNew, ///< nothing: its tables are made when the engine first works with it
    RightsSuffice, ///< the rights
    RightsToRead, ///< the rights: enough to look, not to book
    RightsMissing, ///< those that are missing
    RightsMoreThanNeeded, ///< what a read-only connection could do beyond reading
    RightsUnknown, ///< the database's words
};

/// How one step went.
struct StageReport
{
    enum class Outcome {
        Waiting,
        Running,
        Passed,
        Noted, ///< good enough to go on, and worth a look
        Failed,
        NotTried, ///< an earlier one failed, or the test was cancelled
    };
    Stage stage = Stage::Address;
    Outcome outcome = Outcome::Waiting;
    Finding finding = Finding::None;
    QStringList facts = {};
    core::Millis took{0}; ///< of no meaning before it ended
    friend bool operator==(const StageReport &, const StageReport &) = default;
};

} // namespace ui

Q_DECLARE_METATYPE(ui::StageReport)
