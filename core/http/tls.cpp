// SPDX-License-Identifier: Apache-2.0
#include "core/http/tls.h"

#include "core/http/log.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace core::http {

QSslConfiguration tlsConfiguration(const QList<QByteArray> &caCertificateFiles)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    for (const QByteArray &file : caCertificateFiles) {
        const QList<QSslCertificate> roots = QSslCertificate::fromPath(QString::fromUtf8(file));
        if (roots.isEmpty())
            qCWarning(lcHttp).nospace() << "ca_certificates_unreadable file=" << file;
        configuration.addCaCertificates(roots);
    }
    return configuration;
}

Status checkCertificateFile(const QString &file)
{
    QFile pem(file);
    if (!pem.open(QIODevice::ReadOnly))
        return Error::invalid("ca-file", u"%1: %2"_s.arg(file, pem.errorString()));
    if (QSslCertificate::fromDevice(&pem).isEmpty())
        return Error::invalid("ca-file", u"%1: there is no certificate in it: give a PEM file"_s.arg(file));
    return Done{};
}

sockets::Peer peerOf(const Url &url, const QHostAddress &address)
{
    return {.address = address, .port = url.port, .tlsName = url.isTls ? QString::fromLatin1(url.host) : QString()};
}

} // namespace core::http
