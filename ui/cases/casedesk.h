// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casefile/casemask.h"
#include "core/message/message.h"

#include <QObject>

class QWidget;

namespace theme {
class Theme;
}

namespace ui {

class Session;

/// What can be done with cases: save a message as one, open one, go through a message event by event. UI thread; files
/// are written and read on another.
class CaseDesk final : public QObject
{
    Q_OBJECT
public:
    /// window: whatever the dialogs belong to.
    CaseDesk(Session &session, theme::Theme &theme, QWidget &window);

    /// Asks what goes in and where to, then writes it.
    void save(const core::message::Message &message);
    /// Gathers what is known of the message and writes it there.
    void saveTo(const QString &path, const QByteArray &gid, core::casefile::Payloads payloads);
    /// Gathers what is known of the message and opens the window that goes through it.
    void showWhatHappened(const core::message::Message &message);
    /// Asks for a file and opens it.
    void chooseAndOpen();
    /// Opens a case in a window of its own, or says what is wrong with the file.
    void open(const QString &path);

signals:
    /// Something ended that is worth a sentence.
    void told(const QString &sentence, bool isBad);

private:
    void chooseFile(const QByteArray &gid, core::casefile::Payloads payloads);

    Session &m_session;
    theme::Theme &m_theme;
    QWidget &m_window;
};

} // namespace ui
