// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ui {

/// What the list of messages is narrowed to, as it is kept from one start to the next.
struct Narrowing
{
    QString view; ///< the id of a view; an unknown one stands for all
    QString filter; ///< the text of the filter
};

/// A filter under a name of the user's.
struct SavedView
{
    QString name;
    QString filter; ///< the text of the filter
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

} // namespace ui
