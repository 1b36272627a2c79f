// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "core/store/messagereader.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QStackedWidget;
class QTabWidget;
class QTableView;
class QToolBar;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class EmptyState;
class JsonView;
} // namespace widgets

namespace ui {

class AttemptsModel;
class DetailHead;
class MessageVerbs;
class PayloadView;
class RequestLine;
class Session;

/// One message from near: its head, why it stands where it stands, what can be done, and its calls, payloads and raw
/// form.
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
    void retranslate();

signals:
    void messageShown(std::int64_t rowId);
    void closeRequested();

private:
    QWidget *createContent();
    QWidget *createTop();
    QToolBar *createVerbBar();
    void createAttempts();
    void setAttemptWidths();
    QWidget *createRaw();
    void connectVerbs();
    void read();
    void take(const core::Result<std::optional<core::message::Message>> &message);
    void takeAttempts(const QList<core::message::Attempt> &attempts);
    void showNothing(const QString &title, const QString &text);
    void showUnreachable(const core::Error &error);
    void showWhy();
    void showTabTexts();

    Session &m_session;
    theme::Theme &m_theme;
    MessageVerbs &m_verbs;
    QByteArray m_gid;
    std::optional<core::message::Message> m_message;
    QList<core::message::Attempt> m_attempts;
    bool m_reading = false;
    bool m_readAgain = false; ///< it changed while it was being read
    QTimer m_ticks; ///< the why-sentence counts seconds

    QStackedWidget *m_faces;
    widgets::EmptyState *m_nothing;
    DetailHead *m_head;
    QLabel *m_why;
    RequestLine *m_request;
    QTabWidget *m_tabs;
    QTableView *m_attemptsTable;
    AttemptsModel *m_attemptsModel;
    PayloadView *m_payload;
    widgets::JsonView *m_raw;
    widgets::Button *m_copyRaw;
};

} // namespace ui
