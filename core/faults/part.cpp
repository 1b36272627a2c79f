// SPDX-License-Identifier: Apache-2.0
#include "core/faults/part.h"

#include "core/faults/eventwait.h"

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Millis startsWithin = 10s;
constexpr int endsWithinMs = 5'000;
constexpr qsizetype lastWordsBytes = 400;

} // namespace

PartProcess::PartProcess(QString program, QStringList arguments, QMap<QString, QString> environment)
    : m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_environment(std::move(environment))
{ }

PartProcess::~PartProcess()
{
    kill();
}

QProcessEnvironment PartProcess::environmentWith(const QByteArray &faults) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(u"CHECKBACK_"))
            environment.remove(name);
    }
    for (auto variable = m_environment.cbegin(); variable != m_environment.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    if (!faults.isEmpty())
        environment.insert(u"CHECKBACK_FAULTS"_s, QString::fromLatin1(faults));
    return environment;
}

Status PartProcess::start(const QByteArray &faults)
{
    kill();
    m_output.clear();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environmentWith(faults));
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(m_program,
                     m_arguments + QStringList{u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--test-mode"_s});
    const bool listens =
        waitUntil([this] { return readPort() || m_process->state() == QProcess::NotRunning; }, startsWithin)
        && readPort();
    if (!listens)
        return Error::unavailable(u"%1 %2 does not start: %3"_s.arg(m_program, m_arguments.value(0),
                                                                    QString::fromUtf8(m_output.right(lastWordsBytes))));
    // From here on nobody reads what it prints: it must not pile up.
    QObject::connect(m_process.get(), &QProcess::readyRead, m_process.get(),
                     [process = m_process.get()] { process->readAll(); });
    return Done{};
}

bool PartProcess::readPort()
{
    m_output += m_process->readAll();
    const qsizetype line = m_output.indexOf("listening on ");
    const qsizetype end = m_output.indexOf('\n', line);
    if (line < 0 || end < 0)
        return false;
    const QByteArray address = m_output.mid(line, end - line);
    m_port = static_cast<quint16>(address.mid(address.lastIndexOf(':') + 1).toUInt());
    return m_port != 0;
}

void PartProcess::kill()
{
    if (!isRunning())
        return;
    m_process->kill();
    m_process->waitForFinished(endsWithinMs);
}

bool PartProcess::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

} // namespace core::faults
