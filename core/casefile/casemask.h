// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/casefile/case.h"

namespace core::casefile {

/// What stands for a masked value: as long for each, so that it tells nothing of it.
inline constexpr char maskedSecret[] = "••••••";

/// The URL without the secrets in it: user name and password, and the values of query fields whose names speak of
/// secrets ("token", "api_key", "sig", "password", …). All else stays byte for byte. Pure.
QByteArray maskedUrl(const QByteArray &url);

/// A text, as an answer or a reason, without the secrets that can be told in it: those of URLs, of Authorization values
/// ("Bearer …", "Basic …"), of JSON web tokens, and the values of JSON or form fields whose names speak of secrets.
/// Pure.
QByteArray maskedText(const QByteArray &text);

enum class Payloads { Keep, LeaveOut };

/// The case as it may leave this computer: values of branch headers, secrets in URLs, payloads, answers, errors,
/// reasons and custom data are masked. Payloads can be left out, together with the answers, which may repeat them.
/// Pure.
Case maskedCase(const Case &about, Payloads payloads);

} // namespace core::casefile
