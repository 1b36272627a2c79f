// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace test {

/// The child of this class and object name: what a test looks at or drives. There must be one.
template<typename T> T *part(const QObject &of, const char *name)
{
    T *found = of.findChild<T *>(QLatin1String(name));
    Q_ASSERT_X(found, "part", name);
    return found;
}

} // namespace test
