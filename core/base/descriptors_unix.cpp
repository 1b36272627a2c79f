// SPDX-License-Identifier: Apache-2.0
#include "core/base/descriptors.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>

namespace core {

namespace {

constexpr rlim_t openMax = 65'536;

/// How many may be open from now on.
rlim_t raiseLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const rlimit raised{std::max(limit.rlim_cur, std::min(limit.rlim_max, openMax)), limit.rlim_max};
    return ::setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur;
}

} // namespace

void makeRoomForDescriptors(int count)
{
    const rlim_t allowed = raiseLimit();
    const int any = ::open("/", O_RDONLY | O_CLOEXEC);
    if (any < 0)
        return;
    const auto last = static_cast<int>(std::min(allowed, static_cast<rlim_t>(count))) - 1;
    const int far = ::fcntl(any, F_DUPFD_CLOEXEC, last); // the table never shrinks again
    if (far >= 0)
        ::close(far);
    ::close(any);
}

} // namespace core
