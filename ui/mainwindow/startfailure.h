// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace theme {
class Theme;
}

namespace ui {

/// What to tell the user when the engine could not be started.
struct StartFailure
{
    QString title; ///< what is the matter
    QString remedy; ///< what to do about it
    QString detail; ///< the engine's own words

    static StartFailure of(const core::Error &error, const QString &dataDir);
    QString plainText() const; ///< for a terminal

    /// Shows it and waits until it was read.
    void show(const theme::Theme &theme) const;
};

} // namespace ui
