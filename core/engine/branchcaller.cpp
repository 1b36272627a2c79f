// SPDX-License-Identifier: Apache-2.0
#include "core/engine/branchcaller.h"

#include "core/base/victim.h"
#include "core/engine/log.h"
#include "core/message/limits.h"
#include "core/message/verdict.h"

namespace core::engine {

using namespace std::chrono_literals;
using http::ClientAnswer;
using message::CallResult;

namespace {

constexpr int targetsMax = 4096;
constexpr int hostsMax = 1024;
constexpr qsizetype putOffMax = 65'536; ///< those beyond wait for their due times
constexpr std::chrono::milliseconds shortenEvery{100};
constexpr Millis withoutLeasePause{1000};
constexpr char checkbackId[] = "00";

bool isCheckback(const Call &call)
{
    return call.branch < 0;
}

const QByteArray &rawUrlOf(const Call &call)
{
    return isCheckback(call) ? call.content->queryPrepared : call.content->branches[call.branch].url;
}

QByteArray branchIdOf(const Call &call)
{
    return isCheckback(call) ? QByteArray(checkbackId) : call.content->branches[call.branch].id;
}

/// Any answer at all shows that the host is there.
bool wasReached(const ClientAnswer &answer)
{
    return answer.outcome == ClientAnswer::Outcome::Answered || answer.outcome == ClientAnswer::Outcome::TooLong
        || answer.outcome == ClientAnswer::Outcome::Malformed;
}

CallResult resultOf(const ClientAnswer &answer)
{
    CallResult result{.httpStatus = answer.status, .latency = answer.elapsed};
    result.answerExcerpt =
        answer.body.size() <= message::attemptExcerptMax ? answer.body : answer.body.left(message::attemptExcerptMax);
    if (answer.outcome != ClientAnswer::Outcome::Answered && answer.outcome != ClientAnswer::Outcome::TooLong) {
        result.error = answer.errorText.toUtf8();
        return result;
    }
    message::Judgement judgement = message::judge({.status = answer.status,
                                                   .contentType = answer.contentType,
                                                   .body = answer.body,
                                                   .truncated = answer.outcome == ClientAnswer::Outcome::TooLong});
    result.verdict = judgement.verdict;
    result.error = std::move(judgement.why);
    return result;
}

CallFailures::Target failureTarget(const Call &call)
{
    if (isCheckback(call))
        return {.method = "GET", .url = rawUrlOf(call), .isCheckback = true};
    const message::Content &content = *call.content;
    const bool isEmpty = content.steps[content.branches[call.branch].step].payload.isEmpty();
    return {.method = isEmpty ? "GET" : "POST", .url = rawUrlOf(call)};
}

CallResult dropped(TimePoint startedAt, const char *why)
{
    return {.verdict = message::Verdict::Unknown, .error = why, .startedAt = startedAt};
}

} // namespace

BranchCaller::BranchCaller(http::Client &client, Inbox &inbox, const Clock &clock, Metrics &metrics, Soon soon,
                           HostGateOptions options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_inbox(inbox)
    , m_clock(clock)
    , m_metrics(metrics)
    , m_soon(std::move(soon))
    , m_options(options)
    , m_shorten(this)
{
    m_shorten.setSingleShot(true);
    m_shorten.setInterval(shortenEvery);
    connect(&m_shorten, &QTimer::timeout, this, &BranchCaller::shortenQueues);
}

void BranchCaller::call(Call &&call)
{
    const Target *const target = targetOf(call);
    if (!target)
        return record(call, dropped(m_clock.now(), "the URL cannot be called"));
    Host &host = *target->host;
    switch (host.gate.admit(m_clock.now(), static_cast<int>(host.waiting.size()), call.byHand)) {
    case HostGate::Admission::Send:
        return send(std::move(call), *target);
    case HostGate::Admission::Wait:
        host.waiting.push_back(std::move(call));
        if (static_cast<int>(host.waiting.size()) > m_options.queuedMax && !m_shorten.isActive())
            m_shorten.start();
        return;
    case HostGate::Admission::HoldBack:
        return holdBack(call, host);
    }
}

std::shared_ptr<BranchCaller::Host> BranchCaller::hostOf(const QByteArray &origin)
{
    const auto found = m_hosts.constFind(origin);
    if (found != m_hosts.cend())
        return *found;
    if (m_hosts.size() >= hostsMax)
        forgetIdleHosts();
    return *m_hosts.insert(origin, std::make_shared<Host>(Host{HostGate(m_options), origin, {}, {}}));
}

/// With the URLs that name them: two gates for one host would each count calls of the other.
void BranchCaller::forgetIdleHosts()
{
    m_hosts.removeIf([](const auto &entry) {
        const Host &host = *entry.value();
        return host.gate.isIdle() && host.waiting.empty() && host.putOff.isEmpty();
    });
    m_targets.removeIf([this](const auto &entry) { return !m_hosts.contains(entry.value().host->origin); });
}

/// Null: the URL cannot be called. Valid until the next call of this function.
const BranchCaller::Target *BranchCaller::targetOf(const Call &call)
{
    const QByteArray &raw = rawUrlOf(call);
    const auto found = m_targets.constFind(raw);
    if (found != m_targets.cend())
        return &*found;
    const Result<http::Url> url = http::Url::parse(raw);
    if (!url.ok())
        return nullptr;
    if (m_targets.size() >= targetsMax)
        m_targets.clear();
    return &*m_targets.insert(raw, Target{*url, hostOf(url->origin())});
}

void BranchCaller::send(Call &&call, const Target &target)
{
    if (deferWithoutLease(call, *target.host))
        return;
    if (!faultsAreArmed())
        return sendNow(std::move(call), target);
    const char *point = isCheckback(call) ? "checkback.before-send" : "branch.before-connect";
    passFaultPoint(point, call.gid.bytes(), this, [this, call, target](const std::optional<Strike> &strike) {
        sendStruck(Call(call), target, strike);
    });
}

void BranchCaller::sendNow(Call &&call, const Target &target)
{
    if (faultsAreArmed() && !isCheckback(call)) // once it is on its way
        QTimer::singleShot(50ms, this, [gid = call.gid.bytes()] { faultPoint("branch.after-send", gid); });
    http::ClientRequest request = requestFor(call, target.url);
    m_client.send(std::move(request),
                  [this, call = std::move(call), host = target.host, startedAt = m_clock.now()](ClientAnswer &&answer) {
                      heard(call, host, startedAt, std::move(answer));
                  });
}

/// What an armed fault made of a call that is about to be sent; time may have passed.
void BranchCaller::sendStruck(Call &&call, const Target &target, const std::optional<Strike> &strike)
{
    if (hasCrashed() || deferWithoutLease(call, *target.host))
        return;
    if (strike && strike->mode == FaultMode::Duplicate)
        m_client.send(requestFor(call, target.url), [](ClientAnswer &&) {});
    if (!strike || strike->mode == FaultMode::Duplicate)
        return sendNow(std::move(call), target);
    const TimePoint now = m_clock.now();
    target.host->gate.finished(now, true);
    record(call, dropped(now, "an armed fault dropped the call"));
    sendWaiting(*target.host);
}

/// It waited here while the lease ran out: another coordinator may be making this call.
bool BranchCaller::deferWithoutLease(const Call &call, Host &host)
{
    if (!m_mayCall || m_mayCall(call))
        return false;
    const TimePoint now = m_clock.now();
    host.gate.finished(now, true);
    post(Command{
        call.gid,
        message::CallDeferred{call.branch, now + withoutLeasePause, "this coordinator's lease on the store ran out"}});
    return true;
}

http::ClientRequest BranchCaller::requestFor(const Call &call, const http::Url &url) const
{
    const message::Content &content = *call.content;
    http::ClientRequest request{.url = url, .timeout = content.options.requestTimeout};
    request.url.target = http::withQuery(url.target,
                                         {{"gid", call.gid.bytes()},
                                          {"trans_type", "msg"},
                                          {"branch_id", branchIdOf(call)},
                                          {"op", isCheckback(call) ? "msg" : "action"}});
    request.headers.reserve(content.options.branchHeaders.size() + 1);
    for (const message::BranchHeader &header : content.options.branchHeaders)
        request.headers.append(http::Header{header.name, header.value});
    if (isCheckback(call))
        return request;
    request.body = content.steps[content.branches[call.branch].step].payload;
    request.method = request.body.isEmpty() ? "GET" : "POST";
    const bool hasContentType = !http::headerValue(request.headers, "Content-Type").isEmpty();
    if (!request.body.isEmpty() && !hasContentType)
        request.headers.append(http::Header{QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
    return request;
}

void BranchCaller::heard(const Call &call, const std::shared_ptr<Host> &host, TimePoint startedAt,
                         ClientAnswer &&answer)
{
    if (!faultsAreArmed())
        return heardStruck(call, *host, startedAt, std::move(answer), {});
    passFaultPoint(isCheckback(call) ? "checkback.after-answer" : "branch.after-answer", call.gid.bytes(), this,
                   [this, call, host, startedAt, answer](const std::optional<Strike> &strike) {
                       heardStruck(call, *host, startedAt, ClientAnswer(answer), strike);
                   });
}

/// What an armed fault made of an answer; time may have passed.
void BranchCaller::heardStruck(const Call &call, Host &host, TimePoint startedAt, ClientAnswer &&answer,
                               const std::optional<Strike> &strike)
{
    if (hasCrashed())
        return;
    const bool wasThere = wasReached(answer);
    if (strike && strike->mode == FaultMode::Answer)
        answer = {.outcome = ClientAnswer::Outcome::Answered,
                  .status = strike->status,
                  .contentType = "application/json",
                  .body = faultAnswerBody(strike->status),
                  .elapsed = answer.elapsed};
    const bool isLost = strike && strike->mode == FaultMode::Drop;
    CallResult result = isLost ? dropped(startedAt, "an armed fault dropped the answer") : resultOf(answer);
    result.startedAt = startedAt;
    answered(call, host, std::move(result), wasThere);
}

void BranchCaller::answered(const Call &call, Host &host, CallResult &&result, bool reached)
{
    record(call, std::move(result));

    const bool wasHeldBack = host.gate.isHeldBack();
    host.gate.finished(m_clock.now(), reached);
    if (host.gate.isHeldBack())
        qCDebug(lcEngine).nospace() << "host held back origin=" << host.origin;
    else if (wasHeldBack)
        callPutOff(host);
    sendWaiting(host);
}

void BranchCaller::sendWaiting(Host &host)
{
    while (!host.waiting.empty() && host.gate.takePlace(m_clock.now())) {
        Call next = std::move(host.waiting.front());
        host.waiting.pop_front();
        const Target &target = *targetOf(next);
        send(std::move(next), target);
    }
    if (!host.gate.isHeldBack())
        return;
    for (const Call &waiting : std::exchange(host.waiting, {}))
        holdBack(waiting, host);
}

/// A host that answered quickly may have stopped to, and what waits for it takes up the room of others.
void BranchCaller::shortenQueues()
{
    for (const std::shared_ptr<Host> &host : std::as_const(m_hosts)) {
        const auto max = static_cast<std::size_t>(host->gate.queueMax(m_clock.now()));
        for (; host->waiting.size() > max; host->waiting.pop_back())
            holdBack(host->waiting.back(), *host);
        if (static_cast<int>(max) > m_options.queuedMax && !host->waiting.empty())
            m_shorten.start();
    }
}

void BranchCaller::callPutOff(Host &host)
{
    HostIsBack back;
    for (auto putOff = host.putOff.cbegin(); putOff != host.putOff.cend(); ++putOff)
        back.messages.push_back({putOff.key(), putOff.value()});
    m_putOff -= std::exchange(host.putOff, {}).size();
    qCInfo(lcEngine).nospace() << "host back origin=" << host.origin << " put_off=" << back.messages.size();
    if (!back.messages.empty())
        post(std::move(back));
}

void BranchCaller::tryHeldBackHosts()
{
    for (const std::shared_ptr<Host> &host : std::as_const(m_hosts))
        host->gate.endHold(m_clock.now());
}

void BranchCaller::holdBack(const Call &call, Host &host)
{
    const TimePoint until = host.gate.putOff(m_clock.now());
    if (host.gate.isHeldBack() && m_putOff < putOffMax) {
        m_putOff += host.putOff.contains(call.gid) ? 0 : 1;
        host.putOff.insert(call.gid, until);
    }
    const QByteArray why = host.gate.isHeldBack() ? " does not answer; calls to it are held back for a moment"
                                                  : " has too many calls waiting; this one is made later";
    post(Command{call.gid, message::CallDeferred{call.branch, until, host.origin + why}});
}

void BranchCaller::record(const Call &call, CallResult result)
{
    m_metrics.countBranch(branchIdOf(call), isCheckback(call), result.verdict);
    if (result.verdict != message::Verdict::Success) {
        m_metrics.callFailures().note(failureTarget(call), result, m_clock.now());
        const QByteArray &url = rawUrlOf(call);
        const qsizetype query = url.indexOf('?'); // what follows may be secret
        qCInfo(lcEngine).nospace() << "call gid=" << call.gid.bytes() << " branch=" << branchIdOf(call)
                                   << " verdict=" << message::verdictName(result.verdict)
                                   << " status=" << result.httpStatus << " latency_ms=" << result.latency.count()
                                   << " url=" << (query < 0 ? url : url.left(query)) << " error=" << result.error;
    }
    if (isCheckback(call))
        post(Command{call.gid, message::CheckbackAnswered{std::move(result)}});
    else
        post(Command{call.gid, message::BranchAnswered{call.branch, std::move(result)}});
}

void BranchCaller::post(Inbound item)
{
    if (m_results.empty())
        m_soon([this] { flush(); });
    m_results.push_back(std::move(item));
}

void BranchCaller::flush()
{
    m_inbox.post(m_results);
    m_results.clear();
}

} // namespace core::engine
