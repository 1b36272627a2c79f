// SPDX-License-Identifier: Apache-2.0
#include "core/participant/msgjson.h"

namespace core::participant {

namespace {

// Qt's own writer would pass the payload through QString and sort the names; here the bytes stay.
QByteArray quoted(QByteArrayView text)
{
    static constexpr char hex[] = "0123456789abcdef";
    QByteArray out;
    out.reserve(text.size() + 16);
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out.append('\\').append(c);
        else if (static_cast<unsigned char>(c) < 0x20)
            out.append("\\u00").append(hex[c >> 4]).append(hex[c & 0xf]);
        else
            out += c;
    }
    return out.append('"');
}

template<typename List, typename ToText> QByteArray joined(const List &list, ToText toText)
{
    QByteArrayList texts;
    for (const auto &item : list)
        texts << toText(item);
    return texts.join(',');
}

Status checkUtf8(QByteArrayView text, const QByteArray &field)
{
    if (!text.isValidUtf8())
        return Error::invalid(field, QStringLiteral("%1 must be UTF-8").arg(QString::fromLatin1(field)));
    return Done{};
}

Status checkTexts(const QList<message::Step> &steps, const QByteArray &queryPrepared, const MsgOptions &options)
{
    QList<std::pair<QByteArray, QByteArray>> texts{{"query_prepared", queryPrepared},
                                                   {"custom_data", options.customData}};
    for (const message::Step &step : steps)
        texts << std::pair("steps", step.action) << std::pair("payloads", step.payload);
    for (const message::BranchHeader &header : options.branchHeaders)
        texts << std::pair("branch_headers", header.name) << std::pair("branch_headers", header.value);
    for (const auto &[field, text] : texts) {
        if (Status utf8 = checkUtf8(text, field); !utf8.ok())
            return utf8;
    }
    return Done{};
}

Status checkOptions(const MsgOptions &options)
{
    const std::pair<const char *, seconds> intervals[] = {{"delay", options.delay},
                                                          {"timeout_to_fail", options.timeoutToFail},
                                                          {"request_timeout", options.requestTimeout},
                                                          {"retry_interval", options.retryInterval}};
    for (const auto &[name, interval] : intervals) {
        if (interval < seconds(0))
            return Error::invalid(name, QStringLiteral("%1 must not be negative").arg(QLatin1String(name)));
    }
    if (options.delay > seconds(0) && !options.customData.isEmpty())
        return Error::invalid("delay", QStringLiteral("delay travels in custom_data: give one of them only"));
    return Done{};
}

QByteArray customDataOf(const MsgOptions &options)
{
    return options.delay > seconds(0) ? "{\"delay\":" + QByteArray::number(options.delay.count()) + '}'
                                      : options.customData;
}

void appendSeconds(QByteArray &out, const char *name, seconds value)
{
    if (value > seconds(0))
        out.append(",\"").append(name).append("\":").append(QByteArray::number(value.count()));
}

QByteArray optionsJson(const MsgOptions &options)
{
    QByteArray out;
    if (const QByteArray customData = customDataOf(options); !customData.isEmpty())
        out += ",\"custom_data\":" + quoted(customData);
    if (options.waitResult)
        out += ",\"wait_result\":true";
    if (options.concurrent)
        out += ",\"concurrent\":true";
    appendSeconds(out, "timeout_to_fail", options.timeoutToFail);
    appendSeconds(out, "request_timeout", options.requestTimeout);
    appendSeconds(out, "retry_interval", options.retryInterval);
    if (!options.branchHeaders.isEmpty()) {
        const auto pair = [](const message::BranchHeader &header) -> QByteArray {
            return quoted(header.name) + ':' + quoted(header.value);
        };
        out += ",\"branch_headers\":{" + joined(options.branchHeaders, pair) + '}';
    }
    return out;
}

} // namespace

Result<QByteArray> transactionJson(const Gid &gid, const QList<message::Step> &steps, const QByteArray &queryPrepared,
                                   const MsgOptions &options)
{
    if (Status texts = checkTexts(steps, queryPrepared, options); !texts.ok())
        return texts.error();
    if (Status checked = checkOptions(options); !checked.ok())
        return checked.error();
    const auto action = [](const message::Step &step) -> QByteArray {
        return "{\"action\":" + quoted(step.action) + '}';
    };
    const auto payload = [](const message::Step &step) { return quoted(step.payload); };
    QByteArray out = "{\"gid\":" + quoted(gid.bytes()) + ",\"trans_type\":\"msg\",\"steps\":[" + joined(steps, action)
        + "],\"payloads\":[" + joined(steps, payload) + ']';
    if (!queryPrepared.isEmpty())
        out += ",\"query_prepared\":" + quoted(queryPrepared);
    return QByteArray(out + optionsJson(options) + '}');
}

QByteArray abortJson(const Gid &gid)
{
    return "{\"gid\":" + quoted(gid.bytes()) + ",\"trans_type\":\"msg\"}";
}

} // namespace core::participant
