// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casefields.h"
#include "core/casefile/casefile.h"
#include "core/message/limits.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace core::casefile {

using message::Message;
using message::Verdict;

namespace {

constexpr std::int64_t countMax = std::numeric_limits<int>::max();
constexpr std::int64_t intervalSecondsMax = message::intervalMax.count();
constexpr std::int64_t latencyMsMax = 24LL * 3600 * 1000;

Verdict verdict(CaseFields &fields, const QString &name)
{
    const QByteArray word = fields.bytes(name);
    for (const Verdict one : {Verdict::Success, Verdict::Failure, Verdict::Ongoing, Verdict::Unknown}) {
        if (word == message::verdictName(one))
            return one;
    }
    fields.fail(name, u"SUCCESS, FAILURE, ONGOING or unknown"_s);
    return Verdict::Unknown;
}

seconds interval(CaseFields &fields, const QString &name, std::int64_t least = 1)
{
    return seconds(fields.number(name, least, intervalSecondsMax));
}

message::Options readOptions(CaseFields fields)
{
    message::Options options{.waitResult = fields.flag(u"wait_result"_s),
                             .concurrent = fields.flag(u"concurrent"_s),
                             .timeoutToFail = interval(fields, u"timeout_to_fail"_s),
                             .requestTimeout = interval(fields, u"request_timeout"_s),
                             .retryInterval = interval(fields, u"retry_interval"_s),
                             .delay = interval(fields, u"delay"_s, 0)};
    for (CaseFields &header : fields.objects(u"branch_headers"_s))
        options.branchHeaders.append({header.bytes(u"name"_s), header.bytes(u"value"_s)});
    return options;
}

/// Branches and which of them are done: a branch that points to no step would be read out of bounds later.
void readBranches(CaseFields &fields, message::Content &content, std::vector<bool> &done)
{
    const std::int64_t lastStep = content.steps.size() - 1;
    QList<CaseFields> branches = fields.objects(u"branches"_s);
    if (branches.size() > message::branchesMax)
        return fields.fail(u"branches"_s, u"a list of at most %1"_s.arg(message::branchesMax));
    for (CaseFields &branch : branches) {
        const int step = int(branch.number(u"step"_s, 0, std::max<std::int64_t>(lastStep, 0)));
        if (lastStep < 0)
            return branch.fail(u"step"_s, u"the number of a step"_s);
        content.branches.append({branch.bytes(u"branch_id"_s), branch.bytes(u"url"_s), step});
        done.push_back(branch.flag(u"done"_s));
    }
}

message::ContentPtr readContent(CaseFields &fields, std::vector<bool> &done)
{
    auto content = std::make_shared<message::Content>();
    QList<CaseFields> steps = fields.objects(u"steps"_s);
    if (steps.size() > message::stepsMax)
        fields.fail(u"steps"_s, u"a list of at most %1"_s.arg(message::stepsMax));
    for (CaseFields &step : steps)
        content->steps.append({step.bytes(u"action"_s), step.bytes(u"payload"_s)});
    readBranches(fields, *content, done);
    content->queryPrepared = fields.bytes(u"query_prepared"_s);
    content->customData = fields.bytes(u"custom_data"_s);
    content->protocol = fields.bytes(u"protocol"_s);
    content->options = readOptions(fields.object(u"options"_s));
    return content;
}

void readProgress(CaseFields &fields, Message &message)
{
    message.attempts = int(fields.number(u"attempts"_s, 0, countMax));
    message.failuresInRow = int(fields.number(u"failures_in_row"_s, 0, countMax));
    message.backoffStep = int(fields.number(u"backoff_step"_s, 0, countMax));
    message.stalled = fields.flag(u"stalled"_s);
    message.overridden = fields.flag(u"overridden"_s);
    message.lastVerdict = verdict(fields, u"last_verdict"_s);
    message.lastHttpStatus = int(fields.number(u"last_status"_s, 0, 999));
    message.lastError = fields.bytes(u"last_error"_s);
    message.reason = fields.bytes(u"rollback_reason"_s);
}

void readTimes(CaseFields &fields, Message &message)
{
    message.createdAt = fields.time(u"create_time"_s);
    message.updatedAt = fields.time(u"update_time"_s);
    message.submittedAt = fields.timeIfAny(u"submit_time"_s);
    message.finishedAt = fields.timeIfAny(u"finish_time"_s);
    message.dueAt = fields.timeIfAny(u"due_time"_s);
}

message::State readState(CaseFields &fields)
{
    const auto state = message::stateFromName(fields.bytes(u"status"_s));
    if (!state)
        fields.fail(u"status"_s, u"prepared, submitted, succeed or failed"_s);
    return state.value_or(message::State::Prepared);
}

std::optional<Message> readMessage(CaseFields fields)
{
    const Result<Gid> gid = Gid::fromBytes(fields.bytes(u"gid"_s));
    if (!gid.ok())
        fields.fail(u"gid"_s, u"a gid: 1 to 128 characters without spaces"_s);
    if (fields.failed())
        return std::nullopt;
    Message message{.gid = *gid};
    message.state = readState(fields);
    message.content = readContent(fields, message.branchDone);
    readProgress(fields, message);
    readTimes(fields, message);
    if (message.finished() != message.finishedAt.has_value())
        fields.fail(u"finish_time"_s, u"there when the message is finished, and only then"_s);
    return message;
}

QList<message::Attempt> readAttempts(CaseFields &file)
{
    QList<message::Attempt> attempts;
    for (CaseFields &fields : file.objects(u"attempts"_s)) {
        message::Attempt attempt{.branchId = fields.bytes(u"branch_id"_s),
                                 .number = int(fields.number(u"number"_s, 1, countMax)),
                                 .startedAt = fields.time(u"start_time"_s),
                                 .latency = Millis(fields.number(u"latency_ms"_s, 0, latencyMsMax))};
        attempt.verdict = verdict(fields, u"verdict"_s);
        attempt.httpStatus = int(fields.number(u"http_status"_s, 0, 999));
        attempt.error = fields.bytes(u"error"_s);
        attempt.answerExcerpt = fields.bytes(u"answer"_s);
        attempts.append(attempt);
    }
    return attempts;
}

CaseBarrierRow readRow(CaseFields &fields)
{
    return {.branchId = fields.bytes(u"branch_id"_s),
            .op = fields.bytes(u"op"_s),
            .barrierId = fields.bytes(u"barrier_id"_s),
            .reason = fields.bytes(u"reason"_s),
            .userId = int(fields.number(u"user_id"_s, 0, countMax)),
            .amount = fields.money(u"amount"_s),
            .writtenAt = fields.time(u"write_time"_s)};
}

CaseBank readBank(CaseFields &fields)
{
    const QString role = fields.text(u"role"_s);
    if (role != "sender"_L1 && role != "receiver"_L1)
        fields.fail(u"role"_s, u"sender or receiver"_s);
    CaseBank bank{
        .name = fields.text(u"name"_s), .isSender = role == "sender"_L1, .problem = fields.text(u"problem"_s)};
    for (CaseFields &account : fields.objects(u"accounts"_s)) {
        bank.accounts.append({.userId = int(account.number(u"user_id"_s, 0, countMax)),
                              .balance = account.money(u"balance"_s),
                              .trading = account.money(u"trading_balance"_s)});
    }
    for (CaseFields &row : fields.objects(u"barrier_rows"_s))
        bank.barrierRows.append(readRow(row));
    return bank;
}

CaseEvent readEvent(CaseFields &fields)
{
    return {.at = fields.time(u"time"_s),
            .who = fields.text(u"who"_s),
            .verb = fields.text(u"verb"_s),
            .outcome = fields.text(u"outcome"_s),
            .detail = fields.text(u"detail"_s),
            .error = fields.text(u"error"_s)};
}

/// Why these bytes are no JSON object, for who chose the file.
Error notJson(QByteArrayView bytes, const QJsonParseError &error)
{
    if (bytes.trimmed().isEmpty())
        return Error::invalid("file", u"the file is empty"_s);
    if (!bytes.trimmed().startsWith('{') || !bytes.contains(caseFormat))
        return Error::invalid("file", u"the file is no case of Checkback"_s);
    const bool isCutOff = error.offset >= bytes.trimmed().size() - 1 || !bytes.trimmed().endsWith('}');
    return Error::invalid("file",
                          isCutOff
                              ? u"the file is cut off: it ends in the middle, at byte %1"_s.arg(bytes.size())
                              : u"the file is damaged at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
}

std::optional<Error> wrongFormat(CaseFields &file)
{
    const QString format = file.text(u"format"_s);
    if (file.failed() || format != QLatin1String(caseFormat))
        return Error::invalid("format", u"the file is no case of Checkback"_s);
    const std::int64_t version = file.number(u"version"_s, 1, countMax);
    if (!file.failed() && version > caseVersion) {
        return Error::invalid("version",
                              u"the file is of version %1, made by a newer Checkback; this one reads "
                              "version %2"_s.arg(version)
                                  .arg(caseVersion));
    }
    return std::nullopt;
}

} // namespace

Result<Case> caseFromBytes(QByteArrayView bytes)
{
    if (bytes.size() > caseBytesMax) {
        return Error{Error::Code::TooLarge,
                     u"the file is too large: a case has at most %1 MiB"_s.arg(caseBytesMax / 1024 / 1024), "file"};
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(bytes.toByteArray(), &parse);
    if (!document.isObject())
        return notJson(bytes, parse);
    std::optional<Error> problem;
    CaseFields file(document.object(), {}, problem);
    if (const auto wrong = wrongFormat(file))
        return *wrong;
    const TimePoint savedAt = file.time(u"saved_at"_s);
    std::optional<Message> message = readMessage(file.object(u"message"_s));
    if (!message)
        return *problem;
    Case about{.message = std::move(*message),
               .attempts = readAttempts(file),
               .savedAt = savedAt,
               .savedBy = file.text(u"saved_by"_s),
               .payloadLeftOut = file.flag(u"payload_left_out"_s)};
    for (CaseFields &bank : file.objects(u"banks"_s))
        about.banks.append(readBank(bank));
    for (CaseFields &event : file.objects(u"events"_s))
        about.events.append(readEvent(event));
    if (problem)
        return *problem;
    return about;
}

} // namespace core::casefile
