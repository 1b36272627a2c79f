// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/faults/recording.h"

#include <QElapsedTimer>
#include <QTimer>

namespace core::faults {

class Stage;

/// Looks at a stage while a story is played on it and tells each moment: what it is told itself, and what it finds when
/// it looks, ten times a second and whenever something happens. Lives on the stage's thread.
class Watch final
{
public:
    using Tell = std::function<void(const Moment &)>;

    /// The stage and the scenario must outlive it.
    Watch(Stage &stage, const Scenario &scenario, Tell tell);

    /// From now on it looks.
    void begin();
    /// What happens from here on belongs to this scene, to this step.
    void setScene(int scene) { m_now.scene = scene; }
    void setStep(const Step &step);
    /// Tells of this, and before it of all that is found to have happened up to here.
    void note(const Happening &what);
    /// A coordinator was found to say so. A state that was known, or one before it, is no news.
    void takeState(const QByteArray &label, const QByteArray &state);
    /// Since begin(), without the time for which the story was paused.
    Millis elapsed() const;

private:
    void look();
    void readBooks();
    void tellCommits(const bank::BankSnapshot &sender, const bank::BankSnapshot &receiver);
    void tellBookings(const QList<bank::JournalEntry> &journal, qsizetype known, Committed::What what);
    void askStates();
    void takeAnswer(const Answered &answered);
    void takeStruck(const Struck &struck);
    void tell(const Happening &what);
    QByteArray labelOf(const QByteArray &gid) const;

    Stage &m_stage;
    const Scenario &m_scenario;
    Tell m_tell;
    QElapsedTimer m_since;
    QTimer m_timer;
    QHash<QByteArray, QByteArray> m_labels; ///< by gid
    QHash<QByteArray, int> m_asking; ///< queries under way, by label
    Moment m_now; ///< how things stand
    qsizetype m_debits = 0; ///< entries of the journals, and barrier rows, that were told of
    qsizetype m_credits = 0;
    qsizetype m_senderRows = 0;
};

} // namespace core::faults
