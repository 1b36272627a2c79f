// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/alertsink.h"

#include <QObject>

#include <optional>

namespace ui {

/// Shows alerts as notifications of the desktop, by D-Bus (org.freedesktop.Notifications, Desktop Notifications
/// Specification 1.2). Where there is no session bus or nobody who shows them, problem() says so. What is over takes
/// the place of what was told, so that a desktop left alone does not fill up. UI thread; nothing here waits for an
/// answer.
class DesktopNotifier final : public QObject, public AlertSink
{
    Q_OBJECT
public:
    /// busAddress: of another bus than the session's.
    explicit DesktopNotifier(QString busAddress = {}, QObject *parent = nullptr);
    ~DesktopNotifier() override;

    void tell(const AlertNews &news) override;
    /// Why the latest could not be shown, in the language of the moment; empty: it was, or none yet.
    QString problem() const;

signals:
    void changed(); ///< the desktop answered

private:
    bool connectToBus();
    void note(bool busIsMissing, const std::optional<QString> &refusal);

    QString m_busAddress;
    QString m_busName; ///< Qt's name of the connection
    bool m_busIsMissing = false; ///< as the latest was to be told
    std::optional<QString> m_refusal; ///< of the latest, in the desktop's words
    QHash<int, quint32> m_shown; ///< by kind: the desktop's number of what was told
};

} // namespace ui
