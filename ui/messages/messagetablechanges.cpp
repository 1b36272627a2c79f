// SPDX-License-Identifier: GPL-3.0-or-later
// How the table of messages is kept up to date, also while thousands change each second.
#include "ui/messages/messagetablemodel.h"

#include <QPointer>

#include <algorithm>

namespace ui {

using core::store::Page;
using core::store::Summary;

void MessageTableModel::apply(const Summaries &changed, bool more)
{
    if (!m_filter)
        return;
    if (m_load == Load::Loading) {
        m_againAfter = true;
        return;
    }
    const Summaries unknown = updateKnown(changed);
    if (!m_watched) {
        m_missed |= more || !unknown.isEmpty();
        return;
    }
    if (more)
        keepsAside() ? holdMore() : readAgain();
    if (core::store::looksIntoContent(*m_filter))
        askForNew(unknown);
    else
        takeNew(unknown);
}

/// Gives those that are not listed, and would be by all that they tell themselves.
MessageTableModel::Summaries MessageTableModel::updateKnown(const Summaries &changed)
{
    Summaries unknown;
    for (const Summary &summary : changed) {
        if (find(summary.rowId) >= 0)
            m_paused ? void(m_held.insert(summary.rowId, summary)) : update(summary);
        else if (!belongsToLaterPage(summary.rowId) && core::store::fits(summary, *m_filter))
            unknown << summary;
    }
    return unknown;
}

void MessageTableModel::update(const Summary &changed)
{
    const int row = find(changed.rowId);
    m_rows[std::size_t(row)] = MessageRow(changed, m_pairs);
    emit dataChanged(index(row, 0), index(row, messageColumnCount - 1));
}

/// One question at a time: what changes meanwhile is asked for together afterwards.
void MessageTableModel::askForNew(const Summaries &unknown)
{
    for (const Summary &summary : unknown) {
        if (m_toAsk.size() < askedMax)
            m_toAsk.insert(summary.rowId);
        else
            m_askPage = true;
    }
    if (m_asking)
        return;
    if (std::exchange(m_askPage, false))
        keepsAside() ? holdMore() : readAgain();
    if (m_toAsk.isEmpty())
        return;
    m_asking = true;
    const QPointer<MessageTableModel> self(this);
    m_source.summaries(std::exchange(m_toAsk, {}).values(), *m_filter,
                       [self, generation = m_generation](const core::Result<Summaries> &matching) {
                           if (self && self->m_generation == generation)
                               self->takeAnswer(matching);
                       });
}

void MessageTableModel::takeAnswer(const core::Result<Summaries> &matching)
{
    m_asking = false;
    if (matching.ok())
        takeNew(*matching);
    askForNew({});
}

void MessageTableModel::takeNew(const Summaries &matching)
{
    if (matching.isEmpty())
        return;
    m_flooded |= matching.size() > leapAbove && !m_following && !m_paused;
    if (keepsAside())
        hold(matching);
    else
        takeMatching(matching);
}

void MessageTableModel::takeMatching(const Summaries &matching)
{
    Summaries unknown;
    for (const Summary &summary : matching) {
        if (find(summary.rowId) >= 0)
            update(summary);
        else if (!belongsToLaterPage(summary.rowId))
            unknown << summary;
    }
    insert(unknown);
}

// Kept aside

void MessageTableModel::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) && !paused)
        release();
}

void MessageTableModel::setFollowing(bool following)
{
    m_following = following;
    if (m_following && m_flooded && !m_paused)
        release();
}

void MessageTableModel::setWatched(bool watched)
{
    m_watched = watched;
    if (watched && std::exchange(m_missed, false))
        apply({}, true);
}

void MessageTableModel::showHeld()
{
    if (keepsAside())
        release();
}

void MessageTableModel::hold(const Summaries &changed)
{
    for (const Summary &summary : changed) {
        if (m_heldNew >= heldMax && !m_held.contains(summary.rowId)) {
            m_heldMore = true;
            continue;
        }
        m_heldNew += m_held.contains(summary.rowId) ? 0 : 1;
        m_held.insert(summary.rowId, summary);
    }
    emit heldChanged();
}

