// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTableView;

namespace theme {
class Theme;
}

namespace ui {

class AttemptsModel;

/// Every call of a message in a table, and below it what the chosen one was answered, as it came.
class AttemptsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit AttemptsPane(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Shows another message, or another state of the same one: the chosen call stays chosen.
    void show(const core::message::Message &message, const QList<core::message::Attempt> &attempts);
    /// Chooses the call with this subject (diagram::attemptSubject(), branchSubject()) without telling of it; an
    /// unknown one chooses none.
    void setCurrentSubject(const QByteArray &subject);
    int count() const;
    void retranslate();

signals:
    /// The user has chosen another call.
    void currentChanged(const QByteArray &subject);
    /// Double click or Enter.
    void activated(const QByteArray &subject);

private:
    void createTable();
    void createAnswer();
    void setWidths();
    void tellCurrent();
    void showAnswer();

    const theme::Theme &m_theme;
    QTableView *m_table;
    AttemptsModel *m_model;
    QWidget *m_answerBox;
    QLabel *m_answerTitle;
    QPlainTextEdit *m_answer;
    QByteArray m_subject; ///< of the chosen call
    bool m_selecting = false; ///< the row is being set, not chosen by the user
};

} // namespace ui
