// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/session/storydraft.h"

#include <QElapsedTimer>
#include <QObject>

namespace ui {

class Session;
struct Activity;

/// Notes what the operator does while it records: transfers sent, faults armed and cleared, what died of them and came
/// back. It reads the record of activities, so whatever page or key something is done by, it is noted. UI thread.
class ScenarioRecorder final : public QObject
{
    Q_OBJECT
public:
    static constexpr int transfersMax = 50; ///< in one recording

    explicit ScenarioRecorder(Session &session, QObject *parent = nullptr);

    bool isRecording() const { return m_isRecording; }
    void begin(); ///< forgets what was recorded before
    void end();
    /// What was recorded; also after the end transfers are looked at until all are finished.
    const StoryDraft &draft() const { return m_draft; }

signals:
    void changed(); ///< isRecording() or draft()

private:
    void takeActivity();
    void takeSent(const Activity &activity);
    void takePart(const Activity &activity, RecordedAct::Kind kind);
    void takeStrike(const QByteArray &point, const QByteArray &gid, core::FaultMode mode);
    void takeStates();
    void lookFor(const QByteArray &label, const QByteArray &gid);
    void takeMessages(const QList<core::store::Summary> &changedMessages);
    void add(RecordedAct act);
    QByteArrayList endedSoFar() const;
    QList<core::Fault> armed() const;

    Session &m_session;
    bool m_isRecording = false;
    QElapsedTimer m_since;
    StoryDraft m_draft;
    QByteArray m_crashed; ///< gid of the message that the latest crash struck
    QSet<QByteArray> m_asked; ///< gids that the store was asked for
};

} // namespace ui
