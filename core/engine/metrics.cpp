// SPDX-License-Identifier: Apache-2.0
#include "core/engine/metrics.h"

#include <algorithm>

namespace core::engine {

using message::State;
using message::Verdict;

namespace {

constexpr int branchIdsMax = 200;

void appendLine(QByteArray &text, const QByteArray &name, const QByteArray &labels, std::uint64_t value)
{
    text += name + '{' + labels + "} " + QByteArray::number(static_cast<qulonglong>(value)) + '\n';
}

void appendHead(QByteArray &text, const QByteArray &name, const QByteArray &type, const QByteArray &help)
{
    text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

QByteArray branchLabels(const QByteArray &branchId, std::size_t place)
{
    return "model=\"msg\",branchid=\"" + branchId + "\",branchtype=\"" + (place < 2 ? "action" : "msg") + "\",status=\""
        + (place % 2 == 0 ? "ok" : "fail") + '"';
}

} // namespace

void Histogram::add(double seconds)
{
    const auto bucket = std::lower_bound(boundsSeconds.begin(), boundsSeconds.end(), seconds) - boundsSeconds.begin();
    ++m_counts[static_cast<std::size_t>(bucket)];
    m_sum += seconds;
    ++m_count;
}

void Histogram::appendTo(QByteArray &text, const QByteArray &name, const QByteArray &labels) const
{
    std::uint64_t upToHere = 0;
    for (std::size_t i = 0; i < boundsSeconds.size(); ++i) {
        upToHere += m_counts[i];
        appendLine(text, name + "_bucket", labels + ",le=\"" + QByteArray::number(boundsSeconds[i]) + '"', upToHere);
    }
    appendLine(text, name + "_bucket", labels + ",le=\"+Inf\"", m_count);
    text += name + "_sum{" + labels + "} " + QByteArray::number(m_sum, 'g', 12) + '\n';
    appendLine(text, name + "_count", labels, m_count);
}

void Metrics::countRequest(const QByteArray &api, bool ok, double seconds)
{
    const std::lock_guard lock(m_callsMutex);
    ApiCounters &counters = m_apis[api];
    ++(ok ? counters.ok : counters.fail);
    counters.durations.add(seconds);
}

void Metrics::countSaved(State state)
{
    const std::lock_guard lock(m_messagesMutex);
    ++m_states[static_cast<std::size_t>(state)];
}

void Metrics::countFinished(const message::Message &message, TimePoint now)
{
    const Millis age = now - message.createdAt;
    const std::lock_guard lock(m_messagesMutex);
    m_handled.add(std::chrono::duration<double>(age).count());
    if (message.state != State::Succeed)
        return;
    m_toSucceed.add(age);
    if (message.attempts > message.content->branches.size())
        ++m_succeedLater;
}

void Metrics::countPruned(int messages)
{
    const std::lock_guard lock(m_messagesMutex);
    m_pruned += static_cast<std::uint64_t>(messages);
}

void Metrics::countBranch(const QByteArray &branchId, bool isCheckback, Verdict verdict)
{
    const std::size_t place = (isCheckback ? 2 : 0) + (verdict == Verdict::Success ? 0 : 1);
    const std::lock_guard lock(m_callsMutex);
    const bool isFull = m_branches.size() >= branchIdsMax && !m_branches.contains(branchId);
    ++m_branches[isFull ? QByteArray("other") : branchId].counts[place];
}

Figures Metrics::figures() const
{
    const std::lock_guard lock(m_messagesMutex);
    const auto came = [this](State state) { return m_states[static_cast<std::size_t>(state)]; };
    return {.prepared = came(State::Prepared),
            .submitted = came(State::Submitted),
            .succeedAtOnce = came(State::Succeed) - m_succeedLater,
            .succeedLater = m_succeedLater,
            .failed = came(State::Failed),
            .toSucceed = m_toSucceed};
}

QByteArray Metrics::text() const
{
    const std::scoped_lock lock(m_messagesMutex, m_callsMutex);
    QByteArray text;
    appendHead(text, "dtm_server_process_total", "counter", "All requests received by the coordinator");
    for (auto api = m_apis.cbegin(); api != m_apis.cend(); ++api) {
        const QByteArray labels = "type=\"http\",api=\"" + api.key() + '"';
        appendLine(text, "dtm_server_process_total", labels + ",status=\"ok\"", api->ok);
        appendLine(text, "dtm_server_process_total", labels + ",status=\"fail\"", api->fail);
    }
    appendHead(text, "dtm_server_response_duration", "histogram", "Seconds from a request to its answer");
    for (auto api = m_apis.cbegin(); api != m_apis.cend(); ++api)
        api->durations.appendTo(text, "dtm_server_response_duration", "type=\"http\",api=\"" + api.key() + '"');
    appendHead(text, "dtm_transaction_process_total", "counter", "Messages that came into a state");
    for (const State state : {State::Prepared, State::Submitted, State::Succeed, State::Failed}) {
        appendLine(text, "dtm_transaction_process_total", "model=\"msg\",status=\"" + stateName(state) + '"',
                   m_states[static_cast<std::size_t>(state)]);
    }
    appendHead(text, "dtm_transaction_handled_duration", "histogram",
               "Seconds from the first save of a message to its end");
    m_handled.appendTo(text, "dtm_transaction_handled_duration", "model=\"msg\"");
    appendHead(text, "checkback_pruned_total", "counter", "Finished messages removed from the store");
    appendLine(text, "checkback_pruned_total", "model=\"msg\"", m_pruned);
    appendHead(text, "dtm_branch_process_total", "counter", "Calls of branches and checkbacks");
    for (auto branch = m_branches.cbegin(); branch != m_branches.cend(); ++branch) {
        for (std::size_t place = 0; place < branch->counts.size(); ++place) {
            if (branch->counts[place] > 0)
                appendLine(text, "dtm_branch_process_total", branchLabels(branch.key(), place), branch->counts[place]);
        }
    }
    return text;
}

} // namespace core::engine
