// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/contentcodec.h"
#include "core/store/messagereader.h"
#include "core/store/sqlconnection.h"

namespace core::store {

/// The index that finds the rows of a filter with the fewest looked at. None: all rows, newest first, until enough are
/// found.
enum class FilterIndex { None, Gid, Due, Failed, Stalled };

/// A filter as SQL: a condition on the message table that names every index's own condition, so that the index may be
/// used, with a '?' for each of the values. Nothing that came from outside is part of the text.
struct FilterSql
{
    FilterIndex index = FilterIndex::None;
    QByteArray condition;
    std::vector<SqlValue> values;
};

/// A dialect's condition, with one '?', that a text stands in this part of the content.
using TextCondition = QByteArray (*)(ContentPart part);

/// How a step names a topic (PROTOCOL §3).
QByteArray topicUrl(const QByteArray &name);

FilterSql filterSql(const Filter &filter, TextCondition textCondition);

} // namespace core::store
