// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/transition.h"
#include "core/store/messagereader.h"
#include "ui/messages/verbs.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

namespace ui {

/// A message that a verb is for, as it stood when that was decided.
struct BulkTarget
{
    QByteArray gid;
    core::message::State state = core::message::State::Prepared;
    int branchesDone = 0;
    int attempts = 0;
    core::message::Seen seen() const { return {state, branchesDone}; }
};
BulkTarget bulkTargetOf(const core::store::Summary &summary);

/// One verb for many messages: requested → accepted → observed, for each by itself. A few are under way at a time, so
/// that the coordinator's other clients are not held up. UI thread.
class BulkRun final : public QObject
{
    Q_OBJECT
public:
    enum class Outcome {
        Waiting,
        Requested,
        Accepted, ///< the coordinator stored the request; nothing came of it yet
        Observed, ///< the message has changed since
        Refused,
        Left, ///< not sent, since the run was cancelled
    };
    struct Row
    {
        BulkTarget target;
        Outcome outcome = Outcome::Waiting;
        QString why = {}; ///< of a refusal
        core::message::State observed = core::message::State::Prepared;
    };
    struct Counts
    {
        int waiting = 0;
        int requested = 0;
        int accepted = 0;
        int observed = 0;
        int refused = 0;
        int left = 0;
    };
    using Then = std::function<void(const std::optional<core::Error> &)>;
    /// Sends the verb for one message and answers on the UI thread, once.
    using Send = std::function<void(const BulkTarget &, Then)>;

    static constexpr int underWayMax = 16;

    BulkRun(const QList<BulkTarget> &targets, Send send, QObject *parent = nullptr);

    void start();
    /// What was sent is answered; nothing more is sent.
    void cancel();
    /// Sends again what was refused or left.
    void retryFailed();
    /// Messages that changed: a change of one that was accepted is what came of it.
    void observe(const QList<core::store::Summary> &changed);

    int size() const { return int(m_rows.size()); }
    const Row &row(int index) const { return m_rows[std::size_t(index)]; }
    const Counts &counts() const { return m_counts; }
    bool isSending() const { return m_counts.waiting + m_counts.requested > 0; }

signals:
    void rowChanged(int index);

private:
    void sendMore();
    void send(int index);
    void take(int index, const std::optional<core::Error> &error);
    void setOutcome(int index, Outcome outcome);
    int &countOf(Outcome outcome);

    std::vector<Row> m_rows;
    QHash<QByteArray, int> m_byGid;
    Send m_send;
    Counts m_counts;
    std::size_t m_next = 0; ///< of those before it none waits
};

} // namespace ui
