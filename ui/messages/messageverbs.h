// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/messages/verbs.h"
#include "ui/session/consent.h"

#include <QAction>
#include <QHash>
#include <QMenu>

#include <memory>
#include <optional>

namespace theme {
class Theme;
}

namespace ui {

class Session;
struct TransferOrder;

/// The actions on the message that is open: made once, shown in toolbar, context menu and the window's menu. A disabled
/// one says in its tooltip why.
class MessageVerbs final : public QObject
{
    Q_OBJECT
public:
    /// window: whatever the dialogs belong to.
    MessageVerbs(Session &session, theme::Theme &theme, QWidget &window);
    ~MessageVerbs() override;

    void setMessage(const std::optional<core::message::Message> &message);
    QAction *action(Verb verb) const { return m_actions.value(int(verb)); }
    QAction *copyAsCurl() const { return m_copyAsCurl; }
    QAction *whatHappened() const { return m_whatHappened; }
    QAction *saveCase() const { return m_saveCase; }
    /// Opens the dialog of a peek, of whichever message.
    void peek(const core::message::Message &message);
    QList<QAction *> actions() const;
    void retranslate();

signals:
    void requested(ui::Verb verb, const core::message::Message &message);
    /// What the coordinator answered; no error: it stored the request.
    void answered(const QByteArray &gid, const std::optional<core::Error> &error);
    /// The message was sent once more, under this gid.
    void resent(const QByteArray &gid);
    /// Go through the message event by event.
    void whatHappenedRequested(const core::message::Message &message);
    /// Keep the message with all that is known of it in a file.
    void saveCaseRequested(const core::message::Message &message);
    /// One more transfer like the one of this message is wanted.
    void transferRequested(const ui::TransferOrder &order);
    /// Something was put on the clipboard.
    void copied(const QString &what);

private:
    QAction *makeAction(const QString &objectName, const QString &iconName);
    void run(Verb verb);
    void confirm(Verb verb);
    void send(Verb verb, const QString &reason, Consent consent);
    void resend(Consent consent);
    std::optional<TransferOrder> orderOfMessage() const;
    void refreshLikeThis();
    void fillCopyMenu();
    void addCopy(const QString &text, const QString &command);
    void copyJson();
    void copySql();
    void copy(const QString &what, const QString &text);
    void refresh();

    Session &m_session;
    theme::Theme &m_theme;
    QWidget &m_window;
    std::optional<core::message::Message> m_message;
    QHash<int, QAction *> m_actions; ///< by Verb
    std::unique_ptr<QMenu> m_copyMenu;
    QAction *m_whatHappened;
    QAction *m_saveCase;
    QAction *m_likeThis;
    QAction *m_copyAsCurl;
    QAction *m_copyAsJson;
    QAction *m_copyAsSql;
};

} // namespace ui
