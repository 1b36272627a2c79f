// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/passwordrequest.h"

#include "ui/session/connections.h"
#include "ui/session/connectionwords.h"
#include "ui/session/passworddesk.h"
#include "ui/session/session.h"
#include "ui/widgets/passworddialog.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct PasswordRequest
{
    Q_DECLARE_TR_FUNCTIONS(ui::PasswordRequest)
};

} // namespace

bool requestPassword(Session &session, const theme::Theme &theme, const Connection &connection, QWidget *parent)
{
    const widgets::PasswordQuestion question{
        PasswordRequest::tr("Password of “%1”").arg(Connections::labelOf(connection)), passwordSentence(connection),
        passwordHint(connection)};
    const auto password = widgets::PasswordDialog::ask(theme, question, parent);
    if (password)
        session.passwords().keep(connection, *password);
    return password.has_value();
}

bool requestPassword(Session &session, const theme::Theme &theme, const QString &connectionId, QWidget *parent)
{
    const Connection *found = session.connections().find(connectionId);
    if (!found)
        return false;
    const Connection connection = *found; // it may go while the dialog is open
    return requestPassword(session, theme, connection, parent);
}

} // namespace ui
