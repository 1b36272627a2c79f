// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/storeswitch.h"

#include "ui/connections/passwordrequest.h"
#include "ui/session/connections.h"
#include "ui/session/passworddesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"

using namespace Qt::StringLiterals;

namespace ui {

StoreSwitch::StoreSwitch(Session &session, const theme::Theme &theme, QWidget *over)
    : QObject(over)
    , m_session(session)
    , m_theme(theme)
    , m_over(over)
{
    connect(&m_session, &Session::engineChanged, this, &StoreSwitch::runningChanged);
}

void StoreSwitch::begin(const Connection &connection)
{
    if (m_isRunning)
        return;
    setRunning(true);
    m_session.passwords().find(connection, this, [this, connection](const core::Result<QString> &password) {
        password.ok() ? look(connection) : askForPassword(connection);
    });
}

void StoreSwitch::askForPassword(const Connection &connection)
{
    requestPassword(m_session, m_theme, connection, m_over) ? look(connection) : setRunning(false);
}

void StoreSwitch::look(const Connection &connection)
{
    m_session.lookAtStore(connection, this, [this, connection](const core::Result<StoreOutlook> &outlook) {
        outlook.ok() ? ask(connection, *outlook) : refuse(outlook.error().detail);
    });
}

QString StoreSwitch::outlookText(const Connection &connection, const StoreOutlook &outlook) const
{
    const QString here = Connections::labelOf(m_session.connections().engine());
    const QString there = Connections::labelOf(connection);
    QStringList sentences;
    if (!outlook.staying)
        sentences << tr("“%1” does not say how many unfinished messages it holds. They stay there and go on only when "
                        "it is opened again.")
                         .arg(here);
    else if (*outlook.staying == 0)
        sentences << tr("No unfinished message stays in “%1”.").arg(here);
    else
        sentences << tr("%n unfinished message(s) stay in “%1”, kept safe, and go on only when that store is opened "
                        "again; no money that was taken arrives before.",
                        nullptr, int(*outlook.staying))
                         .arg(here);
    if (outlook.goingOn > 0)
        sentences << tr("%n unfinished message(s) in “%1” go on at once.", nullptr, int(outlook.goingOn)).arg(there);
    sentences << tr("Calls in flight are given some seconds to finish first. Meanwhile callers are asked to try "
                    "again.");
    return sentences.join(u"\n\n"_s);
}

void StoreSwitch::ask(const Connection &connection, const StoreOutlook &outlook)
{
    const QString label = Connections::labelOf(connection);
    widgets::ConfirmDialog dialog(m_theme,
                                  {tr("Have the engine keep its messages in “%1”?").arg(label),
                                   outlookText(connection, outlook), tr("Switch Store"), nameToType(connection)},
                                  m_over);
    if (dialog.exec() != QDialog::Accepted)
        return setRunning(false);
    if (const core::Status begun = m_session.switchStore(connection.id, consentBy(nameToType(connection))); !begun.ok())
        return refuse(begun.error().detail);
    setRunning(false);
}

void StoreSwitch::refuse(const QString &why)
{
    setRunning(false);
    emit refused(tr("The engine stays with “%1”: %2")
                     .arg(Connections::labelOf(m_session.connections().engine()), widgets::coreWords(why)));
}

void StoreSwitch::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    emit runningChanged();
}

} // namespace ui
