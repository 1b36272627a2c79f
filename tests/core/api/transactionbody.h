// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <utility>

namespace test {

using JsonFields =
    QList<std::pair<QByteArray, QByteArray>>; ///< name and value as JSON text; an empty one leaves the field out

/// A transaction as clients send it, with these fields in the place of the usual ones or behind them.
inline QByteArray transactionBody(const JsonFields &changes = {})
{
    JsonFields fields{{"gid", "\"g-1\""},
                      {"trans_type", "\"msg\""},
                      {"steps", "[{\"action\":\"http://bank-b/in\"}]"},
                      {"payloads", "[\"{\\\"amount\\\":30}\"]"},
                      {"query_prepared", "\"http://bank-a/query\""}};
    for (const auto &[name, value] : changes) {
        const auto same =
            std::find_if(fields.begin(), fields.end(), [&](const auto &field) { return field.first == name; });
        if (same == fields.end())
            fields.append({name, value});
        else
            same->second = value;
    }
    QByteArray text;
    for (const auto &[name, value] : fields) {
        if (!value.isEmpty())
            text += (text.isEmpty() ? "\"" : ",\"") + name + "\":" + value;
    }
    return '{' + text + '}';
}

} // namespace test
