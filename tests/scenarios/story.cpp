// SPDX-License-Identifier: Apache-2.0
#include "tests/scenarios/story.h"

#include <QFile>
#include <QFileInfo>

using namespace core;
using namespace core::engine;
using namespace core::message;

namespace test {

namespace {

const QHash<QByteArray, CommitEnd> commitEnds = {
    {"retryable", CommitEnd::Retryable},      {"unknown-written", CommitEnd::UnknownWritten},
    {"unknown-lost", CommitEnd::UnknownLost}, {"fatal", CommitEnd::Fatal},
    {"crash-before", CommitEnd::CrashBefore}, {"crash-after", CommitEnd::CrashAfter},
};

const QHash<QByteArray, CallAnswer> answers = {
    {"success", {.status = 200, .contentType = "application/json", .body = "{\"dtm_result\":\"SUCCESS\"}"}},
    {"committed", {.status = 200, .contentType = "application/json", .body = "{\"dtm_result\":\"SUCCESS\"}"}},
    {"failure", {.status = 409, .contentType = "application/json", .body = "{\"dtm_result\":\"FAILURE\"}"}},
    {"rolled-back", {.status = 409, .contentType = "application/json", .body = "{\"dtm_result\":\"FAILURE\"}"}},
    {"ongoing", {.status = 425, .contentType = "application/json", .body = "{\"dtm_result\":\"ONGOING\"}"}},
    {"error-500", {.status = 500, .contentType = "text/plain", .body = "FAILURE: the pool is empty"}},
    {"error-page", {.status = 200, .contentType = "text/html", .body = "<h1>FAILURE</h1> the gateway found no server"}},
};

} // namespace

Story::Story(StoryParts parts) : m_parts(std::move(parts)) { }

Story::~Story() = default;

QString Story::run(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return path + QStringLiteral(": cannot be read");
    const QString name = QFileInfo(path).fileName();
    int number = 0;
    for (const QByteArray &raw : file.readAll().split('\n')) {
        ++number;
        const QByteArray text = raw.split('#').front().trimmed();
        const QString wrong = text.isEmpty() ? QString() : obey(StoryLine::from(text));
        if (!wrong.isEmpty())
            return QStringLiteral("%1:%2: %3").arg(name).arg(number).arg(wrong);
    }
    const QString left = nothingIsLeft();
    return left.isEmpty() ? left : QStringLiteral("%1:%2: %3").arg(name).arg(number).arg(left);
}

QString Story::obey(const StoryLine &line)
{
    static const QHash<QByteArray, Verb> verbs = {
        {"limit", &Story::limit},       {"prepare", &Story::send},
        {"submit", &Story::send},       {"abort", &Story::send},
        {"force-stop", &Story::send},   {"retry", &Story::send},
        {"replay", &Story::send},       {"subscribe", &Story::topic},
        {"unsubscribe", &Story::topic}, {"advance", &Story::advance},
        {"branch", &Story::answerCall}, {"answer", &Story::answerCall},
        {"store", &Story::setStore},    {"next-commit", &Story::nextCommit},
        {"crash", &Story::crash},       {"take-over", &Story::takeOver},
        {"drain", &Story::drain},       {"expect", &Story::expect},
    };
    const Verb verb = verbs.value(line.word(0));
    return verb ? (this->*verb)(line) : QStringLiteral("no such verb: ") + QString::fromUtf8(line.word(0));
}

QString Story::expect(const StoryLine &line)
{
    static const QHash<QByteArray, Verb> verbs = {
        {"reply", &Story::expectReply},       {"call", &Story::expectCall},
        {"ask", &Story::expectCall},          {"no", &Story::expectNo},
        {"state", &Story::expectState},       {"stalled", &Story::expectStalled},
        {"attempts", &Story::expectAttempts}, {"wake", &Story::expectWake},
        {"owner", &Story::expectOwner},
    };
    const Verb verb = verbs.value(line.word(1));
    return verb ? (this->*verb)(line.withoutFirst())
                : QStringLiteral("cannot expect this: ") + QString::fromUtf8(line.word(1));
}

/// A story tells of everything that comes out.
QString Story::nothingIsLeft() const
{
    for (auto replies = m_replies.cbegin(); replies != m_replies.cend(); ++replies) {
        if (!replies->isEmpty())
            return unexpected(QStringLiteral("no further reply"), replies.key() + ' ' + replies->front());
    }
    if (m_engine && m_engine->isUp() && !m_engine->calls().empty())
        return unexpected(QStringLiteral("no further call"), keyOf(m_engine->calls().front()));
    return {};
}

TestEngine &Story::engine()
{
    if (!m_engine)
        m_engine = std::make_unique<TestEngine>(m_options, 1, m_parts.newStore);
    if (!m_engine->isUp())
        m_engine->start();
    return *m_engine;
}

QString Story::limit(const StoryLine &line)
{
    if (m_engine)
        return QStringLiteral("limits stand before everything else");
    if (line.has("in-work"))
        m_options.inWorkMax = line.options["in-work"].toInt();
    if (line.has("stalled-after"))
        m_options.stalledAfter = line.options["stalled-after"].toInt();
    return {};
}

/// The options stay with the gid, so that a submit says what its prepare said.
const ContentSpec &Story::specOf(const StoryLine &line)
{
    ContentSpec &spec = m_specs[line.word(1)];
    if (line.has("branches"))
        spec.branches = line.options["branches"].toInt();
    if (line.has("steps")) {
        spec.steps.clear();
        for (const QByteArray &action : line.options["steps"].split(','))
            spec.steps.append({action, "{}"});
    }
    if (line.has("query"))
        spec.queryPrepared = line.options["query"];
    if (line.has("delay"))
        spec.options.delay = secondsOf(line.options["delay"]);
    if (line.has("timeout"))
        spec.options.timeoutToFail = secondsOf(line.options["timeout"]);
    if (line.has("retry-interval"))
        spec.options.retryInterval = secondsOf(line.options["retry-interval"]);
    spec.options.concurrent |= line.has("concurrent");
    spec.options.waitResult = line.has("wait");
    return spec;
}

Event Story::eventOf(const StoryLine &line)
{
    const QByteArray verb = line.word(0);
    if (verb == "prepare")
        return Prepare{contentOf(specOf(line))};
    if (verb == "submit")
        return Submit{
            .content = contentOf(specOf(line)), .hasSteps = !line.has("no-steps"), .hasCustomData = line.has("delay")};
    if (verb == "abort")
        return Abort{};
    if (verb == "force-stop")
        return ForceStop{};
    if (verb == "retry")
        return RetryNow{};
    return ReplayCheckback{};
}

Asker Story::askerOf(const QByteArray &gid)
{
    return LocalReply([this, gid](const std::optional<Error> &error) { m_replies[gid].append(statusOf(error)); });
}

QString Story::send(const StoryLine &line)
{
    if (line.words.size() < 2)
        return QStringLiteral("which message?");
    engine().post(Command{gidOf(line.word(1)), eventOf(line), askerOf(line.word(1))});
    return {};
}

QString Story::topic(const StoryLine &line)
{
    const auto kind = line.word(0) == "subscribe" ? TopicChange::Kind::Subscribe : TopicChange::Kind::Unsubscribe;
    engine().post(
        TopicChange{.kind = kind, .topic = line.word(1), .url = line.word(2), .asker = askerOf(line.word(1))});
    return {};
}

QString Story::advance(const StoryLine &line)
{
    const std::optional<Millis> by = durationOf(line.word(1));
    if (!by)
        return QStringLiteral("not a duration: ") + QString::fromUtf8(line.word(1));
    engine().advance(*by);
    return {};
}

/// "branch m1/01 success", "answer m1 committed"; "late" stands for one that the coordinator that was cut off had
/// called.
QString Story::answerCall(const StoryLine &line)
{
    const bool toCutOff = line.has("late");
    const bool isCheckback = line.word(0) == "answer";
    const QByteArray key = isCheckback ? line.word(1) + "/00" : line.word(1);
    QByteArrayList &inFlight = toCutOff ? m_inFlightOfCutOff : m_inFlight;
    if (!inFlight.removeOne(key))
        return QStringLiteral("no call of %1 is in flight").arg(QString::fromUtf8(key));
    if (line.word(2) != "timeout" && !answers.contains(line.word(2)))
        return QStringLiteral("no such answer: ") + QString::fromUtf8(line.word(2));
    CallResult result = line.word(2) == "timeout" ? timedOut() : m_parts.judge(answers[line.word(2)]);

    const QByteArray gid = key.left(key.lastIndexOf('/'));
    Command command{gidOf(gid), CheckbackAnswered{result}};
    if (!isCheckback) {
        const Message *stored = engine().disk.find(gidOf(gid));
        const QByteArray id = key.mid(key.lastIndexOf('/') + 1);
        const auto branch = std::find_if(stored->content->branches.cbegin(), stored->content->branches.cend(),
                                         [&](const Branch &candidate) { return candidate.id == id; });
        command.event = BranchAnswered{static_cast<int>(branch - stored->content->branches.cbegin()), result};
    }
    engine().post(toCutOff ? *m_cutOff : engine().now(), std::move(command));
    return {};
}

QString Story::setStore(const StoryLine &line)
{
    engine().store().setAway(line.word(1) == "away");
    return {};
}

/// "then-away": what follows cannot be read either.
QString Story::nextCommit(const StoryLine &line)
{
    if (!commitEnds.contains(line.word(1)))
        return QStringLiteral("no such end of a commit: ") + QString::fromUtf8(line.word(1));
    CrashyStore &store = engine().store();
    store.script([&store, end = commitEnds[line.word(1)], thenAway = line.has("then-away")](const auto &) {
        store.script({});
        store.setAway(thenAway);
        return end;
    });
    return {};
}

QString Story::crash(const StoryLine &)
{
    engine().crash();
    m_inFlight.clear();
    return {};
}

QString Story::takeOver(const StoryLine &)
{
    m_cutOff = engine().takeOver();
    m_inFlightOfCutOff = std::exchange(m_inFlight, {});
    return {};
}

QString Story::drain(const StoryLine &line)
{
    if (line.word(1) == "done")
        engine().coordinator().release();
    else
        engine().coordinator().drain();
    return {};
}

} // namespace test
