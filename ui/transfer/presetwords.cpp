// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/presetwords.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Presets
{
    Q_DECLARE_TR_FUNCTIONS(ui::FaultPreset)
};

} // namespace

QString presetText(FaultPreset preset)
{
    switch (preset) {
    case FaultPreset::None:
        return Presets::tr("None", "no fault");
    case FaultPreset::SenderCrash:
        return Presets::tr("Crash after commit");
    case FaultPreset::SubmitLost:
        return Presets::tr("Submit lost");
    case FaultPreset::AnswerLost:
        return Presets::tr("Branch answer lost");
    case FaultPreset::ReceiverDown:
        return Presets::tr("Receiver down 10 s");
    }
    return {};
}

QString presetHint(FaultPreset preset)
{
    switch (preset) {
    case FaultPreset::None:
        return Presets::tr("Nothing is made to fail.");
    case FaultPreset::SenderCrash:
        return Presets::tr("The first transfer's sender ends between its debit and what follows. The coordinator asks "
                           "back after 5 s; a naive transfer loses the money.");
    case FaultPreset::SubmitLost:
        return Presets::tr("The coordinator does not take the first transfer's submit. It asks back after 5 s.");
    case FaultPreset::AnswerLost:
        return Presets::tr("Bank B credits the first transfer, and its answer is lost. The call is repeated and the "
                           "barrier applies it once; a naive transfer credits twice.");
    case FaultPreset::ReceiverDown:
        return Presets::tr("Bank B cannot be reached for 10 s by the first ten transfers. The coordinator tries again "
                           "until it succeeds; a naive transfer loses the money.");
    }
    return {};
}

QString naiveBarText(NaiveBar bar)
{
    switch (bar) {
    case NaiveBar::None:
        return {};
    case NaiveBar::NotRunning:
        return Presets::tr("Not now: the demo banks do not run.");
    case NaiveBar::NotOfThisComputer:
        return Presets::tr("Only at demo banks whose databases are on this computer: naive transfers lose money.");
    case NaiveBar::ReadOnly:
        return Presets::tr("Not while the console is read-only.");
    }
    return {};
}

} // namespace ui
