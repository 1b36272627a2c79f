// SPDX-License-Identifier: Apache-2.0
#include "core/message/limits.h"

#include <algorithm>

namespace core::message {

namespace {

bool isTokenCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isValueCharacter(char c)
{
    return c != '\r' && c != '\n' && c != '\0';
}

bool belongsToConnection(const QByteArray &name)
{
    static const QList<QByteArray> reserved{"host", "content-length", "transfer-encoding", "connection", "upgrade"};
    return reserved.contains(name.toLower());
}

} // namespace

Result<seconds> checkedInterval(std::int64_t value, seconds whenZero, const QByteArray &field)
{
    if (value == 0)
        return whenZero;
    if (value < intervalMin.count() || value > intervalMax.count()) {
        return Error::invalid(field,
                              QStringLiteral("%1 is %2: give whole seconds from 1 to %3, or 0 for the default of %4")
                                  .arg(QString::fromLatin1(field))
                                  .arg(value)
                                  .arg(intervalMax.count())
                                  .arg(whenZero.count()));
    }
    return seconds(value);
}

Status checkBranchHeader(const BranchHeader &header)
{
    const QString name = QString::fromUtf8(header.name);
    if (header.name.isEmpty() || !std::all_of(header.name.cbegin(), header.name.cend(), isTokenCharacter))
        return Error::invalid("branch_headers", QStringLiteral("branch_headers: '%1' is not a header name").arg(name));
    if (belongsToConnection(header.name))
        return Error::invalid(
            "branch_headers",
            QStringLiteral("branch_headers: %1 is set by the coordinator and cannot be given").arg(name));
    if (!std::all_of(header.value.cbegin(), header.value.cend(), isValueCharacter))
        return Error::invalid(
            "branch_headers",
            QStringLiteral("branch_headers: the value of %1 has a line break or NUL in it").arg(name));
    return Done{};
}

Status checkSteps(const QList<Step> &steps)
{
    if (steps.size() > stepsMax)
        return Error::invalid(
            "steps", QStringLiteral("steps has %1 entries: at most %2 are allowed").arg(steps.size()).arg(stepsMax));
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].payload.size() > payloadBytesMax) {
            return Error{Error::Code::TooLarge,
                         QStringLiteral("payloads[%1] has %2 bytes: at most %3 are allowed")
                             .arg(i)
                             .arg(steps[i].payload.size())
                             .arg(payloadBytesMax),
                         "payloads"};
        }
    }
    return Done{};
}

} // namespace core::message
