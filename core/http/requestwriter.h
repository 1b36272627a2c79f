// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/client.h"

namespace core::http {

/// Whether method and headers can be written without changing the meaning of the bytes around them. Else a sentence.
QString requestFault(const ClientRequest &request);

/// Appends the request as HTTP/1.1 bytes, connection kept. requestFault() must be empty.
void appendRequest(QByteArray &to, const ClientRequest &request);

} // namespace core::http
