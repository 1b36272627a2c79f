// SPDX-License-Identifier: Apache-2.0
#include "core/http/refusal.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::http {

using namespace Qt::StringLiterals;

Response toResponse(const Refusal &refusal)
{
    // Without dtm_result: FAILURE is the word for "it will never happen", and a client that reads it gives up.
    const QJsonObject body{{u"message"_s, QString::fromUtf8(refusal.message)}};
    Response response;
    response.status = refusal.status;
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    response.headers = refusal.headers;
    return response;
}

} // namespace core::http
