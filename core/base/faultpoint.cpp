// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"

#include "core/base/log.h"

#include <QHash>

#include <chrono>
#include <csignal>
#include <mutex>
#include <thread>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace core {

namespace {

struct Fault
{
    enum class Mode { Kill, Fail, Delay } mode = Mode::Fail;
    std::chrono::milliseconds delay{0};
    int passesLeft = 0;
};

std::mutex faultsMutex;
QHash<QByteArray, Fault> faults;

[[noreturn]] void dieAtOnce()
{
#ifdef Q_OS_UNIX
    ::kill(::getpid(), SIGKILL);
#endif
    std::_Exit(137);
}

Error wrongFault(const QByteArray &part, const QString &why)
{
    return Error::invalid("CHECKBACK_FAULTS", QStringLiteral("fault '%1': %2").arg(QString::fromUtf8(part), why));
}

Result<Fault> parseFault(const QByteArray &part, const QByteArray &text)
{
    const QList<QByteArray> words = text.split(',');
    if (words.size() > 2)
        return wrongFault(part, QStringLiteral("one number of passes may follow the mode"));
    Fault fault;
    if (words.size() == 2) {
        bool isNumber = false;
        fault.passesLeft = words[1].toInt(&isNumber);
        if (!isNumber || fault.passesLeft < 0)
            return wrongFault(part, QStringLiteral("the number of passes must be 0 or more"));
    }
    if (words[0] == "kill") {
        fault.mode = Fault::Mode::Kill;
        return fault;
    }
    if (words[0] == "fail")
        return fault;
    if (words[0].startsWith("delay:")) {
        bool isNumber = false;
        const int ms = words[0].mid(6).toInt(&isNumber);
        if (!isNumber || ms < 0 || ms > 600'000)
            return wrongFault(part, QStringLiteral("a delay is 0 to 600000 milliseconds"));
        fault.mode = Fault::Mode::Delay;
        fault.delay = std::chrono::milliseconds(ms);
        return fault;
    }
    return wrongFault(part, QStringLiteral("the mode is kill, fail or delay:MS"));
}

} // namespace

namespace detail {

std::atomic<bool> anyFaultArmed{false};

bool strikeFaultPoint(const char *name)
{
    Fault fault;
    {
        const std::lock_guard lock(faultsMutex);
        const auto found = faults.find(name);
        if (found == faults.end())
            return false;
        if (found->passesLeft-- > 0)
            return false;
        fault = *found;
        faults.erase(found);
        anyFaultArmed = !faults.isEmpty();
    }
    qCWarning(lcBase).nospace() << "fault point=" << name << " mode=" << static_cast<int>(fault.mode);
    switch (fault.mode) {
    case Fault::Mode::Kill:
        dieAtOnce();
    case Fault::Mode::Delay:
        std::this_thread::sleep_for(fault.delay);
        return false;
    case Fault::Mode::Fail:
        return true;
    }
    return false;
}

} // namespace detail

QList<QByteArray> faultPointNames()
{
    return {
        "prepare.before-commit",
        "prepare.after-commit",
        "prepare.after-answer",
        "participant.after-barrier-insert",
        "participant.before-commit",
        "participant.after-commit",
        "participant.before-submit",
        "submit.before-commit",
        "submit.after-commit",
        "submit.after-answer",
        "abort.before-commit",
        "abort.after-commit",
        "abort.after-answer",
        "claim.before",
        "claim.after",
        "branch.before-connect",
        "branch.after-send",
        "branch.after-answer",
        "branch.before-record",
        "branch.after-record",
        "finish.before",
        "finish.after",
        "checkback.before-send",
        "checkback.after-answer",
        "checkback.after-record",
        "lease.renew",
        "purge",
        "migration.step",
    };
}

Status armFaultPoints(const QByteArray &text)
{
    QHash<QByteArray, Fault> armed;
    const QList<QByteArray> known = faultPointNames();
    for (const QByteArray &part : text.split(';')) {
        const QByteArray trimmed = part.trimmed();
        if (trimmed.isEmpty())
            continue;
        const qsizetype equals = trimmed.indexOf('=');
        const QByteArray name = trimmed.left(equals);
        if (equals < 0 || !known.contains(name))
            return wrongFault(
                trimmed,
                QStringLiteral("no fault point of that name; known are %1").arg(QString::fromLatin1(known.join(", "))));
        const Result<Fault> fault = parseFault(trimmed, trimmed.mid(equals + 1));
        if (!fault.ok())
            return fault.error();
        armed.insert(name, *fault);
    }
    const std::lock_guard lock(faultsMutex);
    faults = armed;
    detail::anyFaultArmed = !faults.isEmpty();
    return Done{};
}

void disarmFaultPoints()
{
    const std::lock_guard lock(faultsMutex);
    faults.clear();
    detail::anyFaultArmed = false;
}

} // namespace core
