// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/termination.h"

#include <QCoreApplication>

#include <cstdio>

namespace core::checkbackd {

void waitForTermination(const QHostAddress &address, quint16 port)
{
    watchTermination(qApp, [] { QCoreApplication::quit(); }); // before anybody is told that it can be asked to end
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    std::printf(isV6 ? "listening on [%s]:%d\n" : "listening on %s:%d\n", qPrintable(address.toString()), port);
    std::fflush(stdout);
    QCoreApplication::exec();
}

} // namespace core::checkbackd
