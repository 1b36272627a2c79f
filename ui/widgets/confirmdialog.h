// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QVBoxLayout;

namespace theme {
class Theme;
}

namespace widgets {

class Button;

/// What is asked before something is changed.
struct Question
{
    QString title; ///< names the object and the count: "Remove the connection “Bank C”?"
    QString text; ///< what comes of it
    QString verb; ///< on the button that does it
    QString nameToType = {}; ///< not empty: the button is off until this was typed
};

/// Asks before something is changed; Cancel is the default.
class ConfirmDialog final : public QDialog
{
    Q_OBJECT
public:
    ConfirmDialog(const theme::Theme &theme, const Question &question, QWidget *parent);

    /// Between the text and the buttons: what is to be read first.
    void setContent(QWidget *content);

private:
    QWidget *createNameRow(const QString &name);
    QWidget *createButtons(const theme::Theme &theme, const QString &verb);

    QVBoxLayout *m_content;
    QLineEdit *m_name = nullptr;
    Button *m_accept = nullptr;
};

} // namespace widgets
