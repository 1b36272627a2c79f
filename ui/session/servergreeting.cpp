// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/servergreeting.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype headerBytes = 4; // length (3), number
constexpr qsizetype packetBytesMax = 1024;
constexpr uchar protocolVersion = 10;
constexpr uchar errorMark = 0xff;
constexpr qsizetype bytesUntilCapabilities = 4 + 8 + 1; // thread, first part of the scramble, filler

// Capability flags of the protocol.
constexpr quint32 flagProtocol41 = 0x200;
constexpr quint32 flagTls = 0x800;
constexpr quint32 flagSecureConnection = 0x8000;

core::Error notMySql()
{
    return core::Error::invalid("greeting", u"it is not a MySQL or MariaDB server"_s);
}

qsizetype lengthOf(const QByteArray &bytes)
{
    return uchar(bytes[0]) | uchar(bytes[1]) << 8 | uchar(bytes[2]) << 16;
}

/// MariaDB puts this before its version, for replicas that know no two-digit one.
QByteArray versionOf(const QByteArray &told)
{
    const QByteArray disguise = "5.5.5-";
    return told.startsWith(disguise) ? told.mid(disguise.size()) : told;
}

} // namespace

core::Result<std::optional<ServerGreeting>> parseGreeting(const QByteArray &bytes)
{
    if (bytes.size() < headerBytes)
        return std::optional<ServerGreeting>();
    const qsizetype length = lengthOf(bytes);
    if (length < 1 || length > packetBytesMax)
        return notMySql();
    if (bytes.size() < headerBytes + length)
        return std::optional<ServerGreeting>();
    const QByteArray packet = bytes.mid(headerBytes, length);
    if (uchar(packet[0]) == errorMark) // mark, number (2), words
        return core::Error::unavailable(QString::fromUtf8(packet.mid(3)));
    const qsizetype versionEnd = packet.indexOf('\0', 1);
    const qsizetype capabilities = versionEnd + 1 + bytesUntilCapabilities;
    if (uchar(packet[0]) != protocolVersion || versionEnd < 0 || capabilities + 2 > packet.size())
        return notMySql();
    const quint16 flags = qFromLittleEndian<quint16>(packet.constData() + capabilities);
    return std::optional(ServerGreeting{versionOf(packet.mid(1, versionEnd - 1)), (flags & flagTls) != 0});
}

QByteArray tlsRequest()
{
    constexpr quint32 packetMax = 1 << 24;
    constexpr char utf8mb4 = 45;
    constexpr char body = 32;
    QByteArray packet(headerBytes + body, '\0');
    packet[0] = body;
    packet[3] = 1; // the greeting was 0
    qToLittleEndian<quint32>(flagProtocol41 | flagTls | flagSecureConnection, packet.data() + headerBytes);
    qToLittleEndian<quint32>(packetMax, packet.data() + headerBytes + 4);
    packet[headerBytes + 8] = utf8mb4;
    return packet;
}

} // namespace ui
