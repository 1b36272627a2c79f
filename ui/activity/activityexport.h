// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/activity.h"

#include <QList>

namespace ui {

/// The record as other programs read it, in the order given, with the names that the file uses. Pure.
/// CSV after RFC 4180 in UTF-8; a text that a spreadsheet would take for a formula gets an apostrophe in front.
QByteArray activitiesAsCsv(const QList<Activity> &activities);
/// A JSON array of objects.
QByteArray activitiesAsJson(const QList<Activity> &activities);

} // namespace ui
