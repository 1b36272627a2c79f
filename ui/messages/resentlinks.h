// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "core/store/messagereader.h"

#include <QLabel>

namespace theme {
class Theme;
}

namespace ui {

class Session;

/// Ties a message that was sent more than once to its others, in both directions: which one it was resent from, and
/// what it was sent again as, each as a link. Takes no room where there is none, and while the console is presenting.
class ResentLinks final : public QLabel
{
    Q_OBJECT
public:
    ResentLinks(Session &session, const theme::Theme &theme, QWidget *parent = nullptr);

    /// Looks for the others of this message; none: shows nothing.
    void follow(const std::optional<core::message::Message> &message);
    /// Looks again when one of them came up.
    void observe(const QList<core::store::Summary> &changed);
    void retranslate();

signals:
    void messageRequested(const QByteArray &gid);

private:
    void look();
    void take(const QList<core::store::Summary> &family);
    void show();

    Session &m_session;
    const theme::Theme &m_theme;
    QByteArray m_gid; ///< empty: none
    QByteArray m_from; ///< which it was resent from; empty: from none
    QList<QByteArray> m_others; ///< what else the same content was sent as, in the order of their numbers
};

} // namespace ui
