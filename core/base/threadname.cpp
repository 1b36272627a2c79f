// SPDX-License-Identifier: Apache-2.0
#include "core/base/threadname.h"

#include <QtGlobal>

#if defined(Q_OS_LINUX) || defined(Q_OS_DARWIN)
#include <pthread.h>
#endif

namespace core {

void nameThisThread(const char *name)
{
#if defined(Q_OS_LINUX)
    pthread_setname_np(pthread_self(), name);
#elif defined(Q_OS_DARWIN)
    pthread_setname_np(name);
#else
    Q_UNUSED(name)
#endif
}

} // namespace core
