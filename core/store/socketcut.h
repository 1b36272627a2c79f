// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace core::store {

/// Ends a connection whose socket a library owns and may be reading: that read then fails at once. Any thread.
/// Holds the socket by a descriptor of its own, so that it never meets another one of the same number.
class SocketCut final
{
public:
    explicit SocketCut(int descriptor);
    ~SocketCut();
    SocketCut(const SocketCut &) = delete;
    SocketCut &operator=(const SocketCut &) = delete;

    void cut();

private:
    int m_descriptor;
};

} // namespace core::store
