// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

namespace ui {

/// What the user was asked before a change. The session refuses a change with less than the connection wants, whoever
/// forgot to ask.
enum class Consent {
    NotAsked,
    Given, ///< to a question that named the object
    NameTyped, ///< to one that demanded the connection's name
};

/// What a connection of this level wants before something is changed there; a read-only one refuses whatever it gets.
constexpr Consent consentWanted(Connection::Safety safety)
{
    switch (safety) {
    case Connection::Safety::Open:
        return Consent::NotAsked;
    case Connection::Safety::Confirm:
        return Consent::Given;
    case Connection::Safety::TypeName:
    case Connection::Safety::ReadOnly:
        break;
    }
    return Consent::NameTyped;
}

/// What a question that was answered with yes gives: it demanded this name, or none.
inline Consent consentBy(const QString &nameToType)
{
    return nameToType.isEmpty() ? Consent::Given : Consent::NameTyped;
}

/// The name that a question about this connection has to demand; empty: none.
QString nameToType(const Connection &connection);

} // namespace ui
