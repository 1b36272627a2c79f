// SPDX-License-Identifier: Apache-2.0
#include "core/base/victim.h"

namespace core {

namespace {

thread_local std::shared_ptr<Victim> ofThread;

} // namespace

void Victim::crash(const QByteArray &point)
{
    if (!m_isDead.exchange(true) && m_crashed)
        m_crashed(point);
}

void belongTo(std::shared_ptr<Victim> victim)
{
    ofThread = std::move(victim);
}

const std::shared_ptr<Victim> &victimOfThread()
{
    return ofThread;
}

bool hasCrashed()
{
    return ofThread && ofThread->isDead();
}

} // namespace core
