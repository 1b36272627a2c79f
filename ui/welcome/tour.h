// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ui {

/// One thing to try.
struct TourStep
{
    QString title;
    QString text; ///< what is seen by it
    QString icon;
    QString page; ///< the id of the page where it is done
};

/// What to try in this order, in the language of the moment. Never empty.
QList<TourStep> tourSteps();

} // namespace ui
