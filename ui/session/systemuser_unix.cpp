// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/systemuser.h"

#include <pwd.h>
#include <unistd.h>

namespace ui {

QString systemUser()
{
    const passwd *user = getpwuid(geteuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QString::number(geteuid());
}

} // namespace ui
