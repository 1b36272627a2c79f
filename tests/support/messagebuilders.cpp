// SPDX-License-Identifier: Apache-2.0
#include "tests/support/messagebuilders.h"

#include "core/message/branches.h"

using namespace core;
using namespace core::message;

namespace test {

Gid gidOf(const QByteArray &text)
{
    Result<Gid> gid = Gid::fromBytes(text);
    Q_ASSERT_X(gid.ok(), "gidOf", text.constData());
    return *gid;
}

ContentPtr contentOf(const ContentSpec &spec)
{
    auto content = std::make_shared<Content>();
    content->steps = spec.steps;
    for (int n = 1; spec.steps.isEmpty() && n <= spec.branches; ++n)
        content->steps.append({"http://bank-b/" + QByteArray::number(n), "{\"n\":" + QByteArray::number(n) + '}'});
    content->queryPrepared = spec.queryPrepared;
    content->customData = spec.customData;
    content->options = spec.options;
    const auto noTopics = [](const QByteArray &) { return std::nullopt; };
    if (Result<QList<Branch>> branches = resolveBranches(content->steps, noTopics); branches.ok())
        content->branches = std::move(*branches);
    return content;
}

CallResult judged(const CallAnswer &answer)
{
    const Judgement judgement = judge(answer);
    return {.verdict = judgement.verdict,
            .httpStatus = answer.status,
            .error = judgement.why,
            .answerExcerpt = answer.body.toByteArray()};
}

CallResult succeeded()
{
    return judged({.status = 200, .contentType = "application/json", .body = "{\"dtm_result\":\"SUCCESS\"}"});
}

CallResult refused()
{
    return judged({.status = 409, .contentType = "application/json", .body = "{\"dtm_result\":\"FAILURE\"}"});
}

CallResult notYet()
{
    return judged({.status = 425, .contentType = "application/json", .body = "{\"dtm_result\":\"ONGOING\"}"});
}

CallResult timedOut()
{
    return {.verdict = Verdict::Unknown, .error = "no answer within the request's time"};
}

} // namespace test
