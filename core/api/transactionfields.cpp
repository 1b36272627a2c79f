// SPDX-License-Identifier: Apache-2.0
#include "core/api/transactionfields.h"

#include "core/message/limits.h"

#include <span>

namespace core::api {

using namespace Qt::StringLiterals;
using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

namespace {

// Names of fields are plain text here: they become byte arrays only where there is an error to tell.

Status readText(const element &value, const char *field, QByteArray &target)
{
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS)
        return wrongKind(field, value, u"a string"_s);
    target = viewOf(text).toByteArray();
    return Done{};
}

Status readBool(const element &value, const char *field, bool &target)
{
    if (value.get(target) != simdjson::SUCCESS)
        return wrongKind(field, value, u"true or false"_s);
    return Done{};
}

/// Leaves target, the default, for 0.
Status readInterval(const element &value, const char *field, seconds &target)
{
    std::int64_t number = 0;
    if (value.get(number) == simdjson::SUCCESS) {
        const Result<seconds> checked = message::checkedInterval(number, target, field);
        if (!checked.ok())
            return checked.error();
        target = *checked;
        return Done{};
    }
    const QString wanted =
        u"whole seconds from 1 to "_s + QString::number(message::intervalMax.count()) + u", or 0 for the default"_s;
    if (value.type() == element_type::UINT64)
        return Error::invalid(field, QLatin1String(field) + u" is too large: give "_s + wanted);
    if (value.type() == element_type::DOUBLE)
        return Error::invalid(field, QLatin1String(field) + u" is not a whole number: give "_s + wanted);
    return wrongKind(field, value, wanted);
}

Status readReason(const element &value, const char *field, QByteArray &target)
{
    if (Status status = readText(value, field, target); !status.ok())
        return status;
    if (target.size() > message::reasonBytesMax)
        return Error{Error::Code::TooLarge, QLatin1String(field) + u" has more than 1024 bytes"_s, field};
    return Done{};
}

Status readProtocol(const element &value, QByteArray &target)
{
    if (Status status = readText(value, "protocol", target); !status.ok())
        return status;
    if (!target.isEmpty() && target != "http")
        return Error::invalid("protocol",
                              u"protocol is '"_s + QString::fromUtf8(target)
                                  + u"': only http is spoken; give \"http\" or leave it out"_s);
    return Done{};
}

QByteArray indexed(const QByteArray &field, qsizetype index)
{
    return field + '[' + QByteArray::number(index) + ']';
}

/// One {"action":url}. Other entries of a step belong to other transaction types.
Result<message::Step> readStep(const element &value, qsizetype index)
{
    object step;
    if (value.get(step) != simdjson::SUCCESS)
        return wrongKind(indexed("steps", index), value, u"an object {\"action\":url}"_s);
    element action;
    if (step.at_key("action").get(action) != simdjson::SUCCESS || action.is_null()) {
        const QByteArray field = indexed("steps", index);
        return Error::invalid(field, QLatin1String(field) + u" has no action: give {\"action\":url}"_s);
    }
    message::Step result;
    if (const Status status = readText(action, "action", result.action); !status.ok())
        return wrongKind(indexed("steps", index) + ".action", action, u"a URL as a string"_s);
    return result;
}

Status readSteps(const element &value, QList<message::Step> &target)
{
    array steps;
    if (value.get(steps) != simdjson::SUCCESS)
        return wrongKind("steps", value, u"an array of {\"action\":url}"_s);
    target.reserve(static_cast<qsizetype>(steps.size()));
    for (const element &entry : steps) {
        Result<message::Step> step = readStep(entry, target.size());
        if (!step.ok())
            return step.error();
        target.append(std::move(*step));
    }
    return Done{};
}

/// The bytes of each text are kept as they are; null is the empty payload.
Status readPayloads(const element &value, QList<QByteArray> &target)
{
    array payloads;
    if (value.get(payloads) != simdjson::SUCCESS)
        return wrongKind("payloads", value, u"an array with one JSON text (a string) a step"_s);
    target.reserve(static_cast<qsizetype>(payloads.size()));
    for (const element &entry : payloads) {
        QByteArray payload;
        if (!entry.is_null() && !readText(entry, "payloads", payload).ok())
            return wrongKind(indexed("payloads", target.size()), entry, u"the payload's JSON text as a string"_s);
        target.append(std::move(payload));
    }
    return Done{};
}

/// A JSON text in a string, of which the protocol knows the delay.
Status readCustomData(const element &value, message::Content &content)
{
    if (Status status = readText(value, "custom_data", content.customData); !status.ok())
        return wrongKind("custom_data", value, u"JSON text in a string, like \"{\\\"delay\\\":10}\""_s);
    if (content.customData.isEmpty())
        return Done{};
    const Result<element> data = parseField(content.customData, "custom_data");
    if (!data.ok())
        return data.error();
    if (data->is_null())
        return Done{};
    object fields;
    if (data->get(fields) != simdjson::SUCCESS)
        return wrongKind("custom_data", *data, u"an object like {\"delay\":10} in it"_s);
    element delay;
    if (fields.at_key("delay").get(delay) != simdjson::SUCCESS || delay.is_null())
        return Done{};
    return readInterval(delay, "custom_data.delay", content.options.delay);
}

Status readBranchHeaders(const element &value, QList<message::BranchHeader> &target)
{
    object headers;
    if (value.get(headers) != simdjson::SUCCESS)
        return wrongKind("branch_headers", value, u"an object {name: value}"_s);
    for (const auto &[name, content] : headers) {
        message::BranchHeader header{.name = viewOf(name).toByteArray()};
        if (!readText(content, "branch_headers", header.value).ok())
            return wrongKind("branch_headers." + header.name, content, u"a string"_s);
        if (Status status = message::checkBranchHeader(header); !status.ok())
            return status;
        target.append(std::move(header));
    }
    return Done{};
}

/// A field by its name, and how its value, which is not null, gets into the result.
struct Field
{
    std::string_view name;
    Status (*read)(const element &value, TransactionFields &target);
};
using T = TransactionFields;

constexpr Field gid{"gid", [](const element &v, T &t) { return readText(v, "gid", t.gid); }};
constexpr Field transType{"trans_type", [](const element &v, T &t) { return readText(v, "trans_type", t.transType); }};
constexpr Field rollbackReason{"rollback_reason",
                               [](const element &v, T &t) { return readReason(v, "rollback_reason", t.reason); }};

constexpr Field wholeFields[] = {
    gid,
    transType,
    {"steps", [](const element &v, T &t) { return readSteps(v, t.content.steps); }},
    {"payloads", [](const element &v, T &t) { return readPayloads(v, t.payloads); }},
    {"query_prepared", [](const element &v, T &t) { return readText(v, "query_prepared", t.content.queryPrepared); }},
    {"protocol", [](const element &v, T &t) { return readProtocol(v, t.content.protocol); }},
    {"custom_data", [](const element &v, T &t) { return readCustomData(v, t.content); }},
    {"wait_result", [](const element &v, T &t) { return readBool(v, "wait_result", t.content.options.waitResult); }},
    {"concurrent", [](const element &v, T &t) { return readBool(v, "concurrent", t.content.options.concurrent); }},
    {"timeout_to_fail",
     [](const element &v, T &t) { return readInterval(v, "timeout_to_fail", t.content.options.timeoutToFail); }},
    {"request_timeout",
     [](const element &v, T &t) { return readInterval(v, "request_timeout", t.content.options.requestTimeout); }},
    {"retry_interval",
     [](const element &v, T &t) { return readInterval(v, "retry_interval", t.content.options.retryInterval); }},
    {"branch_headers", [](const element &v, T &t) { return readBranchHeaders(v, t.content.options.branchHeaders); }},
    rollbackReason,
};
constexpr Field abortFields[] = {gid, transType, rollbackReason};
constexpr Field byHandFields[] = {
    gid,
    rollbackReason,
    {"reason", [](const element &v, T &t) { return readReason(v, "reason", t.reason); }},
};

std::span<const Field> fieldsOf(FieldSet fieldSet)
{
    switch (fieldSet) {
    case FieldSet::Whole:
        return wholeFields;
    case FieldSet::Abort:
        return abortFields;
    case FieldSet::ByHand:
        return byHandFields;
    }
    return {};
}

} // namespace

Result<TransactionFields> readFields(const object &object, FieldSet fieldSet)
{
    const std::span<const Field> fields = fieldsOf(fieldSet);
    TransactionFields result;
    std::uint32_t seen = 0;
    for (const auto &[key, value] : object) {
        const auto field =
            std::find_if(fields.begin(), fields.end(), [name = key](const Field &f) { return f.name == name; });
        if (field == fields.end())
            continue;
        const std::uint32_t bit = 1U << (field - fields.begin());
        if ((seen & bit) != 0)
            return Error::invalid(viewOf(key).toByteArray(),
                                  QString::fromUtf8(viewOf(key)) + u" stands twice: give it once"_s);
        seen |= bit;
        if (value.is_null())
            continue;
        if (const Status status = field->read(value, result); !status.ok())
            return status.error();
    }
    return result;
}

} // namespace core::api