void MessageTableModel::holdMore()
{
    if (!std::exchange(m_heldMore, true))
        emit heldChanged();
}

void MessageTableModel::release()
{
    const Summaries held = std::exchange(m_held, {}).values();
    m_flooded = false;
    m_heldNew = 0;
    const bool more = std::exchange(m_heldMore, false);
    emit heldChanged();
    takeMatching(held);
    if (!more)
        return;
    m_mayLeap = true;
    readAgain();
}

// The first page once more

void MessageTableModel::readAgain()
{
    if (std::exchange(m_readingAgain, true)) {
        m_againAfter = true;
        return;
    }
    const QPointer<MessageTableModel> self(this);
    m_source.page(*m_filter, pageSize, std::nullopt, [self, generation = m_generation](const core::Result<Page> &page) {
        if (!self || self->m_generation != generation)
            return;
        self->m_readingAgain = false;
        if (page.ok())
            self->mergeFirstPage(*page);
        if (std::exchange(self->m_againAfter, false))
            self->readAgain();
    });
}

/// Where more new messages came than fit a page, the rows below would be separated from it by a gap that nobody sees;
/// they go and are read again when the view asks for them. Not while somebody looks at them. Where nothing was listed,
/// nobody looks, and what is below the page is still to be read.
void MessageTableModel::mergeFirstPage(const Page &page)
{
    const bool mayLeap = std::exchange(m_mayLeap, false) || m_following || m_rows.empty();
    const bool leavesGap = page.nextBefore && (m_rows.empty() || m_rows.front().summary.rowId < *page.nextBefore);
    if (!leavesGap || page.rows.isEmpty())
        return takeMatching(page.rows);
    if (mayLeap)
        return leapTo(page.rows, *page.nextBefore);
    m_flooded = true;
    holdMore();
}

// Rows

bool MessageTableModel::belongsToLaterPage(std::int64_t rowId) const
{
    return m_nextBefore && rowId < *m_nextBefore;
}

/// While the newest are in view, nobody sees what so many push out of it: that much is read again if it is asked for.
void MessageTableModel::insert(Summaries rows)
{
    std::sort(rows.begin(), rows.end(), [](const Summary &a, const Summary &b) { return a.rowId > b.rowId; });
    const bool areNewest = rows.size() > leapAbove && (m_rows.empty() || lowerBound(rows[leapAbove - 1].rowId) == 0);
    if (areNewest && m_following)
        return leapTo(rows.first(leapAbove), rows[leapAbove - 1].rowId);
    while (!rows.isEmpty()) {
        const int at = lowerBound(rows.first().rowId);
        const auto isAbove = [&](const Summary &summary) { return lowerBound(summary.rowId) == at; };
        const auto end = std::find_if_not(rows.begin(), rows.end(), isAbove);
        insertRun(at, Summaries(rows.begin(), end));
        rows.erase(rows.begin(), end);
    }
    trim();
}

/// These, the newest first, in place of all that are listed. The list is never empty in between.
void MessageTableModel::leapTo(const Summaries &newest, std::int64_t nextBefore)
{
    insertRun(0, newest);
    cutAfter(int(newest.size()), nextBefore);
}

void MessageTableModel::insertRun(int at, const Summaries &run)
{
    beginInsertRows({}, at, at + int(run.size()) - 1);
    std::vector<MessageRow> added;
    added.reserve(std::size_t(run.size()));
    for (const Summary &summary : run)
        added.emplace_back(summary, m_pairs);
    m_rows.insert(m_rows.begin() + at, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
    endInsertRows();
}

void MessageTableModel::trim()
{
    if (m_rows.size() > std::size_t(rowsMax))
        cutAfter(rowsMax, m_rows[std::size_t(rowsMax) - 1].summary.rowId);
}

/// What follows is a later page from now on.
void MessageTableModel::cutAfter(int rows, std::int64_t nextBefore)
{
    m_nextBefore = nextBefore;
    if (rows == rowCount())
        return;
    emit aboutToCut(rows);
    beginRemoveRows({}, rows, rowCount() - 1);
    m_rows.erase(m_rows.begin() + rows, m_rows.end());
    endRemoveRows();
}

} // namespace ui
