// SPDX-License-Identifier: Apache-2.0
#include "core/message/verdict.h"

#include <simdjson.h>

#include <algorithm>

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

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes a number by JSON's grammar (RFC 8259 §6) off the front; false when there is none.
bool takeNumber(QByteArrayView &rest)
{
    const auto takeOneOf = [&rest](QByteArrayView characters) {
        const bool isThere = !rest.isEmpty() && characters.contains(rest.front());
        rest = rest.sliced(isThere ? 1 : 0);
        return isThere;
    };
    const auto takeDigits = [&rest] {
        const auto end = std::find_if_not(rest.begin(), rest.end(), isDigit);
        const bool areThere = end != rest.begin();
        rest = rest.sliced(end - rest.begin());
        return areThere;
    };
    takeOneOf("-");
    if (!takeOneOf("0") && !takeDigits())
        return false;
    if (takeOneOf(".") && !takeDigits())
        return false;
    if (!takeOneOf("eE"))
        return true;
    takeOneOf("+-");
    return takeDigits();
}

/// The body with 0 in place of each number, none of which decides anything here; empty where one is not JSON.
QByteArray withoutNumbers(QByteArrayView body)
{
    QByteArray plain;
    bool isInText = false;
    while (!body.isEmpty()) {
        const char c = body.front();
        if (!isInText && (c == '-' || isDigit(c))) {
            if (!takeNumber(body))
                return {};
            plain += '0';
            continue;
        }
        const qsizetype taken = isInText && c == '\\' && body.size() > 1 ? 2 : 1;
        plain += body.first(taken);
        body = body.sliced(taken);
        isInText = isInText != (c == '"');
    }
    return plain;
}

/// False: it is not JSON. A number of more than 64 bits is, though the parser has no place for it. Valid until the next
/// call on the same thread.
bool parse(QByteArrayView body, simdjson::dom::element &root)
{
    thread_local simdjson::dom::parser parser;
    const auto parseText = [&root](QByteArrayView text) { // simdjson would copy from a null pointer
        return !text.isEmpty()
            && parser.parse(text.data(), static_cast<size_t>(text.size())).get(root) == simdjson::SUCCESS;
    };
    return parseText(body) || parseText(withoutNumbers(body));
}

BodyClaim claimOfBody(QByteArrayView body)
{
    simdjson::dom::element root;
    if (!parse(body, root))
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

/// 409 says FAILURE by itself, so a body that cannot be read whole takes nothing away from it; only a result in it that
/// says otherwise does. An answer whose connection was cut is none, whatever its status was: it never comes here.
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
