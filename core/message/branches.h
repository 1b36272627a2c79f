// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/message.h"

#include <functional>

namespace core::message {

/// The URLs that subscribe to a topic; none when there is no such topic.
using TopicLookup = std::function<std::optional<QList<QByteArray>>(const QByteArray &topic)>;

constexpr char topicScheme[] = "topic://";

/// The topic that this step names; none: it names a URL.
std::optional<QByteArray> topicOf(const Step &step);

/// Whether the branches of these steps depend on who subscribes to what.
bool namesTopic(const QList<Step> &steps);

/// Numbers the steps and puts one branch a subscriber in the place of a topic (PROTOCOL §3).
/// NotFound "topic not found" for an unknown topic or one without subscribers; TooLarge beyond branchesMax.
Result<QList<Branch>> resolveBranches(const QList<Step> &steps, const TopicLookup &lookup);

} // namespace core::message
