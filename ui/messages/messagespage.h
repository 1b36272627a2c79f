// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/messages/narrowing.h"
#include "ui/session/sessionclock.h"

#include <QTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace theme {
class Theme;
}

namespace widgets {
class Card;
class ElidedLabel;
class EmptyState;
class TabStrip;
} // namespace widgets

namespace ui {

class DetailPane;
class FilterBar;
class MessageTableModel;
class MessageTableView;
class MessageVerbs;

/// The messages: views and filter, a live table, and the message that is open beside it.
class MessagesPage final : public QWidget
{
    Q_OBJECT
public:
    MessagesPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);
    ~MessagesPage() override;

    /// The verbs on the open message; each made once, for every menu and bar that shows it.
    QList<QAction *> messageActions() const;

    Narrowing narrowing() const;
    void setNarrowing(const Narrowing &narrowing);

public slots:
    /// Opens the message, whether the list shows it or not.
    void showMessage(const QByteArray &gid);
    void setFilterText(const QString &text);
    void focusFilter();
    void refresh();

signals:
    void narrowingChanged();
    void openTransfer();
    /// How much of the list is shown and chosen: for the status bar.
    void statusTextChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *createList();
    QWidget *createTableCard();
    void connectSession();
    void connectList();
    void connectFilter();
    void connectDetail();
    void load();
    void readCounts();
    void takeCounts(const core::store::Counts &counts);
    void actOnFace();
    void clearFilter();
    void openIndex(const QModelIndex &index);
    void openCurrent();
    void closeDetail();
    void backToList();
    void reselect();
    void showMenu(const QPoint &at);
    void showFace();
    void showStatus();
    void retranslate();

    Session &m_session;
    SessionClock m_clock;
    std::optional<core::store::Counts> m_counts;
    std::int64_t m_openRow = 0; ///< of the message that is open, to choose it again after all rows were replaced
    QTimer m_countsTimer; ///< counts follow the changes, yet at most twice a second

    MessageVerbs *m_verbs;
    MessageTableModel *m_model;
    widgets::TabStrip *m_views;
    FilterBar *m_filter;
    MessageTableView *m_table;
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
    widgets::ElidedLabel *m_footer;
    DetailPane *m_detail;
    widgets::Card *m_detailCard;
    QSplitter *m_splitter;
};

} // namespace ui
