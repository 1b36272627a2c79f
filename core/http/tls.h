// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslSocket>

#include <memory>

namespace core::http {

struct Url;

/// What https calls trust: the system's roots and those in `caCertificateFiles` (PEM). A file that cannot be read is
/// logged and adds nothing. Reads files: made once, at the first https call.
QSslConfiguration tlsConfiguration(const QList<QByteArray> &caCertificateFiles);

/// A socket for calls to this URL, without proxy: a QSslSocket for https, else a plain one.
std::unique_ptr<QTcpSocket> makeCallSocket(const Url &url, const QSslConfiguration &tls);

/// Starts to connect to `address`, the one that was checked; TLS names and verifies the peer as url.host all the same.
/// `mode` is for plain sockets: a QSslSocket buffers always.
void connectCallSocket(QTcpSocket &socket, const Url &url, const QHostAddress &address, QIODevice::OpenMode mode);

/// Why TLS failed, in words for people.
QString tlsErrorText(const QSslSocket &socket);

} // namespace core::http
