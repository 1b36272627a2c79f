// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/message.h"

namespace core::message {

/// A complete answer of a branch or of a checkback, as it came.
struct CallAnswer
{
    int status = 0;
    QByteArrayView contentType;
    QByteArrayView body;
    bool truncated = false; ///< longer than 64 KiB, or it ended early
};

struct Judgement
{
    Verdict verdict = Verdict::Unknown;
    QByteArray why; ///< empty for SUCCESS; else a short sentence for people
};

/// The verdict table of PROTOCOL §4, in its order. Pure.
Judgement judge(const CallAnswer &answer);

/// JSON in which the words FAILURE and ONGOING no longer stand as bytes, while its meaning is the same: whoever
/// searches answers for them, whatever their status, takes a text that quotes one for a verdict.
QByteArray withHiddenResultWords(QByteArray json);

} // namespace core::message
