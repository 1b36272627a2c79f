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

/// Asks before something is changed; Cancel is the default. The button that does it is off, and says in its tooltip
/// why, until all that was demanded has been typed and nothing else stands against it.
class ConfirmDialog : public QDialog
{
    Q_OBJECT
public:
    ConfirmDialog(const theme::Theme &theme, const Question &question, QWidget *parent);

    /// Between the text and the buttons: what is to be read first.
    void setContent(QWidget *content);
    /// One more field, below the content, that must hold this very text first.
    void demand(const QString &objectName, const QString &text);
    /// A sentence that says why it cannot be done yet; empty: nothing stands against it.
    void setObstacle(const QString &why);

private:
    struct Demand
    {
        QLineEdit *edit;
        QString text;
        QString label;
    };

    QWidget *createButtons(const theme::Theme &theme, const QString &verb);
    QString missing() const;
    void judge();

    QVBoxLayout *m_content;
    QVBoxLayout *m_fields;
    QList<Demand> m_demands;
    QString m_obstacle;
    Button *m_accept = nullptr;
};

} // namespace widgets
