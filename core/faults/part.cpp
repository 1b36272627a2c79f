// SPDX-License-Identifier: Apache-2.0
#include "core/faults/part.h"

#include "core/faults/eventwait.h"
#include "core/faults/processes.h"
#include "core/faults/runcontrol.h"

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Millis startsWithin = 10s;
constexpr Millis answersWithin = 5s;
constexpr int endsWithinMs = 5'000;
constexpr qsizetype lastWordsBytes = 400;

/// The value of `… fault point="submit.answer" mode="drop"`; empty where the key is not there.
QByteArray valueIn(const QByteArray &line, const QByteArray &key)
{
    const qsizetype at = line.indexOf(key);
    return at < 0 ? QByteArray() : line.mid(at + key.size()).split(' ').first().trimmed().replace('"', "");
}

std::optional<FaultMode> modeNamed(const QByteArray &name)
{
    for (const FaultMode mode :
         {FaultMode::Fail, FaultMode::Delay, FaultMode::Drop, FaultMode::Duplicate, FaultMode::Crash}) {
        if (faultModeName(mode) == name)
            return mode;
    }
    return std::nullopt;
}

} // namespace

PartProcess::PartProcess(QString program, QStringList arguments, QMap<QString, QString> environment, Ears ears)
    : m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_environment(std::move(environment))
    , m_ears(std::move(ears))
    , m_port(m_held.number())
{ }

PartProcess::~PartProcess()
{
    m_ears = {};
    kill();
}

QProcessEnvironment PartProcess::environmentWith(const QByteArray &faults) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith(u"CHECKBACK_"))
            environment.remove(name);
    }
    // What it prints is read: it must print as it does by itself.
    environment.remove(u"QT_LOGGING_RULES"_s);
    environment.remove(u"QT_MESSAGE_PATTERN"_s);
    for (auto variable = m_environment.cbegin(); variable != m_environment.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    if (!faults.isEmpty())
        environment.insert(u"CHECKBACK_FAULTS"_s, QString::fromLatin1(faults));
    return environment;
}

Status PartProcess::start(const QByteArray &faults, const RunControl &control)
{
    kill();
    m_output.clear();
    m_isKilled = false;
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(environmentWith(faults));
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    tieToThisThread(*m_process);
    m_process->start(
        m_program,
        m_arguments
            + QStringList{u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--test-mode"_s, u"--faults-from-stdin"_s});
    const bool listens =
        waitUntil([this] { return readPort() || m_process->state() == QProcess::NotRunning; }, startsWithin, control)
        && readPort();
    if (!listens)
        return Error::unavailable(u"%1 %2 does not start: %3"_s.arg(m_program, m_arguments.value(0),
                                                                    QString::fromUtf8(m_output.right(lastWordsBytes))));
    listen();
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

/// From here on what it prints is read for strikes and answers, and must not pile up.
void PartProcess::listen()
{
    QObject::connect(m_process.get(), &QProcess::readyRead, m_process.get(), [this] { readLines(); });
    QObject::connect(m_process.get(), &QProcess::finished, m_process.get(), [this] {
        readLines();
        if (m_ears.ended)
            m_ears.ended(!m_isKilled);
    });
    readLines();
}

void PartProcess::readLines()
{
    m_output += m_process->readAll();
    qsizetype end = m_output.indexOf('\n');
    while (end >= 0) {
        const QByteArray line = m_output.first(end);
        m_output.remove(0, end + 1);
        takeLine(line);
        end = m_output.indexOf('\n');
    }
}

void PartProcess::takeLine(const QByteArray &line)
{
    if (line.startsWith("faults "))
        m_armed = line;
    const QByteArray point = valueIn(line, "fault point=");
    const auto mode = modeNamed(valueIn(line, "mode="));
    if (!point.isEmpty() && mode && m_ears.struck)
        m_ears.struck(point, *mode);
}

Status PartProcess::arm(const QByteArray &faults, const RunControl &control)
{
    if (!isRunning())
        return Error::unavailable(u"it does not run"_s);
    m_armed.reset();
    m_process->write(faults + '\n');
    waitUntil([this] { return m_armed.has_value() || !isRunning(); }, answersWithin, control);
    if (!m_armed)
        return Error::unavailable(u"it does not answer"_s);
    return m_armed == "faults armed" ? Status(Done{}) : Error::invalid("faults", QString::fromUtf8(*m_armed));
}

void PartProcess::kill()
{
    if (!isRunning())
        return;
    m_isKilled = true;
    m_process->kill();
    m_process->waitForFinished(endsWithinMs);
}

bool PartProcess::isRunning() const
{
    return m_process && m_process->state() != QProcess::NotRunning;
}

void PartProcess::setFrozen(bool frozen)
{
    if (isRunning())
        frozen ? freeze(*m_process) : thaw(*m_process);
}

} // namespace core::faults
