// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/desktopnotifier.h"

#include "ui/session/log.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int answerMax = 5000; // milliseconds
constexpr int asTheDesktopLikes = -1; // how long it is shown

// Urgency by the specification: critical ones stay until they are closed.
constexpr uchar normal = 1;
constexpr uchar critical = 2;

} // namespace

DesktopNotifier::DesktopNotifier(QString busAddress, QObject *parent)
    : QObject(parent)
    , m_busAddress(std::move(busAddress))
{ }

DesktopNotifier::~DesktopNotifier()
{
    if (!m_busName.isEmpty())
        QDBusConnection::disconnectFromBus(m_busName);
}

/// At the first alert only: most consoles never need it. Tried again at the next one where it failed.
bool DesktopNotifier::connectToBus()
{
    if (!m_busName.isEmpty())
        return true;
    const QString name = u"alerts-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QDBusConnection bus = m_busAddress.isEmpty()
        ? QDBusConnection::connectToBus(QDBusConnection::SessionBus, name)
        : QDBusConnection::connectToBus(m_busAddress, name);
    if (bus.isConnected()) {
        m_busName = name;
        return true;
    }
    QDBusConnection::disconnectFromBus(name);
    return false;
}

void DesktopNotifier::tell(const AlertNews &news)
{
    if (!connectToBus())
        return note(true, std::nullopt);
    const int kind = int(news.alert.kind);
    const QVariantMap hints{{u"urgency"_s, QVariant::fromValue(news.isRaised ? critical : normal)},
                            {u"desktop-entry"_s, QCoreApplication::applicationName()}};
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // The text may be shown as markup.
    call.setArguments({QCoreApplication::applicationName(), m_shown.value(kind), u"dialog-warning"_s, news.title,
                       news.text.toHtmlEscaped(), QStringList(), hints, asTheDesktopLikes});
    const QDBusPendingCall pending = QDBusConnection(m_busName).asyncCall(call, answerMax);
    auto *watcher = new QDBusPendingCallWatcher(pending, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, kind, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<quint32> answer = *watcher;
        if (!answer.isError())
            m_shown.insert(kind, answer.value());
        note(false, answer.isError() ? std::optional(answer.error().message()) : std::nullopt);
    });
}

QString DesktopNotifier::problem() const
{
    if (m_busIsMissing)
        return tr("This session has no desktop bus: notifications cannot be shown.");
    return m_refusal ? tr("The desktop did not show the notification: %1").arg(*m_refusal) : QString();
}

void DesktopNotifier::note(bool busIsMissing, const std::optional<QString> &refusal)
{
    m_busIsMissing = busIsMissing;
    m_refusal = refusal;
    if (busIsMissing || refusal)
        qCWarning(lcSession).nospace() << "desktop notification failed why=" << problem();
    emit changed();
}

} // namespace ui
