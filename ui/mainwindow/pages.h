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
class PresentPage;
class ProofPage;
class Session;
class Settings;
class SettingsPage;
class TopicsPage;
class TransferPage;

/// The pages of the console in the order of the rail. One line a page in the constructor. A page is made when it is
/// wanted for the first time: the window's first frame waits for the one that it shows, not for all.
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
        Place place;
        std::function<QWidget *()> make;
        QWidget *widget = nullptr; ///< none before it is made
        std::function<void()> refresh = {}; ///< reads again what the page shows; none before it is made
        QString status = {}; ///< what the page last said for the status bar
    };

    /// The widgets belong to parent.
    Pages(Session &session, Settings &settings, theme::Theme &theme, QWidget *parent);

    const QList<Page> &all() const { return m_pages; }
    const Page *find(const QString &id) const; ///< null for an unknown id
    QString title(const Page &page) const;
    /// Of a known id; made now unless it is there.
    QWidget *widget(const QString &id);
    /// Makes one that is not there yet. False: all are.
    bool makeNext();

    // Each is made now unless it is there.
    OverviewPage *overview();
    MessagesPage *messages();
    AccountsPage *accounts();
    TransferPage *transfer();
    FaultLabPage *faultLab();
    ProofPage *proof();
    TopicsPage *topics();
    ActivityPage *activity();
    ConnectionsPage *connections();
    SettingsPage *settings();
    GuidePage *guide();
    PresentPage *present();

    static const QString overviewId;
    static const QString messagesId;
    static const QString accountsId;
    static const QString transferId;
    static const QString faultLabId;
    static const QString proofId;
    static const QString topicsId;
    static const QString activityId;
    static const QString connectionsId;
    static const QString settingsId;
    static const QString guideId;
    static const QString presentId;

signals:
    /// The page is there: whoever has something to say to it, or to hear from it, connects now.
    void made(const QString &pageId);
    void statusChanged(const QString &pageId, const QString &text);

private:
    /// T has refresh() and statusTextChanged(), and is made with the arguments, which outlive this, and its parent.
    template<typename T, typename... Arguments>
    void add(const QString &id, const QString &icon, const char *name, Place place, Arguments &...arguments);

    QWidget *m_parent;
    QList<Page> m_pages;
};

} // namespace ui
