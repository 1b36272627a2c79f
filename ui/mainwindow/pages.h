// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace theme {
class Theme;
}

namespace ui {

class AccountsPage;
class ConnectionsPage;
class MessagesPage;
class OverviewPage;
class Session;
class TransferPage;

/// The pages of the console in the order of the rail. One line a page in the constructor.
class Pages final : public QObject
{
    Q_OBJECT
public:
    struct Page
    {
        QString id;
        QString icon;
        const char *name; ///< untranslated; title() translates
        QWidget *widget;
        std::function<void()> refresh; ///< reads again what the page shows
        QString status; ///< what the page last said for the status bar
    };

    /// The widgets belong to parent.
    Pages(Session &session, theme::Theme &theme, QWidget *parent);

    const QList<Page> &all() const { return m_pages; }
    const Page *find(const QString &id) const; ///< null for an unknown id
    QString title(const Page &page) const;

    OverviewPage *overview() const { return m_overview; }
    MessagesPage *messages() const { return m_messages; }
    AccountsPage *accounts() const { return m_accounts; }
    TransferPage *transfer() const { return m_transfer; }
    ConnectionsPage *connections() const { return m_connections; }

    static const QString overviewId;
    static const QString messagesId;
    static const QString accountsId;
    static const QString transferId;
    static const QString connectionsId;

signals:
    void statusChanged(const QString &pageId, const QString &text);

private:
    template<typename T> T *add(const QString &id, const QString &icon, const char *name, T *widget);

    QList<Page> m_pages;
    OverviewPage *m_overview;
    MessagesPage *m_messages;
    AccountsPage *m_accounts;
    TransferPage *m_transfer;
    ConnectionsPage *m_connections;
};

} // namespace ui
