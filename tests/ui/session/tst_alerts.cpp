// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts on their way to a person: a real bus with a desktop on it, and a real HTTP receiver.
#include "tests/support/scriptedpeer.h"
#include "tests/ui/session/alertsamples.h"
#include "ui/session/alerts.h"
#include "ui/session/desktopnotifier.h"

#include <QDBusConnection>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using test::alertsBegin;
using test::bodyOf;
using test::hasty;
using test::newsOf;
using test::ScriptedPeer;
using ui::Alert;
using ui::AlertKind;
using ui::Webhook;

/// A bus of its own, of the real dbus-daemon, ended with this object. Its address is empty where there is no such
/// program or it did not start.
class PrivateBus final
{
public:
    PrivateBus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                        QStringLiteral("--print-address=1"), QStringLiteral("--address=unix:tmpdir=/tmp")});
        if (m_daemon.waitForStarted(5000) && m_daemon.waitForReadyRead(5000))
            m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
    }

    ~PrivateBus()
    {
        m_daemon.terminate();
        if (!m_daemon.waitForFinished(3000))
            m_daemon.kill();
        m_daemon.waitForFinished(3000);
    }

    QString address() const { return m_address; }

private:
    QProcess m_daemon;
    QString m_address;
};

/// Stands for the desktop on a bus: takes notifications and remembers them.
class FakeDesktop final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Notification
    {
        uint replaces = 0;
        QString title;
        QString text;
        QVariantMap hints;
    };

    explicit FakeDesktop(const QString &busAddress)
        : m_bus(QDBusConnection::connectToBus(busAddress, QStringLiteral("fake-desktop")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this, QDBusConnection::ExportAllSlots);
        isThere = m_bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }

    ~FakeDesktop() override { QDBusConnection::disconnectFromBus(QStringLiteral("fake-desktop")); }

    bool isThere = false;
    QList<Notification> notifications;

public slots:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &text,
                const QStringList &, const QVariantMap &hints, int)
    {
        notifications.append({replaces, title, text, hints});
        return replaces > 0 ? replaces : uint(notifications.size()) + 40;
    }

private:
    QDBusConnection m_bus;
};

class TestAlerts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theDesktopShowsAnAlert();
    void whatIsOverTakesItsPlace();
    void withoutDesktopItIsSaid();
    void withoutBusItIsSaid();
    void anAlertGoesToBothOnce();
    void theRulesSayWhereTo();

private:
    PrivateBus m_bus;
};

void TestAlerts::initTestCase()
{
    QVERIFY2(!m_bus.address().isEmpty(), "dbus-daemon did not start: package dbus-daemon");
}

void TestAlerts::theDesktopShowsAnAlert()
{
    FakeDesktop desktop(m_bus.address());
    QVERIFY(desktop.isThere);
    ui::DesktopNotifier notifier(m_bus.address());
    notifier.tell(newsOf(AlertKind::Stalled));
    QTRY_COMPARE(desktop.notifications.size(), 1);
    QCOMPARE(desktop.notifications[0].title, u"3 messages <stalled>"_s);
    QCOMPARE(desktop.notifications[0].text, u"a &lt; b &amp; c"_s);
    QCOMPARE(desktop.notifications[0].hints[u"urgency"_s].toInt(), 2);
    QVERIFY(notifier.problem().isEmpty());
}

void TestAlerts::whatIsOverTakesItsPlace()
{
    FakeDesktop desktop(m_bus.address());
    ui::DesktopNotifier notifier(m_bus.address());
    QSignalSpy answered(&notifier, &ui::DesktopNotifier::changed);
    notifier.tell(newsOf(AlertKind::Stalled));
    QTRY_COMPARE(answered.count(), 1);
    notifier.tell(newsOf(AlertKind::Stalled, false));
    QTRY_COMPARE(desktop.notifications.size(), 2);
    QCOMPARE(desktop.notifications[1].replaces, 41u);
    QCOMPARE(desktop.notifications[1].hints[u"urgency"_s].toInt(), 1);
}

void TestAlerts::withoutDesktopItIsSaid()
{
    ui::DesktopNotifier notifier(m_bus.address());
    notifier.tell(newsOf(AlertKind::Stalled));
    QTRY_VERIFY(!notifier.problem().isEmpty());
}

void TestAlerts::withoutBusItIsSaid()
{
    ui::DesktopNotifier notifier(u"unix:path=/nowhere/bus"_s);
    notifier.tell(newsOf(AlertKind::Stalled));
    QVERIFY(!notifier.problem().isEmpty());
}

void TestAlerts::anAlertGoesToBothOnce()
{
    FakeDesktop desktop(m_bus.address());
    ScriptedPeer receiver([](const core::http::Request &) { return ScriptedPeer::success(); });
    ui::Alerts alerts(std::make_unique<ui::DesktopNotifier>(m_bus.address()), std::make_unique<Webhook>(hasty()));
    alerts.setWords([](const Alert &) { return ui::Alerts::Words{u"title"_s, u"text"_s}; });
    alerts.setRules({.webhook = QString::fromLatin1(receiver.url("/"))});
    QSignalSpy changed(&alerts, &ui::Alerts::changed);
    const ui::AlertFacts stalled{.backlog = ui::Backlog{.stalled = 1}};
    for (int second = 0; second < 5; ++second)
        alerts.take(stalled, alertsBegin + std::chrono::seconds(second));
    QTRY_COMPARE(desktop.notifications.size(), 1);
    QTRY_COMPARE(receiver.calls().size(), 1);
    QCOMPARE(desktop.notifications[0].title, u"title"_s);
    QCOMPARE(alerts.openCount(), 1);
    alerts.acknowledge(AlertKind::Stalled);
    QCOMPARE(alerts.openCount(), 0);
    QVERIFY(changed.count() >= 2);

    alerts.take({.backlog = ui::Backlog{}}, alertsBegin + std::chrono::minutes(1));
    alerts.take({.backlog = ui::Backlog{}}, alertsBegin + std::chrono::minutes(2));
    QTRY_COMPARE(receiver.calls().size(), 2);
    QCOMPARE(bodyOf(receiver.requests().constLast())[u"event"_s].toString(), u"cleared"_s);
    QVERIFY(alerts.alerts().isEmpty());
}

void TestAlerts::theRulesSayWhereTo()
{
    FakeDesktop desktop(m_bus.address());
    ScriptedPeer receiver([](const core::http::Request &) { return ScriptedPeer::success(); });
    ui::Alerts alerts(std::make_unique<ui::DesktopNotifier>(m_bus.address()), std::make_unique<Webhook>(hasty()));
    QSignalSpy rules(&alerts, &ui::Alerts::rulesChanged);
    alerts.setRules({.desktop = false, .webhook = QString::fromLatin1(receiver.url("/"))});
    alerts.setRules({.desktop = false, .webhook = QString::fromLatin1(receiver.url("/"))});
    QCOMPARE(rules.count(), 1);
    alerts.take({.storeIsAway = true}, alertsBegin);
    QTRY_COMPARE(receiver.calls().size(), 1);
    QVERIFY(desktop.notifications.isEmpty());
}

QTEST_GUILESS_MAIN(TestAlerts)
#include "tst_alerts.moc"
