// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "core/store/messagereader.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;

namespace theme {
class Theme;
}

namespace widgets {
class EmptyState;
}

namespace ui {

class DetailHead;
class MessageBarriers;
class MessageTabs;
class MessageVerbs;
class RequestLine;
class ResentLinks;
class Session;

/// One message from near: its head, why it stands where it stands, what can be done, and its timeline, calls, payloads
/// and raw form.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    DetailPane(Session &session, theme::Theme &theme, MessageVerbs &verbs, QWidget *parent = nullptr);

    /// Reads and shows this message; an empty gid shows none.
    void showMessage(const QByteArray &gid);
    QByteArray gid() const { return m_gid; }
    /// Reads the message again if it is among those that changed.
    void observe(const QList<core::store::Summary> &changed);
    /// Puts the focus on what the tab shows.
    void focusTab();
    void retranslate();

signals:
    void messageShown(std::int64_t rowId);
    void closeRequested();
    void messageRequested(const QByteArray &gid);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *createContent();
    QWidget *createTop();
    QWidget *createVerbBar();
    void connectVerbs();
    void read();
    void take(const core::Result<std::optional<core::message::Message>> &message);
    void takeWhole(const core::message::Message &message, const QList<core::message::Attempt> &attempts);
    void showNothing(const QString &title, const QString &text);
    void showUnreachable(const core::Error &error);
    void showProgress();
    void showHead();
    void showTimeline();

    Session &m_session;
    theme::Theme &m_theme;
    MessageVerbs &m_verbs;
    QByteArray m_gid;
    std::optional<core::message::Message> m_message;
    QList<core::message::Attempt> m_attempts;
    bool m_reading = false;
    bool m_readAgain = false; ///< it changed while it was being read
    MessageBarriers *m_barriers; ///< are read while the pane is in view
    QTimer m_ticks; ///< sentence and timeline count seconds

    QStackedWidget *m_faces;
    widgets::EmptyState *m_nothing;
    DetailHead *m_head;
    QLabel *m_why;
    RequestLine *m_request;
    ResentLinks *m_resent;
    MessageTabs *m_tabs;
};

} // namespace ui
