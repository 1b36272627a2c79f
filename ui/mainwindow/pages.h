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
class ActivityPage;
class ConnectionsPage;
class FaultLabPage;
class GuidePage;
class MessagesPage;
class OverviewPage;
class Session;
class Settings;
class SettingsPage;
class TopicsPage;
class TransferPage;

/// The pages of the console in the order of the rail. One line a page in the constructor.
class Pages final : public QObject
{
    Q_OBJECT
public:
    enum class Place {
        Top, ///< of the rail
        Foot, ///< of the rail
        Present, ///< in no rail and no menu: the perspective of that name has it
    };
    struct Page
    {
        QString id;
        QString icon;
        const char *name; ///< untranslated; title() translates
        QWidget *widget;
        Place place;
        std::function<void()> refresh; ///< reads again what the page shows
        QString status; ///< what the page last said for the status bar
    };

    /// The widgets belong to parent.
    Pages(Session &session, Settings &settings, theme::Theme &theme, QWidget *parent);

    const QList<Page> &all() const { return m_pages; }
    const Page *find(const QString &id) const; ///< null for an unknown id
    QString title(const Page &page) const;

    OverviewPage *overview() const { return m_overview; }
    MessagesPage *messages() const { return m_messages; }
    AccountsPage *accounts() const { return m_accounts; }
    TransferPage *transfer() const { return m_transfer; }
    FaultLabPage *faultLab() const { return m_faultLab; }
    TopicsPage *topics() const { return m_topics; }
    ActivityPage *activity() const { return m_activity; }
    ConnectionsPage *connections() const { return m_connections; }
    SettingsPage *settings() const { return m_settings; }
    GuidePage *guide() const { return m_guide; }

    static const QString overviewId;
    static const QString messagesId;
    static const QString accountsId;
    static const QString transferId;
    static const QString faultLabId;
    static const QString topicsId;
    static const QString activityId;
    static const QString connectionsId;
    static const QString settingsId;
    static const QString guideId;
    static const QString presentId;

signals:
    void statusChanged(const QString &pageId, const QString &text);

private:
    template<typename T>
    T *add(const QString &id, const QString &icon, const char *name, T *widget, Place place = Place::Top);

    QList<Page> m_pages;
    OverviewPage *m_overview;
    MessagesPage *m_messages;
    AccountsPage *m_accounts;
    TransferPage *m_transfer;
    FaultLabPage *m_faultLab;
    TopicsPage *m_topics;
    ActivityPage *m_activity;
    ConnectionsPage *m_connections;
    SettingsPage *m_settings;
    GuidePage *m_guide;
};

} // namespace ui
