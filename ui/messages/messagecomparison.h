// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/messagefacts.h"

#include <QObject>

#include <functional>

class QWidget;

namespace theme {
class Theme;
}

namespace ui {

class Session;

/// Compares two messages: reads both, then opens them side by side.
class MessageComparison final : public QObject
{
    Q_OBJECT
public:
    /// window: whatever the dialog belongs to.
    MessageComparison(Session &session, const theme::Theme &theme, QWidget &window);

public slots:
    void compare(const QByteArray &gid, const QByteArray &other);

signals:
    /// One of the two could not be read; words for the user.
    void failed(const QString &why);

private:
    void readFacts(const QByteArray &gid, const std::function<void(const diagram::MessageFacts &)> &then);
    void open(const diagram::MessageFacts &left, const diagram::MessageFacts &right);

    Session &m_session;
    const theme::Theme &m_theme;
    QWidget &m_window;
};

} // namespace ui
