// SPDX-License-Identifier: Apache-2.0
#include "core/http/callanswer.h"

namespace core::http {

using namespace Qt::StringLiterals;
using Outcome = ClientAnswer::Outcome;

namespace {

Outcome outcomeOf(ResponseParser::State state)
{
    switch (state) {
    case ResponseParser::State::Complete:
        return Outcome::Answered;
    case ResponseParser::State::TooLong:
        return Outcome::TooLong;
    case ResponseParser::State::Malformed:
        return Outcome::Malformed;
    case ResponseParser::State::Reading:
    case ResponseParser::State::Truncated:
        break;
    }
    return Outcome::Broken;
}

QString textOf(Outcome outcome)
{
    if (outcome == Outcome::TooLong)
        return u"the answer is longer than the limit"_s;
    if (outcome == Outcome::Malformed)
        return u"the answer is not valid HTTP"_s;
    return outcome == Outcome::Broken ? u"the connection was closed before the answer was complete"_s : QString();
}

} // namespace

ClientAnswer failedAnswer(Outcome outcome, const QString &errorText, bool requestWasSent)
{
    ClientAnswer answer;
    answer.outcome = outcome;
    answer.errorText = errorText;
    answer.requestWasSent = requestWasSent;
    return answer;
}

ClientAnswer toAnswer(ResponseParser &parser)
{
    const Outcome outcome = outcomeOf(parser.state());
    ClientAnswer answer;
    answer.outcome = outcome;
    answer.requestWasSent = true;
    if (outcome != Outcome::Answered)
        answer.errorText = textOf(outcome);
    if (outcome != Outcome::Answered && outcome != Outcome::TooLong)
        return answer;
    answer.status = parser.status();
    answer.contentType = parser.contentType();
    answer.body = parser.takeBody();
    return answer;
}

ClientAnswer connectFailure(const sockets::ConnectFailure &failure)
{
    return failure.isTls ? failedAnswer(Outcome::TlsFailed, u"no trusted TLS connection: "_s + failure.text, false)
                         : failedAnswer(Outcome::Refused, u"no connection: "_s + failure.text, false);
}

ClientAnswer timedOut(bool requestWasSent)
{
    return failedAnswer(Outcome::TimedOut,
                        requestWasSent ? u"no complete answer in time"_s : u"no connection in time"_s, requestWasSent);
}

ClientAnswer nameNotFound()
{
    return failedAnswer(Outcome::NotFound, u"the host's name has no address"_s, false);
}

ClientAnswer forbiddenEndpoint()
{
    return failedAnswer(Outcome::Forbidden, u"the host's address is one that is never called"_s, false);
}

} // namespace core::http
