// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/faultdesk.h"

#include "core/base/onthreadof.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/session/enginedesk.h"
#include "ui/session/session.h"

#include <mutex>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::milliseconds lookAtFaultsEvery{250}; ///< faults clear themselves, and passes grow old
constexpr std::size_t toldMax = 1000; ///< strikes that wait for this thread; more are counted only
constexpr int recordedMax = 20; ///< lines on record for one round of strikes

QString recordName(FaultDesk::Part part)
{
    switch (part) {
    case FaultDesk::Part::Engine:
        return u"engine"_s;
    case FaultDesk::Part::BankA:
        return u"bank-a"_s;
    case FaultDesk::Part::BankB:
        return u"bank-b"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

/// Filled on any thread, emptied here.
struct FaultDesk::Told
{
    struct Strike
    {
        QByteArray point;
        QByteArray gid;
        core::FaultMode mode;
    };

    std::mutex mutex;
    std::vector<Strike> strikes;
    QHash<QByteArray, int> more; ///< by point, beyond those
    bool isWoken = false;
};

FaultDesk::FaultDesk(Session &session) : m_session(session), m_look(this), m_told(std::make_shared<Told>())
{
    const auto wake = core::onThreadOf(this, [this] { takeTold(); });
    core::watchStrikes([told = m_told, wake](const QByteArray &point, const QByteArray &gid, core::FaultMode mode) {
        const std::lock_guard lock(told->mutex);
        if (told->strikes.size() < toldMax)
            told->strikes.push_back({point, gid, mode});
        else
            ++told->more[point];
        if (!std::exchange(told->isWoken, true))
            wake();
    });
    core::watchHeld(core::onThreadOf(this, [this] { emit heldChanged(); }));
    // A thread that belongs to neither the engine nor a bank must not end the console.
    core::setCrasher([](const QByteArray &) {});
    connect(&m_session, &Session::engineChanged, this, &FaultDesk::lookAtConnection);
    connect(&m_session.connections(), &Connections::changed, this, &FaultDesk::lookAtConnection);
    connect(&m_look, &QTimer::timeout, this, &FaultDesk::look);
    m_look.setInterval(lookAtFaultsEvery);
}

FaultDesk::~FaultDesk()
{
    core::watchStrikes({});
    core::watchPasses({}, {});
    core::watchHeld({});
    core::disarmFaultPoints();
    core::releaseAllHeld();
    core::setCrasher({});
}

FaultDesk::Bar FaultDesk::bar() const
{
    if (m_session.readOnly())
        return Bar::ReadOnly;
    if (m_session.connections().engine().care == Connection::Care::Prod)
        return Bar::Production;
    const EngineState::Phase phase = m_session.engine().phase;
    if (phase != EngineState::Phase::Running && !m_down.contains(Part::Engine))
        return Bar::NoEngine;
    return m_isOn ? Bar::None : Bar::Off;
}

QString FaultDesk::whyNot() const
{
    switch (bar()) {
    case Bar::None:
        return {};
    case Bar::Off:
        return tr("The fault lab is off. Switch it on to arm faults in this window's engine and demo banks.");
    case Bar::NoEngine:
        return tr("The embedded engine does not run.");
    case Bar::ReadOnly:
        return tr("The console is read-only here.");
    case Bar::Production:
        return tr("The engine's connection is marked PROD: no fault is ever armed there.");
    }
    Q_UNREACHABLE();
}

void FaultDesk::setOn(bool on)
{
    if (std::exchange(m_isOn, on) == on)
        return;
    if (!on)
        clear();
    m_session.activity().note(on ? ActivityVerb::SwitchLabOn : ActivityVerb::SwitchLabOff, {}, {}, {});
    lookAtConnection();
    emit allowedChanged();
}

core::Result<int> FaultDesk::armChecked(const core::Fault &fault, int inPlaceOf)
{
    if (!isAllowed())
        return core::Error::conflict(whyNot());
    if (const core::Status valid = core::checkFault(fault); !valid.ok())
        return valid.error();
    core::disarmFault(inPlaceOf);
    return core::armFault(fault);
}

core::Status FaultDesk::arm(const core::Fault &fault, int inPlaceOf)
{
    const core::Result<int> armed = armChecked(fault, inPlaceOf);
    m_session.activity().note(ActivityVerb::ArmFault, QString::fromLatin1(fault.point),
                              QString::fromLatin1(core::faultText(fault)), errorOf(armed));
    if (!armed.ok())
        return armed.error();
    m_look.start();
    look();
    return core::Done{};
}

void FaultDesk::disarm(int id)
{
    const QList<core::ArmedFault> all = armed();
    const auto one =
        std::find_if(all.cbegin(), all.cend(), [id](const core::ArmedFault &fault) { return fault.id == id; });
    if (one == all.cend() || !core::disarmFault(id))
        return;
    m_session.activity().note(ActivityVerb::DisarmFault, QString::fromLatin1(one->fault.point),
                              QString::fromLatin1(core::faultText(one->fault)), {});
    releaseAt(one->fault.point);
    look();
}

void FaultDesk::disarm(const QByteArray &point)
{
    for (const core::ArmedFault &one : armed()) {
        if (one.fault.point == point)
            disarm(one.id);
    }
}

void FaultDesk::clear()
{
    const qsizetype count = armed().size();
    core::disarmFaultPoints();
    core::releaseAllHeld();
    if (count > 0)
        m_session.activity().note(ActivityVerb::DisarmFault, {}, u"count=%1"_s.arg(count), {});
    look();
}

void FaultDesk::releaseAt(const QByteArray &point)
{
    for (const core::HeldPass &pass : held()) {
        if (pass.point == point)
            (void)core::releaseHeld(pass.id);
    }
}

core::Status FaultDesk::release(quint64 id, const std::optional<core::Strike> &as)
{
    const QList<core::HeldPass> all = held();
    const auto one = std::find_if(all.cbegin(), all.cend(), [id](const core::HeldPass &pass) { return pass.id == id; });
    core::Status released = core::releaseHeld(id, as);
    QString how = u"continue"_s;
    if (as)
        how = QString::fromLatin1(core::faultModeName(as->mode));
    if (as && as->mode == core::FaultMode::Answer)
        how += u":%1"_s.arg(as->status);
    if (one != all.cend())
        m_session.activity().note(ActivityVerb::ReleaseHeld, QString::fromLatin1(one->point),
                                  u"%1 gid=%2"_s.arg(how, QString::fromLatin1(one->gid)), errorOf(released));
    return released;
}

void FaultDesk::follow(const QByteArray &gid)
{
    if (gid.isEmpty())
        return core::watchPasses({}, {});
    core::watchPasses(gid, core::onThreadOf(this, [this](const QByteArray &point) { emit passed(point); }));
}

void FaultDesk::takeTold()
{
    std::vector<Told::Strike> strikes;
    QHash<QByteArray, int> more;
    {
        const std::lock_guard lock(m_told->mutex);
        more = std::exchange(m_told->more, {});
        strikes = std::exchange(m_told->strikes, {});
        m_told->isWoken = false;
    }
    int beyond = 0;
    for (auto one = more.cbegin(); one != more.cend(); ++one) {
        m_strikes[one.key()] += one.value();
        beyond += one.value();
    }
    int recorded = 0;
    for (const Told::Strike &strike : strikes) {
        ++m_strikes[strike.point];
        if (++recorded <= recordedMax)
            m_session.activity().noteEvent(
                ActivityVerb::FaultStruck, QString::fromLatin1(strike.point),
                u"mode=%1 gid=%2"_s.arg(QString::fromLatin1(core::faultModeName(strike.mode)),
                                        QString::fromLatin1(strike.gid)));
        emit struck(strike.point, strike.gid, strike.mode);
    }
    beyond += std::max(recorded - recordedMax, 0);
    if (beyond > 0)
        m_session.activity().noteEvent(ActivityVerb::FaultStruck, {}, u"more=%1"_s.arg(beyond));
    look();
}

void FaultDesk::look()
{
    const qsizetype count = armed().size();
    const bool isOver = count == 0 && held().isEmpty();
    if (isOver)
        m_look.stop();
    if (count > 0 || m_seenArmed > 0)
        emit armedChanged();
    m_seenArmed = count;
    if (!held().isEmpty())
        emit heldChanged(); // their ages
}

/// Faults stay with the engine they were armed on, and the lab is not open to any other.
void FaultDesk::lookAtConnection()
{
    const QString engineId = m_session.connections().engine().id;
    if (std::exchange(m_engineId, engineId) != engineId && m_isOn)
        return setOn(false);
    const Bar now = bar();
    if (std::exchange(m_seenBar, now) == now)
        return;
    if (now != Bar::None)
        clear();
    emit allowedChanged();
}

void FaultDesk::noteCrash(Part part, const QByteArray &point)
{
    if (!m_down.contains(part))
        m_down.append(part);
    m_session.activity().noteEvent(ActivityVerb::PartCrashed, recordName(part),
                                   u"point=%1"_s.arg(QString::fromLatin1(point)));
    emit downChanged();
}

void FaultDesk::noteBack(Part part)
{
    if (m_down.removeAll(part) == 0)
        return;
    m_session.activity().noteEvent(ActivityVerb::PartBack, recordName(part));
    emit downChanged();
    lookAtConnection();
}

} // namespace ui
