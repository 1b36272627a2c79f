// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/messagestore.h"

#include <span>

namespace core::store {

/// One statement of a batch's text, and the saves (indexes into the batch) that it carries.
struct BatchStatement
{
    enum class Kind { Other, Insert, Update, Commit } kind = Kind::Other;
    std::vector<std::size_t> saves;
};

/// A text to send at once: statements parted by ';', in this order.
struct BatchText
{
    QByteArray sql;
    std::vector<BatchStatement> statements;
};

/// A batch as few texts, mostly one: BEGIN, inserts of many rows, one UPDATE a group of rows that become the same (but
/// for their own times), COMMIT. A save takes part unless it is skipped. A message that is saved twice is written in
/// that order. textMax: bytes that the server takes at once; a text of one row may be longer
/// (MessageStore::checkSize()). inTransaction: one is open already, so BEGIN is left out.
std::vector<BatchText> batchTexts(const std::vector<Save> &batch, const std::vector<bool> &skipped, qsizetype textMax,
                                  bool inTransaction);

} // namespace core::store
