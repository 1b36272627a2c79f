// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

/// Moves the engine to another store, on the word of the user: tries the new one, says what stays behind and asks.
/// Tells by signals how far it came; nothing waits.
class StoreSwitch final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs stand over the widget, which is the parent too.
    StoreSwitch(Session &session, const theme::Theme &theme, QWidget *over);

    /// Asks for the password where none is known.
    void begin(const Connection &connection);
    bool isRunning() const { return m_isRunning; }

signals:
    void runningChanged();
    void refused(const QString &sentence); ///< the engine stays where it is

private:
    void look(const Connection &connection);
    void askForPassword(const Connection &connection);
    void ask(const Connection &connection, const StoreOutlook &outlook);
    QString outlookText(const Connection &connection, const StoreOutlook &outlook) const;
    void refuse(const QString &why);
    void setRunning(bool isRunning);

    Session &m_session;
    const theme::Theme &m_theme;
    QWidget *m_over;
    bool m_isRunning = false;
};

} // namespace ui
