// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace core {

/// A free port of 127.0.0.1 for a server that is started by its number, perhaps again and again: nobody who asks for
/// any free port is given it while this lives, also while no server listens there. The server must set SO_REUSEADDR, as
/// those of Qt and MariaDB do. Where the system cannot hold a port so (all but Linux), it only was free at first.
class HeldPort final
{
public:
    HeldPort();
    ~HeldPort();
    HeldPort(const HeldPort &) = delete;
    HeldPort &operator=(const HeldPort &) = delete;

    quint16 number() const { return m_number; } ///< 0: none was free

private:
    int m_descriptor;
    quint16 m_number = 0;
};

} // namespace core
