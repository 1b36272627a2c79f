// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankrequests.h"

#include <QHash>

#include <climits>

#include <simdjson.h>

namespace core::bank {

namespace {

using namespace simdjson;

/// A field's value as it was written. Text holds a string without quotes and escapes, a number's token, "true" or
/// "false".
struct Scalar
{
    enum class Kind { Text, Number, Boolean, Null, Composite };
    Kind kind = Kind::Null;
    QByteArray text;
};
using Fields = QHash<QByteArray, Scalar>;

QByteArray toBytes(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

Error notAnObject()
{
    return Error::invalid("body", QStringLiteral("the body must be one JSON object"));
}

Result<Scalar> readScalar(ondemand::value value)
{
    ondemand::json_type type{};
    std::string_view text;
    if (value.type().get(type))
        return notAnObject();
    switch (type) {
    case ondemand::json_type::string:
        if (value.get_string().get(text))
            return notAnObject();
        return Scalar{Scalar::Kind::Text, toBytes(text)};
    case ondemand::json_type::number: // the token itself: an amount never passes through double
        return Scalar{Scalar::Kind::Number, toBytes(value.raw_json_token()).trimmed()};
    case ondemand::json_type::boolean:
        return Scalar{Scalar::Kind::Boolean, toBytes(value.raw_json_token()).trimmed()};
    case ondemand::json_type::null:
        return Scalar{};
    case ondemand::json_type::array:
    case ondemand::json_type::object:
        break;
    }
    return Scalar{Scalar::Kind::Composite, {}};
}

Status readField(simdjson_result<ondemand::field> result, Fields &fields)
{
    ondemand::field field;
    std::string_view name;
    if (std::move(result).get(field) || field.unescaped_key().get(name))
        return notAnObject();
    const QByteArray key = toBytes(name);
    if (fields.contains(key))
        return Error::invalid(key, QStringLiteral("%1 is given twice").arg(QString::fromUtf8(key)));
    const Result<Scalar> scalar = readScalar(field.value());
    if (!scalar.ok())
        return scalar.error();
    fields.insert(key, *scalar);
    return Done{};
}

Result<Fields> readFields(QByteArrayView json)
{
    const padded_string padded(json.data(), std::size_t(json.size()));
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(padded).get(document) || document.get_object().get(object))
        return notAnObject();
    Fields fields;
    for (auto field : object) {
        if (const Status read = readField(std::move(field), fields); !read.ok())
            return read.error();
    }
    const char *rest = nullptr;
    if (document.current_location().get(rest) == SUCCESS) // only the end has no location
        return notAnObject();
    return fields;
}

Result<Money> amountOf(const Fields &fields)
{
    const Scalar scalar = fields.value("amount");
    if (scalar.kind != Scalar::Kind::Number && scalar.kind != Scalar::Kind::Text)
        return Error::invalid("amount", QStringLiteral("amount must be a number such as 30 or \"30.00\""));
    const Result<Money> amount = Money::fromText(scalar.text, "amount");
    if (amount.ok() && *amount <= Money())
        return Error::invalid("amount", QStringLiteral("amount must be greater than zero"));
    return amount;
}

Result<std::int64_t> wholeNumberOf(const Fields &fields, const QByteArray &name, std::int64_t whenAbsent)
{
    const Scalar scalar = fields.value(name);
    if (scalar.kind == Scalar::Kind::Null)
        return whenAbsent;
    bool isNumber = false;
    const std::int64_t number = scalar.text.toLongLong(&isNumber);
    if (scalar.kind != Scalar::Kind::Number || !isNumber || number < 0 || number > INT_MAX)
        return Error::invalid(name,
                              QStringLiteral("%1 must be a whole number of 0 or more").arg(QString::fromUtf8(name)));
    return number;
}

Result<int> userOf(const Fields &fields, const QByteArray &name, int whenAbsent)
{
    const Result<std::int64_t> number = wholeNumberOf(fields, name, whenAbsent);
    if (!number.ok())
        return number.error();
    if (*number == 0)
        return Error::invalid(
            name, QStringLiteral("%1 must be the number of a user, 1 or more").arg(QString::fromUtf8(name)));
    return int(*number);
}

Result<bool> flagOf(const Fields &fields, const QByteArray &name)
{
    const Scalar scalar = fields.value(name);
    if (scalar.kind == Scalar::Kind::Null)
        return false;
    if (scalar.kind != Scalar::Kind::Boolean)
        return Error::invalid(name, QStringLiteral("%1 must be true or false").arg(QString::fromUtf8(name)));
    return scalar.text == "true";
}

Result<std::optional<Gid>> keyOf(const Fields &fields)
{
    const Scalar scalar = fields.value("key");
    if (scalar.kind == Scalar::Kind::Null)
        return std::optional<Gid>();
    const Result<Gid> gid = Gid::fromBytes(scalar.text);
    if (scalar.kind != Scalar::Kind::Text || !gid.ok())
        return Error::invalid("key",
                              QStringLiteral("key must be a string of 1 to 128 visible ASCII characters without ';'"));
    return std::optional(*gid);
}

Result<participant::MsgOptions> optionsOf(const Fields &fields)
{
    participant::MsgOptions options;
    const Result<bool> waitResult = flagOf(fields, "wait_result");
    if (!waitResult.ok())
        return waitResult.error();
    options.waitResult = *waitResult;
    const std::pair<const char *, seconds *> intervals[] = {{"delay", &options.delay},
                                                            {"timeout_to_fail", &options.timeoutToFail},
                                                            {"request_timeout", &options.requestTimeout},
                                                            {"retry_interval", &options.retryInterval}};
    for (const auto &[name, interval] : intervals) {
        const Result<std::int64_t> number = wholeNumberOf(fields, name, 0);
        if (!number.ok())
            return number.error();
        *interval = seconds(*number);
    }
    return options;
}

} // namespace

Result<CreditRequest> CreditRequest::parse(QByteArrayView json)
{
    const Result<Fields> fields = readFields(json);
    if (!fields.ok())
        return fields.error();
    const Result<Money> amount = amountOf(*fields);
    if (!amount.ok())
        return amount.error();
    const Result<int> user = userOf(*fields, "user_id", CreditRequest().userId);
    if (!user.ok())
        return user.error();
    return CreditRequest{*amount, *user};
}

Result<TransferRequest> TransferRequest::parse(QByteArrayView json)
{
    const Result<Fields> fields = readFields(json);
    if (!fields.ok())
        return fields.error();
    const Result<int> from = userOf(*fields, "from", 0);
    if (!from.ok())
        return from.error();
    const Result<int> to = userOf(*fields, "to", 0);
    if (!to.ok())
        return to.error();
    const Result<Money> amount = amountOf(*fields);
    if (!amount.ok())
        return amount.error();
    const Result<std::optional<Gid>> key = keyOf(*fields);
    if (!key.ok())
        return key.error();
    const Result<participant::MsgOptions> options = optionsOf(*fields);
    if (!options.ok())
        return options.error();
    return TransferRequest{*from, *to, *amount, *key, *options};
}

QByteArray TransferRequest::creditPayload() const
{
    const bool isWhole = amount.cents() % 100 == 0;
    const QByteArray number = isWhole ? QByteArray::number(qlonglong(amount.cents() / 100)) : amount.toText();
    return "{\"amount\":" + number + ",\"from\":" + QByteArray::number(from) + ",\"user_id\":" + QByteArray::number(to)
        + '}';
}

} // namespace core::bank
