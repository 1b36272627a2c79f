// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/sessionclock.h"
#include "ui/session/topic.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class ElidedLabel;
class EmptyState;
class NoticeLine;
class SearchBox;
struct Question;
} // namespace widgets

namespace ui {

class SubscribersModel;
class TopicsModel;

/// The topics, who subscribes to the chosen one, and the changes to both. Read again every two seconds while shown:
/// other programs change topics too.
class TopicsPage final : public QWidget
{
    Q_OBJECT
public:
    TopicsPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);

    /// The actions of this page, each made once for buttons, menus and the palette. A disabled one says why.
    QList<QAction *> topicActions() const { return {m_subscribe, m_unsubscribe, m_remove, m_copyAction}; }

public slots:
    void refresh();

signals:
    void statusTextChanged(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QAction *makeAction(const QString &name, const QString &icon);
    QWidget *createTopics();
    QWidget *createSubscribers();
    void connectParts();
    void take(const core::Result<QList<Topic>> &topics);
    void showTopics();
    void showSubscribers();
    void showFace();
    void actOnFace();
    const Topic *chosen() const;
    const Subscriber *chosenSubscriber() const;
    void showActions();
    void setReason(QAction *action, const QString &whyNot, const QString &tip);
    void askToSubscribe();
    void askToUnsubscribe();
    void askToRemove();
    bool confirm(const widgets::Question &question);
    QString engineName() const;
    void takeAnswer(const std::optional<core::Error> &error, const QString &done);
    void copyAction();
    void setWidths();
    void retranslate();

    Session &m_session;
    theme::Theme &m_theme;
    SessionClock m_clock;
    std::optional<core::Result<QList<Topic>>> m_read; ///< the latest reading; none before the first
    bool m_isReading = false;
    QTimer m_timer;
    QByteArray m_wanted; ///< the topic to choose once it is there

    TopicsModel *m_topics;
    SubscribersModel *m_subscribers;
    QAction *m_subscribe;
    QAction *m_unsubscribe;
    QAction *m_remove;
    QAction *m_copyAction;
    widgets::SearchBox *m_search;
    widgets::NoticeLine *m_notice;
    widgets::Card *m_topicsCard;
    QTableView *m_topicTable;
    widgets::EmptyState *m_topicsEmpty;
    QStackedWidget *m_topicFaces;
    widgets::Card *m_subscribersCard;
    widgets::ElidedLabel *m_howCalled; ///< above the subscribers: how many there are, and in what order
    QTableView *m_subscriberTable;
    widgets::EmptyState *m_subscribersEmpty;
    QStackedWidget *m_subscriberFaces;
};

} // namespace ui
