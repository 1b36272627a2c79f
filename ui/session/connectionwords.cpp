// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/connectionwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct ConnectionWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::ConnectionWords)
};

} // namespace

QString kindWords(const Connection &connection)
{
    const QString database = connection.isMySql() ? u"MySQL"_s : u"SQLite"_s;
    const bool isOwnFile = connection.isEngine() && !connection.isMySql();
    if (isOwnFile)
        return ConnectionWords::tr("Engine · SQLite");
    return connection.isEngine() ? ConnectionWords::tr("Engine · MySQL · %1").arg(placeText(connection.place))
                                 : database + u" · "_s + placeText(connection.place);
}

QString passwordSentence(const Connection &connection)
{
    return ConnectionWords::tr("The user %1 logs in at %2.").arg(connection.place.user, placeText(connection.place));
}

QString passwordHint(const Connection &connection)
{
    return connection.passwordKept == Connection::PasswordKept::InKeychain
        ? ConnectionWords::tr("It goes into the keychain of this computer, and into no file of Checkback's.")
        : ConnectionWords::tr("It is known until Checkback ends, and kept nowhere.");
}

QString careWord(Connection::Care care)
{
    switch (care) {
    case Connection::Care::Local:
        return ConnectionWords::tr("LOCAL", "level of care of a connection");
    case Connection::Care::Test:
        return ConnectionWords::tr("TEST", "level of care of a connection");
    case Connection::Care::Prod:
        return ConnectionWords::tr("PROD", "level of care of a connection: production");
    }
    return {};
}

QString safetyWord(Connection::Safety safety)
{
    switch (safety) {
    case Connection::Safety::Open:
        return ConnectionWords::tr("Open", "nothing is locked");
    case Connection::Safety::Confirm:
        return ConnectionWords::tr("Confirm", "safety level of a connection");
    case Connection::Safety::TypeName:
        return ConnectionWords::tr("Type the name", "safety level of a connection");
    case Connection::Safety::ReadOnly:
        return ConnectionWords::tr("Read-only");
    }
    return {};
}

QString safetySentence(Connection::Safety safety)
{
    switch (safety) {
    case Connection::Safety::Open:
        return ConnectionWords::tr("Changes are made without a question, except those that cannot be taken back.");
    case Connection::Safety::Confirm:
        return ConnectionWords::tr("Every change asks first.");
    case Connection::Safety::TypeName:
        return ConnectionWords::tr("Every change asks for the name of the connection to be typed.");
    case Connection::Safety::ReadOnly:
        return ConnectionWords::tr("Nothing can be changed: the connection itself is opened for reading only.");
    }
    return {};
}

QString safetyIcon(Connection::Safety safety)
{
    return safety == Connection::Safety::ReadOnly ? u"lock"_s : u"unlock"_s;
}

} // namespace ui
