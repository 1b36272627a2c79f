// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/checkbackd/options.h"

namespace core::checkbackd {

// How a command ends.
constexpr int exitGood = 0;
constexpr int exitFailed = 1; ///< it could not do its work, or an invariant does not hold
constexpr int exitUsage = 2; ///< wrong options

QList<OptionSpec> serveOptions();
/// The coordinator, until it is asked to end.
int serve(const Options &options);

QList<OptionSpec> bankOptions();
/// One sample bank, until it is asked to end.
int bank(const Options &options);

QList<OptionSpec> runOptions();
/// An example, told as a story; exitGood only if every invariant holds.
int run(const Options &options);

QList<OptionSpec> caseOptions();
/// Writes a message with its attempts, barrier rows and balances to a file, its secrets masked: GID FILE.
int saveCaseOf(const Options &options);

QList<OptionSpec> replayOptions();
/// Runs the message of such a file once more on an engine without sockets: FILE; exitGood only if it goes the same way.
int replayCaseOf(const Options &options);

/// Prints an error to standard error; gives the exit code for it.
int report(const Error &error);

/// Arms the faults of CHECKBACK_FAULTS when --test-mode is given; without it the variable is refused.
Status armFaultsIfTesting(const Options &options);

} // namespace core::checkbackd
