// SPDX-License-Identifier: Apache-2.0
#include "core/api/transactionjson.h"

#include "core/message/branches.h"
#include "core/message/limits.h"

namespace core::api {

using namespace Qt::StringLiterals;
using message::Content;

namespace {

/// An abort may leave the type out: it needs only the gid.
Status checkTransType(const QByteArray &type, Operation operation)
{
    static const QList<QByteArray> typesOfOthers{"saga", "tcc", "xa", "workflow"};
    if (type == "msg" || (type.isEmpty() && operation == Operation::Abort))
        return Done{};
    if (type.isEmpty())
        return Error::invalid("trans_type", u"trans_type is missing: give \"msg\""_s);
    const QString name = QString::fromUtf8(type);
    if (typesOfOthers.contains(type))
        return Error::invalid("trans_type",
                              u"trans_type "_s + name
                                  + u" is not served: this coordinator keeps two-phase messages, \"msg\", only"_s);
    return Error::invalid("trans_type", u"trans_type '"_s + name + u"' is not known: give \"msg\""_s);
}

/// Puts each payload to its step.
Status joinPayloads(TransactionFields &fields)
{
    QList<message::Step> &steps = fields.content.steps;
    if (fields.payloads.size() != steps.size()) {
        return Error::invalid(
            "payloads",
            u"payloads has %1 entries and steps has %2: give one payload a step"_s.arg(fields.payloads.size())
                .arg(steps.size()));
    }
    for (qsizetype i = 0; i < steps.size(); ++i)
        steps[i].payload = std::move(fields.payloads[i]);
    return message::checkSteps(steps);
}

/// The name with its index is made only for the error: this runs for every step of every message.
Status checkActions(const QList<message::Step> &steps, const UrlRules &urls)
{
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (!urls.checkAction(steps[i].action, QByteArrayLiteral("action")).ok())
            return urls.checkAction(steps[i].action, "steps[" + QByteArray::number(i) + "].action");
    }
    return Done{};
}

Status checkUrls(const Content &content, const UrlRules &urls)
{
    if (Status actions = checkActions(content.steps, urls); !actions.ok() || content.queryPrepared.isEmpty())
        return actions;
    return urls.checkUrl(content.queryPrepared, QByteArrayLiteral("query_prepared"));
}

Result<message::ContentPtr> contentOf(TransactionFields &fields, const UrlRules &urls)
{
    if (const Status joined = joinPayloads(fields); !joined.ok())
        return joined.error();
    if (const Status checked = checkUrls(fields.content, urls); !checked.ok())
        return checked.error();
    if (!message::namesTopic(fields.content.steps)) {
        Result<QList<message::Branch>> branches = message::resolveBranches(fields.content.steps, {});
        if (!branches.ok())
            return branches.error();
        fields.content.branches = std::move(*branches);
    }
    return message::ContentPtr(std::make_shared<Content>(std::move(fields.content)));
}

Result<message::Event> prepareEvent(TransactionFields &fields, const UrlRules &urls)
{
    if (fields.content.queryPrepared.isEmpty())
        return Error::invalid(
            "query_prepared",
            u"query_prepared is missing: give the URL that tells whether the local transaction was committed"_s);
    Result<message::ContentPtr> content = contentOf(fields, urls);
    if (!content.ok())
        return content.error();
    return message::Event(message::Prepare{std::move(*content)});
}

Result<message::Event> submitEvent(TransactionFields &fields, const UrlRules &urls)
{
    Result<message::ContentPtr> content = contentOf(fields, urls);
    if (!content.ok())
        return content.error();
    const bool hasSteps = !(*content)->steps.isEmpty();
    const bool hasCustomData = !(*content)->customData.isEmpty();
    return message::Event(message::Submit{std::move(*content), hasSteps, hasCustomData});
}

Result<message::Event> eventOf(Operation operation, TransactionFields &fields, const UrlRules &urls)
{
    switch (operation) {
    case Operation::Prepare:
        return prepareEvent(fields, urls);
    case Operation::Submit:
        return submitEvent(fields, urls);
    case Operation::Abort:
        return message::Event(message::Abort{std::move(fields.reason)});
    }
    return Error::internal(u"no such operation"_s);
}

} // namespace

Result<Transaction> readTransaction(Operation operation, const simdjson::dom::object &object, const UrlRules &urls)
{
    Result<TransactionFields> fields =
        readFields(object, operation == Operation::Abort ? FieldSet::Abort : FieldSet::Whole);
    if (!fields.ok())
        return fields.error();
    Result<Gid> gid = Gid::fromBytes(std::move(fields->gid));
    if (!gid.ok())
        return gid.error();
    if (const Status type = checkTransType(fields->transType, operation); !type.ok())
        return type.error();
    Result<message::Event> event = eventOf(operation, *fields, urls);
    if (!event.ok())
        return event.error();
    return Transaction{std::move(*gid), std::move(*event)};
}

Result<Transaction> readTransaction(Operation operation, QByteArrayView body, const UrlRules &urls)
{
    const Result<simdjson::dom::object> object = parseBodyObject(body);
    if (!object.ok())
        return object.error();
    return readTransaction(operation, *object, urls);
}

Result<ByHand> readByHand(QByteArrayView body)
{
    const Result<simdjson::dom::object> object = parseBodyObject(body);
    if (!object.ok())
        return object.error();
    Result<TransactionFields> fields = readFields(*object, FieldSet::ByHand);
    if (!fields.ok())
        return fields.error();
    Result<Gid> gid = Gid::fromBytes(std::move(fields->gid));
    if (!gid.ok())
        return gid.error();
    return ByHand{std::move(*gid), std::move(fields->reason)};
}

} // namespace core::api
