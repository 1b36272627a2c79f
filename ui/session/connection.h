// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bank/bankdatabase.h"
#include "core/store/storeaddress.h"
#include "ui/session/payloadfields.h"

#include <QVariantMap>

#include <optional>

namespace ui {

/// Where something that the console works with is, and how careful to be with it. Never holds a password.
struct Connection
{
    enum class Kind { Engine, Bank };
    /// What stands on the screen beside the label, with a colour of its own.
    enum class Care { Local, Test, Prod };
    /// What it takes to change something there.
    enum class Safety { Open, Confirm, TypeName, ReadOnly };
    enum class PasswordKept { InKeychain, Nowhere };

    QString id; ///< never shown, never changed
    Kind kind = Kind::Bank;
    QString label;
    core::bank::DatabaseUrl place; ///< of a bank, or of an engine's store
    PasswordKept passwordKept = PasswordKept::InKeychain;
    Care care = Care::Test;
    Safety safety = Safety::ReadOnly;
    /// The bank that this one's transfers go to, and only to: both are summed. Empty: it is looked at alone.
    QString peerId;
    PayloadFields payloadFields; ///< of the pair's messages; the usual ones for a bank that is looked at alone
    bool builtIn = false; ///< this computer's own: cannot be removed, and its place cannot be changed

    bool isEngine() const { return kind == Kind::Engine; }
    bool isMySql() const { return place.kind == core::bank::DatabaseUrl::Kind::MySql; }
};

bool operator==(const Connection &a, const Connection &b);

/// "mysql-host:3306/dtm_busi", "bank-a.db": the place in short. Pure.
QString placeText(const core::bank::DatabaseUrl &place);

/// Where an engine's messages are kept, and the other way round; the place has no password. Pure.
core::store::StoreAddress storeAddressOf(const Connection &engine, const QString &password);
core::bank::DatabaseUrl placeOf(const core::store::StoreAddress &address);

/// Invalid on "label", "host", "port", "user", "database", "ca" or "path" when that field cannot be right, and of a
/// pair on what checkPayloadFields() tells. Pure.
core::Status checkConnection(const Connection &connection);

/// The connection as the settings file has it, and back; nothing when the map is of no known form. Pure.
QVariantMap toSettings(const Connection &connection);
std::optional<Connection> connectionFromSettings(const QVariantMap &settings);

} // namespace ui
