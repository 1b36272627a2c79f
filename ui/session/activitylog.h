// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/activityfile.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace ui {

/// What a record says of an outcome: nothing when it is good. Pure.
template<typename T> std::optional<core::Error> errorOf(const core::Result<T> &outcome)
{
    return outcome.ok() ? std::nullopt : std::optional(outcome.error());
}

/// What operators did and what happened to the engine, kept over restarts. UI thread. Whoever does something says so in
/// one line: note() where the outcome is known, audited() around the callback that will hear it.
class ActivityLog final : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype activitiesMax = 20'000; ///< in memory; older ones are in the file alone

    /// who: the user of this computer, as audited actions name it.
    ActivityLog(const QString &folder, const core::Clock &clock, QString who, QObject *parent = nullptr);

    ~ActivityLog() override; ///< waits for the reading

    /// Has what is kept read, on a thread of its own; once, before anything is noted.
    void open();
    bool isRead() const { return m_isRead; } ///< else only what was noted since is known so far

    void noteEvent(ActivityVerb verb, const QString &object, const QString &detail = {});
    /// Of an action that ended at once.
    void note(ActivityVerb verb, const QString &object, const QString &detail, const std::optional<core::Error> &error);

    using Then = std::function<void(const std::optional<core::Error> &)>;
    /// Records the action as it begins, and its outcome as soon as the engine has answered; that answer goes on to
    /// `then`, unless context is gone.
    /// Call what this gives on the UI thread. reason: the operator's own words.
    Then audited(ActivityVerb verb, const QString &object, const QString &detail, QObject *context, Then then,
                 const QString &reason = {});

    const QList<Activity> &activities() const { return m_activities; } ///< oldest first
    QString path() const { return m_file.path(); }
    QString problem() const { return m_problem; } ///< why the last line is not on disk; empty: it is

signals:
    void wasRead();
    void added();
    void answered(qint64 id); ///< its outcome is known now
    void problemChanged();

private:
    void takeKept(QList<Activity> kept);
    void trim();
    qint64 add(Activity activity);
    void answer(qint64 id, const std::optional<core::Error> &error);
    void takeStatus(const core::Status &written);

    ActivityFile m_file;
    const core::Clock &m_clock;
    QString m_who;
    QList<Activity> m_activities;
    qint64 m_lastId = 0;
    bool m_isRead = false;
    QString m_problem;
    QThreadPool m_reading;
};

} // namespace ui
