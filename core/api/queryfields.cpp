// SPDX-License-Identifier: Apache-2.0
#include "core/api/queryfields.h"

namespace core::api {

using namespace Qt::StringLiterals;

Result<std::int64_t> queryNumber(const http::Request &request, const QByteArray &field, std::int64_t whenAbsent,
                                 NumberRange range)
{
    const QByteArray text = request.queryValue(field);
    if (text.isEmpty())
        return whenAbsent;
    bool isNumber = false;
    const std::int64_t number = text.toLongLong(&isNumber);
    if (!isNumber || number < range.least || number > range.most) {
        return Error::invalid(
            field,
            u"%1 is '%2': give a whole number from %3 to %4"_s.arg(QString::fromLatin1(field), QString::fromUtf8(text))
                .arg(range.least)
                .arg(range.most));
    }
    return number;
}

Result<QByteArray> queryText(const http::Request &request, const QByteArray &field)
{
    QByteArray text = request.queryValue(field);
    if (text.isEmpty())
        return Error::invalid(field, u"%1 is missing: add ?%1=… to the URL"_s.arg(QString::fromLatin1(field)));
    return text;
}

} // namespace core::api
