// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/scenarioplayer.h"

#include <QCoreApplication>

namespace ui {

/// What a screen says about scenarios. Pure.
class ScenarioWords final
{
    Q_DECLARE_TR_FUNCTIONS(ui::ScenarioWords)
public:
    /// In the language of the screen.
    static QString text(const core::faults::Caption &caption);
    static QString title(const ScenarioEntry &entry) { return text(entry.scenario.title); }
    /// The line below the title: "running, step 2 of 5", "1.1 s · credited once".
    static QString standing(const ScenarioEntry &entry);
    /// "step 2 of 5"; empty before the first.
    static QString place(const ScenarioEntry &entry);
    /// What is happening now, or is waited for; after the end what came of it.
    static QString now(const ScenarioEntry &entry);
    /// The caption to read now; the title's before the first scene.
    static QString caption(const ScenarioEntry &entry, int scene);
    /// "The total is constant"
    static QString finding(const QByteArray &name);
    /// "waits until m1 is succeed, at most 20 s": one step of a file.
    static QString step(const core::faults::Action &action);

private:
    static QString comeOfIt(const core::faults::Recording &recording);
    static QString verdict(const ScenarioEntry &entry);
};

} // namespace ui
