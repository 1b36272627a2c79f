// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/messagetablemodel.h"

#include <algorithm>
#include <functional>
#include <map>

/// A store of summaries in memory that answers when the test says so. Of filters it knows attemptsMin.
class FakeSource
{
public:
    static core::TimePoint now() { return core::fromEpochMs(1'800'000'000'000); }

    ui::MessageSource source()
    {
        return {.page =
                    [this](const auto &filter, int limit, auto before, auto then) {
                        m_waiting.push_back([=, this] {
                            return [then,
                                    result = m_failure ? core::Result<core::store::Page>(*m_failure)
                                                       : core::Result(page(filter, limit, before))] { then(result); };
                        });
                    },
                .summaries =
                    [this](const auto &rowIds, const auto &filter, auto then) {
                        m_waiting.push_back(
                            [=, this] { return [then, rows = matching(rowIds, filter)] { then(rows); }; });
                    },
                .now = &FakeSource::now};
    }

    /// Adds count messages with the next row ids, from 1 on.
    void add(int count)
    {
        for (int i = 0; i < count; ++i) {
            const std::int64_t rowId = std::int64_t(m_rows.size()) + 1;
            core::store::Summary row{.rowId = rowId, .createdAt = now() - std::chrono::seconds(59), .updatedAt = now()};
            row.gid = "GID" + QByteArray::number(rowId);
            m_rows.emplace(rowId, row);
        }
    }
    void change(std::int64_t rowId, const std::function<void(core::store::Summary &)> &change)
    {
        change(m_rows.at(rowId));
    }
    core::store::Summary row(std::int64_t rowId) const { return m_rows.at(rowId); }
    /// A page looks at no more rows than this; 0: at all.
    void setStep(int rows) { m_step = rows; }
    void fail(const QString &why) { m_failure = core::Error::unavailable(why); }

    int waiting() const { return int(m_waiting.size() + m_answers.size()); }
    /// Reads the store for all questions, without answering yet.
    void answerLater()
    {
        for (const auto &question : std::exchange(m_waiting, {}))
            m_answers.push_back(question());
    }
    /// Answers all questions, and those that the answers raise.
    void answerAll()
    {
        for (answerLater(); !m_answers.empty(); answerLater()) {
            for (const auto &answer : std::exchange(m_answers, {}))
                answer();
        }
    }

private:
    static bool matches(const core::store::Summary &row, const core::store::Filter &filter)
    {
        return row.attempts >= filter.attemptsMin.value_or(0);
    }

    core::store::Page page(const core::store::Filter &filter, int limit, std::optional<std::int64_t> before) const
    {
        core::store::Page page;
        for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
            if (before && row->first >= *before)
                continue;
            if (m_step > 0 && page.lookedAt == m_step) {
                page.nextBefore = row->first + 1;
                break;
            }
            page.lookedAt += m_step > 0 ? 1 : 0;
            if (!matches(row->second, filter))
                continue;
            if (page.rows.size() == limit) {
                page.nextBefore = page.rows.last().rowId;
                break;
            }
            page.rows << row->second;
        }
        return page;
    }

    QList<core::store::Summary> matching(const QList<std::int64_t> &rowIds, const core::store::Filter &filter) const
    {
        QList<core::store::Summary> rows;
        for (const std::int64_t rowId : rowIds) {
            if (matches(m_rows.at(rowId), filter))
                rows << m_rows.at(rowId);
        }
        return rows;
    }

    using Answer = std::function<void()>;
    std::map<std::int64_t, core::store::Summary> m_rows;
    std::vector<std::function<Answer()>> m_waiting;
    std::vector<Answer> m_answers;
    std::optional<core::Error> m_failure;
    int m_step = 0;
};
