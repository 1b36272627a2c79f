// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/tour.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Tour)
};

} // namespace

QList<TourStep> tourSteps()
{
    return {{Words::tr("Send 30.00"), Words::tr("From user 1 to user 2: the form is filled in, Ctrl+Enter sends it."),
             u"transfer"_s, u"transfer"_s},
            {Words::tr("Follow the message"), Words::tr("Who was asked and what was answered, step by step."),
             u"messages"_s, u"messages"_s},
            {Words::tr("Count the money"), Words::tr("Both banks and what is in flight: always the same total."),
             u"accounts"_s, u"accounts"_s},
            {Words::tr("See who did what"), Words::tr("Every action is on record, with its reason and outcome."),
             u"activity"_s, u"activity"_s}};
}

} // namespace ui
