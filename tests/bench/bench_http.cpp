// SPDX-License-Identifier: Apache-2.0
// bench_http PORT                      an echo server: POST gives the body back, GET an empty object
// bench_http relay PORT URL            calls URL for each request and answers when that is answered: what a coordinator
// would
//                                      take that decides and keeps nothing
// bench_http client URL CALLS AT_ONCE  calls URL, prints calls per second and CPU time per call of this process
#include "core/http/client.h"
#include "core/http/server.h"
#include "core/sockets/stream.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <ctime>

using namespace core::http;
using namespace Qt::StringLiterals;

namespace {

int failed(const core::Error &error)
{
    QTextStream(stderr) << error.detail << Qt::endl;
    return 1;
}

/// Listens and runs until the process ends.
int run(Server &server, quint16 port)
{
    if (const core::Status listening = server.listen(QHostAddress::LocalHost, port); !listening.ok())
        return failed(listening.error());
    QTextStream(stdout) << "listening on " << server.address().toString() << ':' << server.port() << Qt::endl;
    return QCoreApplication::exec();
}

int echo(quint16 port)
{
    Server *self = nullptr;
    Server server({}, [&self](Request &&request, ReplyTo replyTo) {
        Response response;
        response.body = request.body.isEmpty() ? QByteArrayLiteral("{}") : request.body;
        self->reply(replyTo, response);
    });
    self = &server;
    return run(server, port);
}

const QByteArray payload = R"({"amount":30})";

int relay(quint16 port, const QByteArray &url)
{
    const auto parsed = Url::parse(url);
    if (!parsed.ok())
        return failed(parsed.error());
    const std::shared_ptr<core::sockets::Streams> streams = core::sockets::makeSystemStreams();
    ClientOptions clientOptions;
    clientOptions.connectionsPerOriginMax = clientOptions.idlePerOriginMax = 64; // as many as a coordinator has
    clientOptions.streams = streams;
    Client client(clientOptions);
    ServerOptions serverOptions;
    serverOptions.streams = streams;
    Server *self = nullptr;
    Server server(serverOptions, [&](Request &&, ReplyTo replyTo) {
        client.send({"POST", *parsed, {{"Content-Type", "application/json"}}, payload},
                    [&self, replyTo](ClientAnswer &&answer) {
                        Response response;
                        response.status = answer.status == 200 ? 200 : 502;
                        response.body = answer.body;
                        self->reply(replyTo, response);
                    });
    });
    self = &server;
    return run(server, port);
}

/// Keeps `atOnce` calls under way until `calls` have ended.
class Caller
{
public:
    Caller(ClientRequest request, int calls) : m_request(std::move(request)), m_left(calls), m_open(calls) { }

    void sendNext()
    {
        if (m_left-- <= 0)
            return;
        m_client.send(m_request, [this](ClientAnswer &&answer) {
            m_failed += answer.outcome == ClientAnswer::Outcome::Answered && answer.status == 200 ? 0 : 1;
            if (--m_open == 0)
                QCoreApplication::quit();
            sendNext();
        });
    }
    int failures() const { return m_failed; }

private:
    Client m_client{{}};
    ClientRequest m_request;
    int m_left;
    int m_open;
    int m_failed = 0;
};

int call(const QByteArray &url, int calls, int atOnce)
{
    const auto parsed = Url::parse(url);
    if (!parsed.ok())
        return failed(parsed.error());
    Caller caller({"POST", *parsed, {{"Content-Type", "application/json"}}, payload}, calls);
    QElapsedTimer clock;
    clock.start();
    const std::clock_t cpuBefore = std::clock();
    for (int i = 0; i < atOnce; ++i)
        caller.sendNext();
    QCoreApplication::exec();
    const double cpuMicroseconds = 1e6 * double(std::clock() - cpuBefore) / CLOCKS_PER_SEC;
    QTextStream(stdout) << "http_client calls=" << calls << " failed=" << caller.failures()
                        << " per_second=" << qint64(calls) * 1000 / qMax(clock.elapsed(), qint64(1))
                        << " cpu_us_per_call=" << cpuMicroseconds / calls << Qt::endl;
    return caller.failures() == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // Qt's own poll loop costs less than GLib's
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.size() == 5 && arguments[1] == u"client")
        return call(arguments[2].toUtf8(), arguments[3].toInt(), arguments[4].toInt());
    if (arguments.size() == 4 && arguments[1] == u"relay")
        return relay(arguments[2].toUShort(), arguments[3].toUtf8());
    return echo(arguments.value(1).toUShort());
}
