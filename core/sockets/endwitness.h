// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace core::sockets {

/// Knows how a TCP connection ended whose socket Qt owns: Qt takes a reset for an end, and has closed its descriptor
/// before it tells of either. Keeps a descriptor of its own, so the connection is closed only when this goes, too.
class EndWitness final
{
public:
    /// descriptor: of a connected socket.
    explicit EndWitness(qintptr descriptor);
    ~EndWitness();
    EndWitness(const EndWitness &) = delete;
    EndWitness &operator=(const EndWitness &) = delete;

    /// Of a connection that is over: whether it was reset, and not ended by the peer's word that no more comes.
    bool sawReset() const;

private:
    int m_descriptor;
};

} // namespace core::sockets
