// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QByteArray>
#include <QStringList>

namespace ui {

/// What the command line asks for.
struct LaunchOptions
{
    QString dataDir; ///< made at first start; the user's own unless --data-dir names another
    QByteArray gid; ///< the message to open
    QString caseFile; ///< a case to open
    QString scenario; ///< not empty: play it, write its story to exportFile, and end
    QString exportFile;
    bool readOnly = false;
    bool testMode = false; ///< the fault lab is on from the start
    bool demo = false; ///< a folder that is thrown away, with transfers made
    GivenDatabases databases; ///< instead of the files in the data folder; a password comes from a file or a variable
    QString screenshotDir; ///< not empty: paint every page into this folder and end
    QString scenes; ///< not empty: only scenes whose ids match this wildcard are painted
    QString printAndEnd; ///< not empty: the answer to --help or --version

    /// Invalid, with a sentence for the user, for an unknown option, a leftover argument or a wrong value. Reads
    /// the files that hold passwords.
    static core::Result<LaunchOptions> parse(const QStringList &arguments);
};

} // namespace ui
