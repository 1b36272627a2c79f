// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/figuressql.h"

#include "ui/accounts/barriermodel.h"
#include "ui/session/connections.h"
#include "ui/session/readstatements.h"
#include "ui/session/session.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct FiguresSql
{
    Q_DECLARE_TR_FUNCTIONS(ui::FiguresSql)
};

QString subjectSentence(ReadStatement::Subject subject, int userId)
{
    switch (subject) {
    case ReadStatement::Subject::Totals:
        return FiguresSql::tr(
            "Sum of the balances, number of accounts; sums of debits and of credits, in cents; number "
            "of debits and of credits");
    case ReadStatement::Subject::Accounts:
        return FiguresSql::tr("The accounts on this page, amounts in cents");
    case ReadStatement::Subject::LatestMessages:
        return FiguresSql::tr("The messages that moved the balance of user %1 last").arg(userId);
    case ReadStatement::Subject::BarrierRows:
        return userId > 0 ? FiguresSql::tr("Their barrier rows, with the booking of each")
                          : FiguresSql::tr("The newest barrier rows, with the booking of each");
    }
    return {};
}

QString comment(const QString &text)
{
    return u"-- "_s + text.simplified() + u'\n';
}

QString sqlOfBank(Session &session, int index, const ShownUser &user)
{
    const BankInfo info = session.banks().value(index);
    const Connection *connection = session.connections().find(info.connectionId);
    if (!connection)
        return {};
    QString text = comment(FiguresSql::tr("%1: %2").arg(info.name, placeText(connection->place)));
    for (const ReadStatement &statement : readStatements(connection->place, session.bank(index), user))
        text += u'\n' + comment(subjectSentence(statement.subject, user.userId)) + statement.sql + u";\n"_s;
    return text;
}

} // namespace

QString figuresSql(Session &session, int bank, int userId)
{
    const BankInfo info = session.banks().value(bank);
    const QList<BarrierRow> rows = session.bank(info.sender).barrierRows + session.bank(info.receiver).barrierRows;
    ShownUser user{userId, info.sender == bank, gidsOf(rows)};
    QStringList parts{sqlOfBank(session, info.sender, user)};
    if (info.receiver >= 0) {
        user.isAtThisBank = info.receiver == bank;
        const Connection *sender = session.connections().find(session.banks().value(info.sender).connectionId);
        const PayloadFields fields = sender ? sender->payloadFields : PayloadFields();
        parts << sqlOfBank(session, info.receiver, user)
              << comment(FiguresSql::tr("In flight: the debits of %1 less the credits of %2")
                             .arg(session.banks().value(info.sender).name, session.banks().value(info.receiver).name))
              << comment(
                     FiguresSql::tr("A message of this pair has its amount in the payload's %1, from whom in %2, to "
                                    "whom in %3")
                         .arg(fields.amount, fields.from, fields.to));
    }
    parts << comment(FiguresSql::tr("How the messages stand is read from the engine's store, not from the banks"));
    return parts.join(u'\n');
}

} // namespace ui
