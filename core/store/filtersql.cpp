// SPDX-License-Identifier: Apache-2.0
#include "core/store/filtersql.h"

#include <QByteArrayList>

#include <algorithm>

namespace core::store {

using message::State;

namespace {

/// Collects conditions that must all hold, and their values in the same order.
class Conditions
{
public:
    void add(const QByteArray &condition) { m_conditions.append(condition); }
    void add(const QByteArray &condition, std::int64_t value)
    {
        add(condition);
        m_values.emplace_back(value);
    }
    void add(const QByteArray &condition, const QByteArray &value)
    {
        add(condition);
        m_values.emplace_back(value);
    }
    /// One of both is enough; each has the value once.
    void addEither(const QByteArray &one, const QByteArray &other, const QByteArray &value)
    {
        add('(' + one + " OR " + other + ')', value);
        m_values.emplace_back(value);
    }
    FilterSql result(FilterIndex index) &&
    {
        return {index, m_conditions.isEmpty() ? QByteArrayLiteral("TRUE") : m_conditions.join(" AND "),
                std::move(m_values)};
    }

private:
    QByteArrayList m_conditions;
    std::vector<SqlValue> m_values;
};

bool isUnfinished(State state)
{
    return state == State::Prepared || state == State::Submitted;
}

bool asksOnlyUnfinished(const Filter &filter)
{
    const bool statesSay =
        !filter.states.isEmpty() && std::all_of(filter.states.begin(), filter.states.end(), isUnfinished);
    return statesSay || filter.retrying == true;
}

bool asksOnlyFailed(const Filter &filter)
{
    const auto isFailed = [](State state) { return state == State::Failed; };
    return !filter.states.isEmpty() && std::all_of(filter.states.begin(), filter.states.end(), isFailed);
}

FilterIndex bestIndex(const Filter &filter)
{
    if (!filter.gid.isEmpty() || !filter.gidPrefix.isEmpty())
        return FilterIndex::Gid;
    if (filter.stalled == true)
        return FilterIndex::Stalled;
    if (asksOnlyFailed(filter))
        return FilterIndex::Failed;
    return asksOnlyUnfinished(filter) ? FilterIndex::Due : FilterIndex::None;
}

/// The least byte string behind all that begin with the prefix; empty when there is none.
QByteArray behindPrefix(QByteArray prefix)
{
    while (!prefix.isEmpty() && static_cast<std::uint8_t>(prefix.back()) == 0xFF)
        prefix.chop(1);
    if (!prefix.isEmpty())
        prefix.back() = static_cast<char>(static_cast<std::uint8_t>(prefix.back()) + 1);
    return prefix;
}

void addGid(const Filter &filter, Conditions &conditions)
{
    if (!filter.gid.isEmpty())
        conditions.add("gid = ?", filter.gid);
    if (filter.gidPrefix.isEmpty())
        return;
    conditions.add("gid >= ?", filter.gidPrefix);
    if (const QByteArray end = behindPrefix(filter.gidPrefix); !end.isEmpty())
        conditions.add("gid < ?", end);
}

void addStates(const Filter &filter, Conditions &conditions)
{
    if (filter.states.isEmpty())
        return;
    if (asksOnlyFailed(filter))
        return conditions.add("state = 3"); // word for word the condition of its index
    QByteArrayList numbers;
    for (const State state : filter.states)
        numbers.append(QByteArray::number(static_cast<int>(state)));
    conditions.add("state IN (" + numbers.join(", ") + ')');
}

void addMarks(const Filter &filter, Conditions &conditions)
{
    if (asksOnlyUnfinished(filter))
        conditions.add("due_at IS NOT NULL");
    if (filter.retrying)
        conditions.add(*filter.retrying ? "state < 2 AND failures_in_row > 0" : "(state >= 2 OR failures_in_row = 0)");
    if (filter.stalled)
        conditions.add(*filter.stalled ? "stalled = 1" : "stalled = 0");
}

void addRanges(const Filter &filter, Conditions &conditions)
{
    if (filter.attemptsMin)
        conditions.add("attempts >= ?", std::int64_t{*filter.attemptsMin});
    if (filter.attemptsMax)
        conditions.add("attempts <= ?", std::int64_t{*filter.attemptsMax});
    if (filter.createdFrom)
        conditions.add("created_at >= ?", toEpochMs(*filter.createdFrom));
    if (filter.createdTo)
        conditions.add("created_at <= ?", toEpochMs(*filter.createdTo));
}

/// Last, because these are dear: they read the content.
void addTexts(const Filter &filter, TextCondition textCondition, Conditions &conditions)
{
    if (!filter.text.isEmpty())
        conditions.addEither("instr(gid, ?) > 0", textCondition(ContentPart::UrlsAndPayloads), filter.text);
    if (!filter.urlText.isEmpty())
        conditions.add(textCondition(ContentPart::Urls), filter.urlText);
    if (!filter.payloadText.isEmpty())
        conditions.add(textCondition(ContentPart::Payloads), filter.payloadText);
    if (!filter.topic.isEmpty())
        conditions.add(textCondition(ContentPart::Urls), topicUrl(filter.topic));
}

} // namespace

QByteArray topicUrl(const QByteArray &name)
{
    return "topic://" + name;
}

FilterSql filterSql(const Filter &filter, TextCondition textCondition)
{
    Conditions conditions;
    addGid(filter, conditions);
    addStates(filter, conditions);
    addMarks(filter, conditions);
    addRanges(filter, conditions);
    addTexts(filter, textCondition, conditions);
    return std::move(conditions).result(bestIndex(filter));
}

} // namespace core::store
