// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagetablemodel.h"

#include <QPointer>
#include <QUrl>

#include <algorithm>
#include <tuple>

namespace ui {

using core::store::Filter;
using core::store::Page;
using core::store::Summary;

MessageTableModel::MessageTableModel(MessageSource source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
{ }

void MessageTableModel::load(const std::optional<Filter> &filter)
{
    m_filter = filter;
    ++m_generation;
    m_fetching = false;
    m_searching = false;
    m_stopped = false;
    m_lookedAt = 0;
    m_toAsk.clear();
    m_asking = false;
    m_askPage = false;
    m_readingAgain = false;
    m_againAfter = false;
    m_flooded = false;
    m_mayLeap = false;
    m_missed = false;
    m_held.clear();
    m_heldMore = false;
    m_heldNew = 0;
    emit heldChanged();
    if (!m_filter)
        return takeFirstPage({});
    setLoad(Load::Loading);
    m_wanted = pageSize;
    requestPage(std::nullopt);
}

void MessageTableModel::requestPage(std::optional<std::int64_t> before)
{
    m_fetching = true;
    const QPointer<MessageTableModel> self(this);
    m_source.page(*m_filter, m_wanted, before,
                  [self, generation = m_generation, before](const core::Result<Page> &page) {
                      if (self && self->m_generation == generation)
                          self->takePage(before, page);
                  });
}

void MessageTableModel::takePage(std::optional<std::int64_t> before, const core::Result<Page> &page)
{
    m_fetching = false;
    if (page.ok())
        return before ? takeNextPage(*page) : takeFirstPage(*page);
    m_searching = false;
    if (!before)
        takeFirstPage({});
    setLoad(before ? Load::Loaded : Load::Failed, page.error().detail);
}

void MessageTableModel::takeFirstPage(const Page &page)
{
    beginResetModel();
    m_rows.clear();
    for (const Summary &summary : page.rows)
        m_rows.emplace_back(summary, m_pairs);
    m_nextBefore = page.nextBefore;
    endResetModel();
    m_lookedAt += page.lookedAt;
    searchOn(int(page.rows.size()));
    setLoad(Load::Loaded);
    if (std::exchange(m_againAfter, false))
        readAgain();
}

/// Takes the next step of a search that has not yet found as many rows as were wanted.
void MessageTableModel::searchOn(int found)
{
    m_wanted -= found;
    m_searching = m_nextBefore && m_wanted > 0 && !m_stopped;
    if (m_searching)
        requestPage(m_nextBefore);
}

void MessageTableModel::stopSearch()
{
    if (!std::exchange(m_searching, false))
        return;
    m_stopped = true;
    emit loadStateChanged();
}

void MessageTableModel::goOn()
{
    m_stopped = false;
    fetchMore({});
}

void MessageTableModel::takeNextPage(const Page &page)
{
    Summaries unknown;
    for (const Summary &summary : page.rows) {
        if (find(summary.rowId) < 0)
            unknown << summary;
    }
    m_nextBefore = page.nextBefore;
    m_lookedAt += page.lookedAt;
    insert(unknown);
    searchOn(int(unknown.size()));
    setLoad(Load::Loaded);
}

void MessageTableModel::setLoad(Load load, const QString &problem)
{
    m_load = load;
    m_problem = problem;
    emit loadStateChanged();
}

/// The first row whose id is not greater.
int MessageTableModel::lowerBound(std::int64_t rowId) const
{
    const auto isGreater = [](const MessageRow &row, std::int64_t id) { return row.summary.rowId > id; };
    return int(std::lower_bound(m_rows.begin(), m_rows.end(), rowId, isGreater) - m_rows.begin());
}

int MessageTableModel::find(std::int64_t rowId) const
{
    const int at = lowerBound(rowId);
    const bool isThere = std::size_t(at) < m_rows.size() && m_rows[std::size_t(at)].summary.rowId == rowId;
    return isThere ? at : -1;
}

const Summary *MessageTableModel::summary(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_rows[std::size_t(index.row())].summary : nullptr;
}

QModelIndex MessageTableModel::indexOf(std::int64_t rowId) const
{
    const int row = find(rowId);
    return row < 0 ? QModelIndex() : index(row, 0);
}

void MessageTableModel::setPayloadFields(const QList<PayloadFields> &pairs)
{
    if (m_pairs == pairs)
        return;
    m_pairs = pairs;
    for (MessageRow &row : m_rows)
        row = MessageRow(std::move(row.summary), m_pairs);
    noteAllChanged();
}

void MessageTableModel::noteAllChanged()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, messageColumnCount - 1));
}

void MessageTableModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, messageColumnCount - 1);
    noteAllChanged();
}

int MessageTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MessageTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : messageColumnCount;
}

QVariant MessageTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return messageCell(m_rows[std::size_t(index.row())], MessageColumn(index.column()), role, m_source.now());
}

QVariant MessageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= messageColumnCount)
        return {};
    const auto column = MessageColumn(section);
    if (role == Qt::DisplayRole)
        return messageHeader(column);
    if (role == Qt::TextAlignmentRole)
        return messageAlignment(column);
    return {};
}

bool MessageTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_load == Load::Loaded && !m_fetching && !m_stopped && m_nextBefore
        && m_rows.size() < std::size_t(rowsMax);
}

void MessageTableModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_wanted = pageSize;
    requestPage(m_nextBefore);
}

namespace {

constexpr std::size_t rowsCounted = 2000;
constexpr qsizetype wordsMax = 50;

QList<KnownWord> mostFrequent(const QHash<QString, int> &counts)
{
    QList<KnownWord> words;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        words << KnownWord{count.key(), count.value()};
    std::sort(words.begin(), words.end(), [](const KnownWord &a, const KnownWord &b) {
        return std::tie(b.count, a.word) < std::tie(a.count, b.word);
    });
    return words.first(std::min(words.size(), wordsMax));
}

} // namespace

/// Of the newest rows only: it is asked for at each key that is pressed.
KnownWords MessageTableModel::knownWords() const
{
    QHash<QString, int> routes;
    QHash<QString, int> hosts;
    for (std::size_t i = 0; i < std::min(m_rows.size(), rowsCounted); ++i) {
        ++routes[m_rows[i].route().name];
        ++hosts[QUrl(QString::fromUtf8(m_rows[i].summary.firstUrl)).authority()];
    }
    routes.remove(QString());
    hosts.remove(QString());
    return {mostFrequent(routes), mostFrequent(hosts)};
}

} // namespace ui
