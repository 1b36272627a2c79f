// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"
#include "ui/session/session.h"

#include <QHash>
#include <QWidget>

class QListView;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class NoticeLine;
} // namespace widgets

namespace ui {

class ConnectionForm;
class ConnectionsModel;
class StoreSwitch;
class TestCard;

/// The connections: a list, the form of the chosen one, and its test.
class ConnectionsPage final : public QWidget
{
    Q_OBJECT
public:
    ConnectionsPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);

public slots:
    /// A form for a bank that is not there yet.
    void addBank();
    /// A form for a store of the engine's that is not there yet.
    void addEngine();
    void showConnection(const QString &id);
    /// Tests the chosen one.
    void refresh();

signals:
    void statusTextChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addNew(const Connection &connection);
    void useStore();
    void showUse();
    QString useObstacle() const;
    QWidget *createList();
    QWidget *createDetails();
    void connectParts();
    void take();
    void open(const Connection &connection);
    void openCurrent();
    void keepDraft();
    void showButtons();
    void save();
    void revert();
    void removeCurrent();
    void test();
    void createTables();
    bool askForTables(const Connection &connection);
    QString tablesObstacle(const Connection &connection) const;
    QList<Connection> peersOf(const Connection &connection) const;
    void showStatus();
    void retranslate();

    Session &m_session;
    theme::Theme &m_theme;
    Connection m_shown; ///< as it is kept, for the form to be compared with
    QHash<QString, Connection> m_drafts; ///< what was typed and not saved, by draftKey()
    ConnectionsModel *m_model;
    QListView *m_list;
    widgets::Card *m_listCard;
    widgets::Button *m_add;
    widgets::Button *m_addEngine;
    widgets::NoticeLine *m_notice;
    widgets::Card *m_formCard;
    ConnectionForm *m_form;
    widgets::Button *m_use;
    widgets::Button *m_save;
    widgets::Button *m_revert;
    widgets::Button *m_remove;
    TestCard *m_test;
    StoreSwitch *m_switch;
};

} // namespace ui
