// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagecells.h"

#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/shownstate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct MessageHeaders
{
    Q_DECLARE_TR_FUNCTIONS(ui::MessageTable)
};

const QString nothing = u"–"_s;

QString gidOf(const MessageRow &row)
{
    return QString::fromLatin1(row.summary.gid);
}

QString amountText(const Route &route)
{
    if (route.amount)
        return widgets::formatMoney(*route.amount);
    return route.amountText.isEmpty() ? nothing : route.amountText;
}

QString errorText(const MessageRow &row)
{
    return widgets::coreWords(QString::fromUtf8(row.summary.lastError));
}

QString displayText(const MessageRow &row, MessageColumn column, core::TimePoint now)
{
    switch (column) {
    case MessageColumn::State:
        return widgets::stateWord(widgets::shownState(row.summary));
    case MessageColumn::Gid:
        return widgets::shortGid(gidOf(row));
    case MessageColumn::Route:
        return row.route().text();
    case MessageColumn::Amount:
        return amountText(row.route());
    case MessageColumn::Attempts:
        return widgets::formatCount(row.summary.attempts);
    case MessageColumn::NextIn:
        return row.summary.dueAt ? widgets::formatCountdown(*row.summary.dueAt - now) : nothing;
    case MessageColumn::Age:
        return widgets::formatAge(now - row.summary.createdAt);
    case MessageColumn::Branches:
        return u"%1/%2"_s.arg(row.summary.branchesDone).arg(row.summary.branches);
    case MessageColumn::LastError:
        return row.summary.lastError.isEmpty() ? nothing : errorText(row).simplified();
    case MessageColumn::Created:
        return widgets::formatAbsolute(row.summary.createdAt);
    case MessageColumn::Finished:
        return row.summary.finishedAt ? widgets::formatAbsolute(*row.summary.finishedAt) : nothing;
    }
    return {};
}

/// Gids and times have theirs from the delegates.
QVariant toolTip(const MessageRow &row, MessageColumn column)
{
    if (column == MessageColumn::Route)
        return QString::fromUtf8(row.summary.firstUrl);
    const bool tellsError = column == MessageColumn::State || column == MessageColumn::LastError;
    if (tellsError && !row.summary.lastError.isEmpty())
        return errorText(row);
    return {};
}

/// The roles that one column alone answers.
QVariant ownRole(const MessageRow &row, MessageColumn column, int role)
{
    switch (column) {
    case MessageColumn::State:
        return role == widgets::StateRole ? QVariant::fromValue(widgets::shownState(row.summary)) : QVariant();
    case MessageColumn::Gid:
        return role == widgets::GidRole ? QVariant(row.summary.gid) : QVariant();
    case MessageColumn::Route:
        if (role == RouteEndsRole)
            return row.route().ends();
        return role == RouteNameRole ? QVariant(row.route().name) : QVariant();
    case MessageColumn::Amount:
        return role == widgets::MoneyRole && row.route().amount ? QVariant::fromValue(*row.route().amount) : QVariant();
    case MessageColumn::NextIn:
        return role == widgets::DueRole && row.summary.dueAt ? QVariant::fromValue(*row.summary.dueAt) : QVariant();
    case MessageColumn::Age:
        return role == widgets::TimeRole ? QVariant::fromValue(row.summary.createdAt) : QVariant();
    case MessageColumn::Attempts:
    case MessageColumn::Branches:
    case MessageColumn::LastError:
    case MessageColumn::Created:
    case MessageColumn::Finished:
        break;
    }
    return {};
}

} // namespace

const Route &MessageRow::route() const
{
    if (!m_route)
        m_route = routeOf(summary.firstUrl, summary.firstPayload, m_pairs);
    return *m_route;
}

QVariant messageCell(const MessageRow &row, MessageColumn column, int role, core::TimePoint now)
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column, now);
    case CopyRole:
        return column == MessageColumn::Gid ? gidOf(row) : displayText(row, column, now);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return messageAlignment(column);
    case RowIdRole:
        return qint64(row.summary.rowId);
    case Qt::AccessibleTextRole:
        return messageHeader(column) + u' ' + displayText(row, column, now);
    default:
        return ownRole(row, column, role);
    }
}

QVariant messageAlignment(MessageColumn column)
{
    const bool isFigure = column == MessageColumn::Amount || column == MessageColumn::Attempts
        || column == MessageColumn::NextIn || column == MessageColumn::Age || column == MessageColumn::Branches;
    return int((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QString messageHeader(MessageColumn column)
{
    switch (column) {
    case MessageColumn::State:
        return MessageHeaders::tr("State");
    case MessageColumn::Gid:
        return MessageHeaders::tr("Message");
    case MessageColumn::Route:
        //: the accounts that money moves between, and the service called
        return MessageHeaders::tr("From → To · route");
    case MessageColumn::Amount:
        return MessageHeaders::tr("Amount");
    case MessageColumn::Attempts:
        return MessageHeaders::tr("Attempts");
    case MessageColumn::NextIn:
        //: the time until a message is tried again
        return MessageHeaders::tr("Next in");
    case MessageColumn::Age:
        return MessageHeaders::tr("Age");
    case MessageColumn::Branches:
        //: how many branches of how many are applied
        return MessageHeaders::tr("Applied");
    case MessageColumn::LastError:
        return MessageHeaders::tr("Last error");
    case MessageColumn::Created:
        return MessageHeaders::tr("Created");
    case MessageColumn::Finished:
        return MessageHeaders::tr("Finished");
    }
    return {};
}

} // namespace ui
