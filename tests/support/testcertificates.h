// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QTemporaryDir>

namespace test {

/// A certificate authority of one test run, made with the openssl program. isValid() is false where that is missing.
class TestCertificates final
{
public:
    TestCertificates()
    {
        using namespace Qt::StringLiterals;
        m_isValid = run({u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                         u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=Test CA"_s, u"-keyout"_s, u"ca.key"_s,
                         u"-out"_s, u"ca.pem"_s});
    }
    bool isValid() const { return m_isValid; }
    QString caFile() const { return path(QStringLiteral("ca.pem")); }
    QString serverFile() const { return path(QStringLiteral("server.pem")); }
    QString serverKeyFile() const { return path(QStringLiteral("server.key")); }

    /// Makes a server's certificate of this authority; `name` as in subjectAltName: "DNS:localhost", "IP:127.0.0.1".
    bool makeServer(const QString &name)
    {
        using namespace Qt::StringLiterals;
        QFile extensions(path(u"ext"_s));
        m_isValid = m_isValid && extensions.open(QIODevice::WriteOnly);
        extensions.write("subjectAltName=" + name.toUtf8() + '\n');
        extensions.close();
        m_isValid = m_isValid
            && run({u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
                    u"-subj"_s, u"/CN=server"_s, u"-keyout"_s, u"server.key"_s, u"-out"_s, u"server.csr"_s})
            && run({u"x509"_s, u"-req"_s, u"-in"_s, u"server.csr"_s, u"-CA"_s, u"ca.pem"_s, u"-CAkey"_s, u"ca.key"_s,
                    u"-CAcreateserial"_s, u"-days"_s, u"2"_s, u"-extfile"_s, u"ext"_s, u"-out"_s, u"server.pem"_s});
        return m_isValid;
    }

    /// The configuration of a server with such a certificate.
    QSslConfiguration serverConfiguration(const QString &name)
    {
        makeServer(name);
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(serverFile()));
        QFile key(serverKeyFile());
        if (key.open(QIODevice::ReadOnly))
            configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        return configuration;
    }

private:
    QString path(const QString &file) const { return m_directory.filePath(file); }
    bool run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_directory.path());
        openssl.start(QStringLiteral("openssl"), arguments);
        return openssl.waitForFinished(20'000) && openssl.exitStatus() == QProcess::NormalExit
            && openssl.exitCode() == 0;
    }

    QTemporaryDir m_directory;
    bool m_isValid = false;
};

} // namespace test
