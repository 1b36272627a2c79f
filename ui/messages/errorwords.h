// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace ui {

/// An error of the engine in words: what kind it is in the user's language, then the engine's own sentence.
QString errorWords(const core::Error &error);

/// What is wrong with an answer beside its HTTP status, which stands next to it anyway: "with a web page" of "answered
/// 200 with a web page", nothing of "answered 404".
QString beyondStatus(const QByteArray &error, int httpStatus);

} // namespace ui
