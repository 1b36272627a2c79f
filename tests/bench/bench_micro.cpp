// SPDX-License-Identifier: Apache-2.0
// What the steps of one message cost, each by itself, without a socket and without a thread: run by hand, in a Release
// build. Prints one line a step: nanoseconds of this thread's processor time, the least of nine runs and their median.
//   bench_micro [COUNT]    operations a run (20,000)
// What a store costs is in bench_store.
#include "core/api/reply.h"
#include "core/api/transactionjson.h"
#include "core/base/faultpoint.h"
#include "core/http/requestparser.h"
#include "core/http/requestwriter.h"
#include "core/http/responseparser.h"
#include "core/http/responsewriter.h"
#include "core/message/branches.h"
#include "core/message/verdict.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace core;
using namespace core::message;
using namespace Qt::StringLiterals;

namespace {

constexpr int runs = 9;
constexpr char branchUrl[] = "http://127.0.0.1:8081/api/busi/SagaBTransIn";
const TimePoint start = fromEpochMs(1'700'000'000'000);

/// Keeps the compiler from leaving out what nobody reads.
template<typename T> void keep(const T &value)
{
    asm volatile("" : : "g"(&value) : "memory");
}

double threadNanoseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e9 + static_cast<double>(spent.tv_nsec);
}

template<typename Step> double nanosecondsEach(int count, Step &step)
{
    const double before = threadNanoseconds();
    for (int i = 0; i < count; ++i)
        step();
    return (threadNanoseconds() - before) / count;
}

template<typename Step> void bench(const char *name, int count, Step step)
{
    std::vector<double> each;
    for (int run = 0; run < runs; ++run)
        each.push_back(nanosecondsEach(count, step));
    std::sort(each.begin(), each.end());
    std::printf("%-40s %8.0f ns  %8.0f ns\n", name, each.front(), each[runs / 2]);
    std::fflush(stdout);
}

[[noreturn]] void die(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    std::exit(1);
}

template<typename T> T orDie(Result<T> result)
{
    if (!result.ok())
        die(result.error().detail);
    return std::move(*result);
}

QByteArray submitBody()
{
    return QByteArray(R"({"gid":"b1700000000-001-12345678-0000000001","trans_type":"msg","steps":[{"action":")")
        + branchUrl + R"("}],"payloads":["{\"amount\":30}"],"wait_result":true})";
}

QByteArray submitBytes(const QByteArray &body)
{
    return "POST /api/dtmsvr/submit HTTP/1.1\r\nHost: 127.0.0.1:36789\r\nContent-Type: application/json\r\n"
           "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void benchRequest(int count)
{
    const QByteArray body = submitBody();
    const QByteArray bytes[] = {submitBytes(body), submitBytes(body + ' ')};
    const http::RequestParser::HeadCheck noCheck;
    http::RequestParser parser({}, noCheck);
    bench("parse a submit's HTTP, head as before", count, [&] {
        parser.feed(bytes[0]);
        keep(parser.takeRequest());
    });
    bench("parse a submit's HTTP, another head", count, [&, number = 0]() mutable {
        parser.feed(bytes[++number % 2]);
        keep(parser.takeRequest());
    });
    const api::UrlRules urls([] { return std::pair{QHostAddress(QHostAddress::LocalHost), quint16(36789)}; });
    bench("read its JSON into an event", count,
          [&] { keep(api::readTransaction(api::Operation::Submit, body, urls)); });
}

ContentPtr transferContent()
{
    auto content = std::make_shared<Content>();
    content->steps = {{branchUrl, R"({"amount":30})"}};
    content->branches = orDie(resolveBranches(content->steps, {}));
    content->options.waitResult = true;
    return content;
}

void benchDecide(int count)
{
    const Gid gid = orDie(Gid::fromBytes("b1700000000-001-12345678-0000000001"));
    const Circumstances circumstances{.now = start};
    const Event submit = Submit{transferContent()};
    bench("decide() a submit", count, [&] { keep(decide(nullptr, gid, submit, circumstances)); });

    const Decision submitted = decide(nullptr, gid, submit, circumstances);
    if (!submitted.next || !submitted.next->inWork())
        die(u"the submit called no branch"_s);
    const Event succeeded = BranchAnswered{0, {.verdict = Verdict::Success, .httpStatus = 200, .startedAt = start}};
    bench("decide() its branch's success", count,
          [&] { keep(decide(&*submitted.next, gid, succeeded, circumstances)); });
    const Event failed = BranchAnswered{0, {.httpStatus = 500, .error = "status 500", .startedAt = start}};
    bench("decide() its branch's error", count, [&] { keep(decide(&*submitted.next, gid, failed, circumstances)); });
}

void benchCall(int count)
{
    http::ClientRequest request{.method = "POST",
                                .url = orDie(http::Url::parse(branchUrl)),
                                .headers = {{"Content-Type", "application/json"}},
                                .body = R"({"amount":30})"};
    const QByteArray target = request.url.target;
    bench("encode a branch's request", count, [&] {
        request.url.target = http::withQuery(target,
                                             {{"gid", "b1700000000-001-12345678-0000000001"},
                                              {"trans_type", "msg"},
                                              {"branch_id", "01"},
                                              {"op", "action"}});
        QByteArray bytes;
        http::appendRequest(bytes, request);
        keep(bytes);
    });
    bench("judge its answer", count, [&] {
        keep(judge({.status = 200, .contentType = "application/json", .body = R"({"dtm_result":"SUCCESS"})"}));
    });
}

void benchAnswer(int count)
{
    const QByteArray date = http::httpDate();
    QByteArray bytes;
    bench("encode an answer, success", count, [&] {
        bytes.resize(0);
        http::appendResponse(bytes, api::successResponse(), date, {});
        keep(bytes);
    });
    const Error error = Error::unavailable(u"too much waits already: send it again later"_s);
    bench("encode an answer, 503", count, [&] {
        bytes.resize(0);
        http::appendResponse(bytes, api::errorResponse(error), date, {});
        keep(bytes);
    });
}

/// What a message pays for each point that it comes by while nothing is armed.
void benchFaultPoint(int count)
{
    bench("pass a fault point, none armed", count, [] { keep(faultPoint("branch.before-connect", "g1")); });
    if (!armFault({.point = "finish.before", .times = 0}).ok())
        die(u"nothing can be armed"_s);
    bench("pass a fault point, another armed", count, [] { keep(faultPoint("branch.before-connect", "g1")); });
    disarmFaultPoints();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int count = application.arguments().value(1, u"20000"_s).toInt();
    if (count <= 0)
        die(u"COUNT is a number above 0"_s);
    std::printf("%-40s %11s  %11s\n", "step", "least", "median");
    benchRequest(count);
    benchDecide(count);
    benchCall(count);
    benchAnswer(count);
    benchFaultPoint(count);
    return 0;
}
