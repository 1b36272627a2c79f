// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/messages/route.h"

#include <QVariant>

namespace ui {

enum class MessageColumn { State, Gid, Route, Amount, Attempts, NextIn, Age };
inline constexpr int messageColumnCount = 7;

/// What the cells of the message table answer beside the roles of widgets/roles.h.
enum MessageRole {
    CopyRole = Qt::UserRole + 1, ///< QString: what "copy cell" takes; a gid is whole
    RouteEndsRole, ///< QString: "1 → 2"; may be empty
    RouteNameRole, ///< QString: "SagaBTransIn"
    RowIdRole, ///< qint64
};

/// A row of the table: the summary and what is read out of it once.
struct MessageRow
{
    explicit MessageRow(core::store::Summary of);

    core::store::Summary summary;
    Route route;
};

/// The content of one cell. Pure; now is for the words of times.
QVariant messageCell(const MessageRow &row, MessageColumn column, int role, core::TimePoint now);
QString messageHeader(MessageColumn column);
QVariant messageAlignment(MessageColumn column);

} // namespace ui
