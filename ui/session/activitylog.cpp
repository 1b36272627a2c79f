// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/activitylog.h"

#include "core/node/node.h"
#include "ui/session/log.h"

#include <QFuture>
#include <QPointer>
#include <QPromise>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

Activity::Outcome outcomeOf(const std::optional<core::Error> &error)
{
    if (!error)
        return Activity::Outcome::Accepted;
    return *error == core::node::Node::unanswered() ? Activity::Outcome::Lost : Activity::Outcome::Refused;
}

} // namespace

ActivityLog::ActivityLog(const QString &folder, const core::Clock &clock, QString who, QObject *parent)
    : QObject(parent)
    , m_file(folder)
    , m_clock(clock)
    , m_who(std::move(who))
{ }

ActivityLog::~ActivityLog()
{
    m_reading.waitForDone();
}

void ActivityLog::open()
{
    m_lastId = m_file.lastId();
    auto promise = std::make_shared<QPromise<QList<Activity>>>();
    promise->start();
    promise->future().then(this, [this](const QList<Activity> &kept) { takeKept(kept); });
    m_reading.start([promise, kept = m_file.kept()] {
        promise->addResult(ActivityFile::read(kept));
        promise->finish();
    });
}

/// What was noted since open() is the newest.
void ActivityLog::takeKept(QList<Activity> kept)
{
    for (Activity &activity : kept) {
        if (activity.outcome == Activity::Outcome::Requested)
            activity.outcome = Activity::Outcome::Lost; // the console that waited for the answer is gone
    }
    kept += m_activities;
    m_activities = std::move(kept);
    trim();
    m_isRead = true;
    emit wasRead();
}

void ActivityLog::trim()
{
    if (m_activities.size() > activitiesMax)
        m_activities.remove(0, m_activities.size() - activitiesMax);
}

void ActivityLog::noteEvent(ActivityVerb verb, const QString &object, const QString &detail)
{
    add({.verb = verb, .object = object, .detail = detail, .outcome = Activity::Outcome::Happened});
}

void ActivityLog::note(ActivityVerb verb, const QString &object, const QString &detail,
                       const std::optional<core::Error> &error)
{
    add({.who = m_who,
         .verb = verb,
         .object = object,
         .detail = detail,
         .outcome = outcomeOf(error),
         .error = error ? error->detail : QString()});
}

ActivityLog::Then ActivityLog::audited(ActivityVerb verb, const QString &object, const QString &detail,
                                       QObject *context, Then then, const QString &reason)
{
    const qint64 id = add({.who = m_who, .verb = verb, .object = object, .detail = detail, .reason = reason});
    return [this, id, context = QPointer(context), then = std::move(then)](const std::optional<core::Error> &error) {
        answer(id, error);
        if (context)
            then(error);
    };
}

qint64 ActivityLog::add(Activity activity)
{
    activity.id = ++m_lastId;
    activity.at = m_clock.now();
    takeStatus(m_file.append(activity));
    m_activities.append(activity);
    trim();
    emit added();
    return activity.id;
}

void ActivityLog::answer(qint64 id, const std::optional<core::Error> &error)
{
    const auto found = std::find_if(m_activities.rbegin(), m_activities.rend(),
                                    [id](const Activity &activity) { return activity.id == id; });
    if (found == m_activities.rend())
        return; // so much has happened since then that it is in the file alone
    found->outcome = outcomeOf(error);
    found->error = error ? error->detail : QString();
    takeStatus(m_file.appendAnswer(*found));
    emit answered(id);
}

/// What cannot be written is shown all the same, and the page says that it is not kept.
void ActivityLog::takeStatus(const core::Status &written)
{
    const QString problem = written.ok() ? QString() : written.error().detail;
    if (m_problem == problem)
        return;
    m_problem = problem;
    if (!problem.isEmpty())
        qCWarning(lcSession).nospace() << "activity not kept why=" << problem;
    emit problemChanged();
}

} // namespace ui
