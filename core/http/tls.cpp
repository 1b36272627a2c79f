// SPDX-License-Identifier: Apache-2.0
#include "core/http/tls.h"

#include "core/http/log.h"
#include "core/http/url.h"

#include <QNetworkProxy>
#include <QSslCertificate>

namespace core::http {

using namespace Qt::StringLiterals;

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

std::unique_ptr<QTcpSocket> makeCallSocket(const Url &url, const QSslConfiguration &tls)
{
    std::unique_ptr<QTcpSocket> socket;
    if (url.isTls) {
        auto secure = std::make_unique<QSslSocket>();
        secure->setSslConfiguration(tls);
        socket = std::move(secure);
    } else {
        socket = std::make_unique<QTcpSocket>();
    }
    socket->setProxy(QNetworkProxy::NoProxy);
    return socket;
}

void connectCallSocket(QTcpSocket &socket, const Url &url, const QHostAddress &address, QIODevice::OpenMode mode)
{
    if (auto *secure = qobject_cast<QSslSocket *>(&socket))
        secure->connectToHostEncrypted(address.toString(), url.port, QString::fromLatin1(url.host));
    else
        socket.connectToHost(address, url.port, mode);
}

QString tlsErrorText(const QSslSocket &socket)
{
    QStringList texts;
    for (const QSslError &error : socket.sslHandshakeErrors())
        texts.append(error.errorString());
    if (texts.isEmpty())
        texts.append(socket.errorString());
    return u"no trusted TLS connection: "_s + texts.join(u"; "_s);
}

} // namespace core::http
