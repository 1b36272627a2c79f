// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/curlcommand.h"

#include "core/http/url.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {

using core::message::Content;
using core::message::Message;

namespace {

const QString nextLine = u" \\\n  "_s;

/// "Name;" is how curl sends a header without a value.
QString headerArgument(const QByteArray &name, const QByteArray &value)
{
    const QByteArray line = value.isEmpty() ? name + ';' : name + ": " + value;
    return nextLine + u"-H "_s + shellQuoted(QString::fromUtf8(line));
}

/// --data-raw: a body that begins with @ names no file.
QString bodyArgument(const QByteArray &body)
{
    return nextLine + u"--data-raw "_s + shellQuoted(QString::fromUtf8(body));
}

/// --globoff: brackets and braces in a URL mean themselves.
QString commandHead(const QByteArray &method, const QByteArray &url)
{
    return u"curl -sS -i --globoff -X "_s + QString::fromLatin1(method) + u' ' + shellQuoted(QString::fromUtf8(url));
}

QByteArray calledUrl(const Message &message, const QByteArray &text, const QByteArray &branchId, const QByteArray &op)
{
    const auto url = core::http::Url::parse(text);
    if (!url.ok())
        return text;
    return url->origin()
        + core::http::withQuery(
               url->target, {{"gid", message.gid.bytes()}, {"trans_type", "msg"}, {"branch_id", branchId}, {"op", op}});
}

QJsonObject optionFields(const core::message::Options &options)
{
    QJsonObject headers;
    for (const auto &header : options.branchHeaders)
        headers.insert(QString::fromLatin1(header.name), QString::fromUtf8(header.value));
    QJsonObject fields{{u"timeout_to_fail"_s, qint64(options.timeoutToFail.count())},
                       {u"request_timeout"_s, qint64(options.requestTimeout.count())},
                       {u"retry_interval"_s, qint64(options.retryInterval.count())}};
    if (options.waitResult)
        fields.insert(u"wait_result"_s, true);
    if (options.concurrent)
        fields.insert(u"concurrent"_s, true);
    if (!headers.isEmpty())
        fields.insert(u"branch_headers"_s, headers);
    return fields;
}

QJsonObject submitBody(const Message &message)
{
    const Content &content = *message.content;
    QJsonArray steps;
    QJsonArray payloads;
    for (const auto &step : content.steps) {
        steps << QJsonObject{{u"action"_s, QString::fromUtf8(step.action)}};
        payloads << QString::fromUtf8(step.payload);
    }
    QJsonObject body = optionFields(content.options);
    body.insert(u"gid"_s, message.gid.toString());
    body.insert(u"trans_type"_s, u"msg"_s);
    body.insert(u"steps"_s, steps);
    body.insert(u"payloads"_s, payloads);
    body.insert(u"query_prepared"_s, QString::fromUtf8(content.queryPrepared));
    if (!content.customData.isEmpty())
        body.insert(u"custom_data"_s, QString::fromUtf8(content.customData));
    return body;
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString inner = text;
    inner.replace(u'\'', u"'\\''"_s);
    return u'\'' + inner + u'\'';
}

QString submitCommand(const Message &message, const QString &coordinatorUrl)
{
    const QByteArray body = QJsonDocument(submitBody(message)).toJson(QJsonDocument::Compact);
    return commandHead("POST", coordinatorUrl.toUtf8() + "/submit") + headerArgument("Content-Type", "application/json")
        + bodyArgument(body);
}

QString branchCommand(const Message &message, int branch)
{
    const auto &called = message.content->branches.at(branch);
    const QByteArray payload = message.content->steps.at(called.step).payload;
    const QByteArray url = calledUrl(message, called.url, called.id, "action");
    QString command =
        commandHead(payload.isEmpty() ? "GET" : "POST", url) + headerArgument("Content-Type", "application/json");
    for (const auto &header : message.content->options.branchHeaders)
        command += headerArgument(header.name, header.value);
    return payload.isEmpty() ? command : command + bodyArgument(payload);
}

QString checkbackCommand(const Message &message)
{
    const QByteArray &url = message.content->queryPrepared;
    return url.isEmpty() ? QString() : commandHead("GET", calledUrl(message, url, "00", "msg"));
}

} // namespace ui
