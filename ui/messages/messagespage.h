// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"
#include "ui/messages/narrowing.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {
class Card;
class Splitter;
} // namespace widgets

namespace ui {

class DetailPane;
class MessageComparison;
class MessageList;
class MessageVerbs;
class Session;
struct TransferOrder;

/// The messages: the live list, and the message that is open beside it.
class MessagesPage final : public QWidget
{
    Q_OBJECT
public:
    MessagesPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);
    ~MessagesPage() override;

    /// The verbs on the open message and on the chosen ones; each made once, for every menu and bar that shows it.
    QList<QAction *> messageActions() const;

    Narrowing narrowing() const;
    void setNarrowing(const Narrowing &narrowing);
    QList<SavedView> savedViews() const;
    void setSavedViews(const QList<SavedView> &views);

public slots:
    /// Opens the message, whether the list shows it or not.
    void showMessage(const QByteArray &gid);
    /// Shows all that match, whichever view was chosen before.
    void setFilterText(const QString &text);
    void focusFilter();
    void refresh();

signals:
    void narrowingChanged();
    void savedViewsChanged();
    void openTransfer();
    /// What the open message's verbs hand on: see MessageVerbs.
    void whatHappenedRequested(const core::message::Message &message);
    void saveCaseRequested(const core::message::Message &message);
    /// One more transfer like the one of the open message is wanted.
    void transferRequested(const ui::TransferOrder &order);
    /// Something ended that is worth a sentence.
    void told(const QString &sentence, bool isBad);
    /// How much of the list is shown and chosen: for the status bar.
    void statusTextChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectList();
    void connectDetail();
    void open(const core::store::Summary &summary);
    void closeDetail();
    void backToList();
    void retranslate();

    Session &m_session;
    MessageVerbs *m_verbs;
    MessageComparison *m_comparison;
    MessageList *m_list;
    DetailPane *m_detail;
    widgets::Card *m_detailCard;
    widgets::Splitter *m_splitter;
};

} // namespace ui
