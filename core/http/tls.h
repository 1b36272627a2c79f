// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/http/url.h"
#include "core/sockets/stream.h"

#include <QByteArray>
#include <QList>
#include <QSslConfiguration>

namespace core::http {

/// What https calls trust: the system's roots and those in `caCertificateFiles` (PEM). A file that cannot be read is
/// logged and adds nothing. Reads files: made once, at the first https call.
QSslConfiguration tlsConfiguration(const QList<QByteArray> &caCertificateFiles);

/// Whether `file` holds trusted certificates (PEM). Invalid when it cannot be read or holds none. Reads the file.
Status checkCertificateFile(const QString &file);

/// Where to connect to for this URL: an address of its host that was checked, under the host's own name.
sockets::Peer peerOf(const Url &url, const QHostAddress &address);

} // namespace core::http
