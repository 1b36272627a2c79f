// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/messages/narrowing.h"
#include "ui/session/sessionclock.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace theme {
class Theme;
}

namespace widgets {
class EmptyState;
class IconButton;
} // namespace widgets

namespace ui {

class ColumnMenu;
class FilterBar;
class ListFooter;
struct ListScope;
class ListVerbs;
class MessageTableModel;
class MessageTableView;
class MessageVerbs;
class ViewBar;

/// The live list of messages: views and filter above it, the table or why there is none, and the bar below that tells
/// how much is shown and what can be done with the chosen ones.
class MessageList final : public QWidget
{
    Q_OBJECT
public:
    /// verbs: those of the open message, for the context menu.
    MessageList(Session &session, const theme::Theme &theme, const MessageVerbs &verbs, QWidget *parent = nullptr);
    ~MessageList() override;

    /// What can be done with the chosen messages together, and with the list itself.
    QList<QAction *> actions() const;
    Narrowing narrowing() const;
    void setNarrowing(const Narrowing &narrowing);
    QList<SavedView> savedViews() const;
    void setSavedViews(const QList<SavedView> &views);
    void setFilterText(const QString &text);
    void focusFilter();
    void focusTable();
    bool tableHasFocus() const;
    /// Chooses the row of this message, now and after all rows were replaced; 0: none.
    void setOpenRow(std::int64_t rowId);
    void clearChoice();
    void refresh();
    void retranslate();

signals:
    /// By the keys or with the choice: whether it is opened is up to who listens.
    void rowReached(const core::store::Summary &summary);
    void rowClicked(const core::store::Summary &summary);
    void rowEntered(const core::store::Summary &summary); ///< Enter or a double click
    void narrowingChanged();
    void savedViewsChanged();
    void openTransfer();
    void compareRequested(const QByteArray &gid, const QByteArray &other);
    /// Something ended that is worth a sentence.
    void told(const QString &sentence, bool isBad);
    /// How much of the list is shown and chosen: for the status bar.
    void statusTextChanged(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *createTableCard();
    void addTools();
    void connectSession();
    void connectTable();
    void connectChoice();
    void connectFilter();
    void load();
    void countSoon();
    void readCounts();
    void takeCounts(const core::store::Counts &counts);
    void actOnFace();
    void clearFilter();
    ListScope listScope() const;
    void selectAll();
    void takeSelection();
    void showHeld();
    void countHeld();
    void reselect();
    void showMenu(const QPoint &at);
    void showFace();
    void showStatus();
    QString shownText() const;

    Session &m_session;
    const MessageVerbs &m_verbs;
    SessionClock m_clock;
    std::optional<core::store::Counts> m_counts;
    std::int64_t m_openRow = 0;
    QTimer m_countsTimer; ///< counts follow the changes, yet at most twice a second
    QElapsedTimer m_counting; ///< since they were asked for
    QString m_statusText; ///< as it was told last
    bool m_allMatching = false; ///< all that match are chosen, beyond the rows that were read

    ListVerbs *m_listVerbs;
    MessageTableModel *m_model;
    ViewBar *m_views;
    FilterBar *m_filter;
    MessageTableView *m_table;
    ColumnMenu *m_columns;
    QAction *m_arrange;
    widgets::IconButton *m_columnsButton;
    widgets::IconButton *m_exportButton;
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
    ListFooter *m_footer;
};

} // namespace ui
