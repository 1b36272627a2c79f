// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/urlrules.h"
#include "core/engine/command.h"

namespace core::api {

/// Whether a change of a topic may enter the engine (PROTOCOL §2, §6), wherever it comes from. The Invalid error names
/// the field: "topic", "url", "remark". What is unsubscribed or removed is looked for as it is: whatever once got in
/// can be taken out.
Status checkTopicChange(const engine::TopicChange &change, const UrlRules &urls);

} // namespace core::api
