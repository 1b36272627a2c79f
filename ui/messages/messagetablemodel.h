// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/messages/filterhints.h"
#include "ui/messages/messagecells.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

#include <functional>
#include <vector>

namespace ui {

/// Where the model's rows come from. Answers arrive on the UI thread, at once or later, or never.
struct MessageSource
{
    using ThenPage = std::function<void(core::Result<core::store::Page>)>;
    using ThenRows = std::function<void(core::Result<QList<core::store::Summary>>)>;

    /// The page may be short of rows and still have a nextBefore: then the search goes on from there.
    std::function<void(const core::store::Filter &, int limit, std::optional<std::int64_t> before, ThenPage)> page;
    /// Those of the rows that match the filter.
    std::function<void(const QList<std::int64_t> &rowIds, const core::store::Filter &, ThenRows)> summaries;
    std::function<core::TimePoint()> now;
};

/// The messages that match a filter, newest first: pages read as the view asks for more, kept up to date by apply().
/// Ordered by row id at all times, which is the order of the pages. A change never resets the model, so selection and
/// scroll position stay; only load() replaces all rows.
class MessageTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Load { Loading, Loaded, Failed };
    static constexpr int pageSize = 200;
    static constexpr int rowsMax = 20'000; ///< the window that is kept; older ones need a narrower filter

    explicit MessageTableModel(MessageSource source, QObject *parent = nullptr);

    /// Reads the first page of this filter; rows of before stay until it is there. Without a filter no message can
    /// match, and none is asked for.
    void load(const std::optional<core::store::Filter> &filter);
    Load loadState() const { return m_load; }
    /// Why the last page could not be read; with rows there, it is an older page that is missing.
    QString problem() const { return m_problem; }

    /// A search goes through many rows and finds few: more steps follow by themselves until a page is full.
    bool isSearching() const { return m_searching; }
    std::int64_t lookedAt() const { return m_lookedAt; } ///< about how many rows, since load()
    /// What was found stays; nothing is read beyond it until goOn().
    void stopSearch();
    bool isStopped() const { return m_stopped; }
    void goOn();

    /// Changed messages, known or new. more: others changed too, so the first page is read again and merged. The store
    /// is asked only where the filter looks into content, once at a time.
    void apply(const QList<core::store::Summary> &changed, bool more = false);
    static constexpr int askedMax = 2000; ///< in one question; of more, the first page is read again
    static constexpr int leapAbove = 200; ///< where more than these come at once, the list begins anew with the newest
    /// While paused, changes are kept aside; when it ends they are applied.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    /// Whether the newest rows are in view and none is chosen. Else no row goes: where more come at once than
    /// leapAbove, new ones are kept aside from then on, until the newest are in view again.
    void setFollowing(bool following);
    /// Whether anybody sees the rows. Else known ones are kept up to date, and nothing is asked for.
    void setWatched(bool watched);
    /// New messages that are kept aside; beyond heldMax it counts no further.
    int heldNew() const { return m_heldNew; }
    bool heldMore() const { return m_heldMore; }
    /// Applies what is kept aside; a pause goes on.
    void showHeld();
    static constexpr int heldMax = 1000;

    const core::store::Summary *summary(const QModelIndex &index) const;
    QModelIndex indexOf(std::int64_t rowId) const;
    bool isComplete() const { return !m_nextBefore; }
    /// The filter that is listed; nothing: no message can match.
    const std::optional<core::store::Filter> &filter() const { return m_filter; }
    /// The most frequent routes and hosts of the rows that are listed.
    KnownWords knownWords() const;
    /// By which names of the pairs of banks payloads are read from now on: amounts and ends of all rows are read anew.
    void setPayloadFields(const QList<PayloadFields> &pairs);
    /// Headers and words in the language that is set now.
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loadStateChanged();
    void heldChanged();
    /// The rows from this one on go: a view that stands on one of them would stand on another, by itself.
    void aboutToCut(int row);

private:
    using Summaries = QList<core::store::Summary>;

    void requestPage(std::optional<std::int64_t> before);
    void takePage(std::optional<std::int64_t> before, const core::Result<core::store::Page> &page);
    void takeFirstPage(const core::store::Page &page);
    void takeNextPage(const core::store::Page &page);
    void searchOn(int found);
    void noteAllChanged();
    void setLoad(Load load, const QString &problem = {});

    Summaries updateKnown(const Summaries &changed);
    void update(const core::store::Summary &changed);
    void askForNew(const Summaries &unknown);
    void takeAnswer(const core::Result<Summaries> &matching);
    void takeNew(const Summaries &matching);
    void takeMatching(const Summaries &matching);

    bool keepsAside() const { return m_paused || m_flooded; }
    void hold(const Summaries &changed);
    void holdMore();
    void release();

    void readAgain();
    void mergeFirstPage(const core::store::Page &page);

    bool belongsToLaterPage(std::int64_t rowId) const;
    void insert(Summaries rows);
    void leapTo(const Summaries &newest, std::int64_t nextBefore);
    void insertRun(int at, const Summaries &run);
    void trim();
    void cutAfter(int rows, std::int64_t nextBefore);

    int lowerBound(std::int64_t rowId) const;
    int find(std::int64_t rowId) const;

    MessageSource m_source;
    std::optional<core::store::Filter> m_filter;
    QList<PayloadFields> m_pairs; ///< by whose names payloads are read
    std::vector<MessageRow> m_rows; ///< by row id, the greatest first
    std::optional<std::int64_t> m_nextBefore;
    Load m_load = Load::Loading;
    QString m_problem;
    int m_generation = 0; ///< counts load(); answers to an older one are dropped
    bool m_fetching = false;
    bool m_searching = false;
    bool m_stopped = false;
    int m_wanted = 0; ///< rows that the search still looks for
    std::int64_t m_lookedAt = 0;
    QSet<std::int64_t> m_toAsk; ///< rows of which only the store can tell whether they match
    bool m_asking = false;
    bool m_askPage = false; ///< more than are asked for
    bool m_readingAgain = false;
    bool m_againAfter = false; ///< something changed while the first page was being read
    bool m_paused = false;
    bool m_following = true;
    bool m_flooded = false; ///< more came than could be shown without taking away what is in view
    bool m_mayLeap = false; ///< the user asked for the newest, whatever is in view goes
    bool m_watched = true;
    bool m_missed = false; ///< new ones came while nobody saw the rows
    QHash<std::int64_t, core::store::Summary> m_held;
    bool m_heldMore = false;
    int m_heldNew = 0;
};

} // namespace ui
