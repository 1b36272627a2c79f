// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/messages/route.h"

#include <QVariant>

namespace ui {

/// New ones go to the end: which are shown, where and how wide is kept by their numbers.
enum class MessageColumn { State, Gid, Route, Amount, Attempts, NextIn, Age, Branches, LastError, Created, Finished };
inline constexpr int messageColumnCount = 11;
inline constexpr int messageColumnsShown = 7; ///< at first; the others can be chosen

/// What the cells of the message table answer beside the roles of widgets/roles.h.
enum MessageRole {
    CopyRole = Qt::UserRole + 1, ///< QString: what "copy cell" takes; a gid is whole
    RouteEndsRole, ///< QString: "1 → 2"; may be empty
    RouteNameRole, ///< QString: "SagaBTransIn"
    RowIdRole, ///< qint64
};

/// A row of the table: the summary, and what is read out of its payload once it is looked at. Most rows never are.
struct MessageRow
{
    /// pairs: by which names its payload is read.
    explicit MessageRow(core::store::Summary of, QList<PayloadFields> pairs = {})
        : summary(std::move(of))
        , m_pairs(std::move(pairs))
    { }

    const Route &route() const;

    core::store::Summary summary;

private:
    QList<PayloadFields> m_pairs;
    mutable std::optional<Route> m_route;
};

/// The content of one cell. Pure; now is for the words of times.
QVariant messageCell(const MessageRow &row, MessageColumn column, int role, core::TimePoint now);
QString messageHeader(MessageColumn column);
QVariant messageAlignment(MessageColumn column);

} // namespace ui
