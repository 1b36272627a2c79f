// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/messagestore.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace ui {

/// Who is called for a topic.
struct Subscriber
{
    QByteArray url;
    QByteArray remark;
    std::optional<core::TimePoint> since; ///< none: subscribed before times were kept, or through another coordinator
    friend bool operator==(const Subscriber &, const Subscriber &) = default;
};

/// A name that stands for all who subscribe to it (PROTOCOL §3).
struct Topic
{
    QByteArray name;
    QList<Subscriber> subscribers; ///< in the order of their branches
    std::optional<core::TimePoint> changedAt;
    friend bool operator==(const Topic &, const Topic &) = default;
};

/// A topic as its row of the store has it. What is of no known form is left out. Pure.
Topic topicFromRow(const core::store::KeyValue &row);

} // namespace ui
