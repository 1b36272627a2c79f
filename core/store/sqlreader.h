// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/filtersql.h"
#include "core/store/messagereader.h"
#include "core/store/sqlconnection.h"

#include <functional>

namespace core::store {

/// The queries of a MessageReader, in SQL that both dialects understand. A dialect says how an index is forced, how a
/// text is looked for, and what a snapshot is.
class SqlReader : public MessageReader
{
public:
    Result<Page> page(const Filter &filter, int limit, std::optional<std::int64_t> before) override;
    Result<Page> search(const Filter &filter, int limit, std::optional<std::int64_t> before, Millis budget) override;
    Result<QList<Summary>> summaries(const QList<std::int64_t> &rowIds, const Filter &filter) override;
    Result<std::optional<message::Message>> message(const Gid &gid) override;
    Result<std::vector<message::Message>> messages(const Filter &filter, int limit,
                                                   std::optional<std::int64_t> before) override;
    Result<QList<message::Attempt>> attempts(std::int64_t messageRowId) override;
    Result<Counts> counts() override;
    Result<QList<KeyValue>> keyValues(const QByteArray &category, const QByteArray &key, int limit,
                                      const QByteArray &afterKey) override;

protected:
    /// What only one dialect understands. All functions are pure.
    struct Dialect
    {
        /// "message" with the index that must be used.
        QByteArray (*tableWith)(FilterIndex index);
        /// What a row must fulfil, beyond what the filter says, so that this index finds it.
        QByteArray (*indexCondition)(FilterIndex index);
        /// May let rows through that do not have the text; they are sorted out afterwards.
        TextCondition textCondition;
    };

    explicit SqlReader(const Dialect &dialect) : m_dialect(dialect) { }

    /// Runs read() so that all its queries see one moment. Called once for each function above that has several.
    virtual Status inSnapshot(const std::function<Status(SqlConnection &)> &read) = 0;

private:
    using Ids = std::vector<std::int64_t>;

    Status forEachMatch(const Filter &filter, int limit, std::optional<std::int64_t> before, const TakeRow &take);
    Status readMatches(SqlConnection &connection, const Filter &filter, const FilterSql &narrowed, int limit,
                       std::int64_t before, const TakeRow &take) const;
    Result<Page> searchInSteps(const Filter &filter, int limit, std::int64_t before, Millis budget);
    Status searchStretch(SqlConnection &connection, const Filter &filter, int limit, std::int64_t &before,
                         std::int64_t stretch, Page &page) const;
    Result<bool> sortsMany(const FilterSql &filter);
    Result<std::int64_t> oldestOfNewest(SqlConnection &connection, std::int64_t before, std::int64_t rows) const;
    Result<Ids> matchingIds(SqlConnection &connection, const FilterSql &filter, const QByteArray &from,
                            std::int64_t before, int limit) const;
    Result<Ids> newestMatchingIds(SqlConnection &connection, const FilterSql &filter, std::int64_t before,
                                  int limit) const;
    Result<Ids> bestMatchingIds(SqlConnection &connection, const FilterSql &filter, std::int64_t before,
                                int limit) const;
    Status readCounts(SqlConnection &connection, Counts &counts) const;

    Dialect m_dialect;
};

} // namespace core::store
