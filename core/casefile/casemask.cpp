// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casemask.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core::casefile {
namespace {

/// Names that speak of secrets, wherever they stand in a field's name.
constexpr char secretNames[] = "token|secret|passw|pwd|api_?-?key|access_?-?key|private_?-?key|credential|auth|"
                               "signature|session|cookie|jwt|(?:^|[_-])(?:sig|key|pin|code)(?:$|[_-])";

bool isSecretName(const QString &name)
{
    static const QRegularExpression secret(QLatin1String(secretNames), QRegularExpression::CaseInsensitiveOption);
    return secret.match(name).hasMatch();
}

QString mask()
{
    return QString::fromUtf8(maskedSecret);
}

/// Replaces group 2 of each match whose group 1 speaks of a secret (no group 1: of each match).
QString replaced(const QString &text, const QRegularExpression &pattern, bool byName)
{
    QString result;
    qsizetype from = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (byName && !isSecretName(match.captured(1)))
            continue;
        result += QStringView(text).sliced(from, match.capturedStart(2) - from);
        result += mask();
        from = match.capturedEnd(2);
    }
    result += QStringView(text).sliced(from);
    return result;
}

QString withoutUserInfo(const QString &text)
{
    static const QRegularExpression userInfo(
        uR"re((\b[a-z][a-z0-9+.-]*://)([^/\s"'<>?#@]+(?:@[^/\s"'<>?#@]+)*)(?=@))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    return replaced(text, userInfo, false);
}

QString withoutQuerySecrets(const QString &text)
{
    static const QRegularExpression pair(uR"re((?:[?&;]|\b)([A-Za-z0-9_.%-]+)=([^&;#\s"'<>]+))re"_s);
    return replaced(text, pair, true);
}

QString withoutFieldSecrets(const QString &text)
{
    static const QRegularExpression quoted(uR"re("([^"\\]*)"\s*:\s*"((?:[^"\\]|\\.)*))re"_s);
    static const QRegularExpression plain(uR"re("([^"\\]*)"\s*:\s*([^\s",}\]]+))re"_s);
    return replaced(replaced(text, quoted, true), plain, true);
}

QString withoutTokens(const QString &text)
{
    static const QRegularExpression scheme(uR"re(\b(Bearer|Basic)\s+([A-Za-z0-9._~+/=-]{6,}))re"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression jwt(uR"re((\b)(eyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?))re"_s);
    return replaced(replaced(text, scheme, false), jwt, false);
}

/// Bytes that are no UTF-8 are left as they are: nothing can be told in them.
QByteArray masked(const QByteArray &bytes, QString (*change)(const QString &))
{
    const QString text = QString::fromUtf8(bytes);
    return text.toUtf8() == bytes ? change(text).toUtf8() : bytes;
}

QString maskedWords(const QString &text)
{
    return QString::fromUtf8(maskedText(text.toUtf8()));
}

message::ContentPtr maskedContent(const message::Content &content, Payloads payloads)
{
    auto result = std::make_shared<message::Content>(content);
    for (message::Step &step : result->steps) {
        step.action = maskedUrl(step.action);
        step.payload = payloads == Payloads::LeaveOut ? QByteArray() : maskedText(step.payload);
    }
    for (message::Branch &branch : result->branches)
        branch.url = maskedUrl(branch.url);
    for (message::BranchHeader &header : result->options.branchHeaders)
        header.value = maskedSecret;
    result->queryPrepared = maskedUrl(content.queryPrepared);
    result->customData = maskedText(content.customData);
    return result;
}

} // namespace

QByteArray maskedUrl(const QByteArray &url)
{
    return masked(url, [](const QString &text) { return withoutQuerySecrets(withoutUserInfo(text)); });
}

QByteArray maskedText(const QByteArray &text)
{
    return masked(text, [](const QString &words) {
        return withoutFieldSecrets(withoutQuerySecrets(withoutUserInfo(withoutTokens(words))));
    });
}

Case maskedCase(const Case &about, Payloads payloads)
{
    Case result = about;
    result.payloadLeftOut = about.payloadLeftOut || payloads == Payloads::LeaveOut;
    result.message.content = maskedContent(*about.message.content, payloads);
    result.message.lastError = maskedText(about.message.lastError);
    result.message.reason = maskedText(about.message.reason);
    for (message::Attempt &attempt : result.attempts) {
        attempt.error = maskedText(attempt.error);
        attempt.answerExcerpt = payloads == Payloads::LeaveOut ? QByteArray() : maskedText(attempt.answerExcerpt);
    }
    for (CaseBank &bank : result.banks)
        bank.problem = maskedWords(bank.problem);
    for (CaseEvent &event : result.events) {
        event.detail = maskedWords(event.detail);
        event.error = maskedWords(event.error);
    }
    return result;
}

} // namespace core::casefile
