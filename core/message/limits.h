// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/message.h"

namespace core::message {

// PROTOCOL §6: what is checked at the door.
constexpr int stepsMax = 1000;
constexpr int branchesMax = 10'000; ///< after topics are resolved
constexpr qsizetype payloadBytesMax = 1024 * 1024;
constexpr seconds intervalMin{1};
constexpr seconds intervalMax{30 * 24 * 3600};
constexpr qsizetype attemptExcerptMax = 1024;
constexpr qsizetype answerBytesMax = 64 * 1024;
constexpr qsizetype reasonBytesMax = 1024;

/// Checks an interval given in seconds; 0 stands for the default. The error names the field and the range.
Result<seconds> checkedInterval(std::int64_t value, seconds whenZero, const QByteArray &field);

/// Checks one of the headers that are added to branch calls: a token as name, none of the names that belong to the
/// connection, no CR, LF or NUL in the value.
Status checkBranchHeader(const BranchHeader &header);

/// Checks counts and sizes of steps and payloads.
Status checkSteps(const QList<Step> &steps);

} // namespace core::message
