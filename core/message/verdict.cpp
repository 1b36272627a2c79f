// SPDX-License-Identifier: Apache-2.0
#include "core/message/verdict.h"

#include <simdjson.h>

namespace core::message {

namespace {

/// What a body says of itself.
enum class BodyClaim { NotJson, JsonWithoutResult, Success, Failure, Ongoing, OtherResult };

BodyClaim claimOfResult(std::string_view result)
{
    if (result == "SUCCESS")
        return BodyClaim::Success;
    if (result == "FAILURE")
        return BodyClaim::Failure;
    if (result == "ONGOING")
        return BodyClaim::Ongoing;
    return BodyClaim::OtherResult;
}

/// Two different dtm_result in one object contradict each other.
BodyClaim claimOfObject(const simdjson::dom::object &object)
{
    BodyClaim claim = BodyClaim::JsonWithoutResult;
    for (const auto &[key, value] : object) {
        if (key != "dtm_result")
            continue;
        std::string_view text;
        const bool isText = value.get(text) == simdjson::SUCCESS;
        const BodyClaim found = isText ? claimOfResult(text) : BodyClaim::OtherResult;
        if (claim != BodyClaim::JsonWithoutResult && claim != found)
            return BodyClaim::OtherResult;
        claim = found;
    }
    return claim;
}

BodyClaim claimOfBody(QByteArrayView body)
{
    thread_local simdjson::dom::parser parser;
    simdjson::dom::element root;
    if (body.isEmpty()) // simdjson would copy from a null pointer
        return BodyClaim::NotJson;
    if (parser.parse(body.data(), static_cast<size_t>(body.size())).get(root) != simdjson::SUCCESS)
        return BodyClaim::NotJson;
    simdjson::dom::object object;
    if (root.get(object) != simdjson::SUCCESS)
        return BodyClaim::JsonWithoutResult;
    return claimOfObject(object);
}

bool isHtml(QByteArrayView contentType)
{
    constexpr QByteArrayView html("text/html");
    return contentType.size() >= html.size() && contentType.first(html.size()).compare(html, Qt::CaseInsensitive) == 0;
}

bool mentionsTrouble(QByteArrayView body)
{
    return body.contains("FAILURE") || body.contains("ONGOING");
}

Judgement judge200(const CallAnswer &answer)
{
    if (answer.truncated)
        return {Verdict::Unknown, "answered 200 with a body that is cut off or longer than 64 KiB"};
    if (answer.body.trimmed().isEmpty())
        return {Verdict::Success, {}};
    switch (claimOfBody(answer.body)) {
    case BodyClaim::Success:
        return {Verdict::Success, {}};
    case BodyClaim::Failure:
        return {Verdict::Failure, "answered dtm_result FAILURE"};
    case BodyClaim::Ongoing:
        return {Verdict::Ongoing, "answered dtm_result ONGOING"};
    case BodyClaim::OtherResult:
        return {Verdict::Unknown, "answered 200 with a dtm_result that is none of SUCCESS, FAILURE, ONGOING"};
    case BodyClaim::NotJson:
        return {Verdict::Unknown,
                isHtml(answer.contentType) ? "answered 200 with a web page"
                                           : "answered 200 with a body that is not JSON"};
    case BodyClaim::JsonWithoutResult:
        break;
    }
    if (mentionsTrouble(answer.body))
        return {Verdict::Unknown, "answered 200 with FAILURE or ONGOING in a body without dtm_result"};
    if (isHtml(answer.contentType))
        return {Verdict::Unknown, "answered 200 with a web page"};
    return {Verdict::Success, {}};
}

Judgement judge409(const CallAnswer &answer)
{
    const BodyClaim claim = answer.truncated ? BodyClaim::NotJson : claimOfBody(answer.body);
    if (claim == BodyClaim::Success || claim == BodyClaim::Ongoing)
        return {Verdict::Unknown, "answered 409 with a dtm_result that contradicts it"};
    return {Verdict::Failure, "answered 409"};
}

} // namespace

QByteArray withHiddenResultWords(QByteArray json)
{
    return json.replace("FAILURE", "\\u0046AILURE").replace("ONGOING", "\\u004fNGOING");
}

Judgement judge(const CallAnswer &answer)
{
    if (answer.status == 200)
        return judge200(answer);
    if (answer.status == 409)
        return judge409(answer);
    if (answer.status == 425)
        return {Verdict::Ongoing, "answered 425"};
    return {Verdict::Unknown, "answered " + QByteArray::number(answer.status)};
}

} // namespace core::message
