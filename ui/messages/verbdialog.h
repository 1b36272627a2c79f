// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/verbs.h"

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
}

namespace ui {

/// Asks before a verb that cannot be taken back. Names the message, says what was applied already, and takes a reason
/// where the verb wants one; Cancel is the default.
class VerbDialog final : public QDialog
{
    Q_OBJECT
public:
    /// nameToType: what must be typed first, empty: nothing.
    VerbDialog(const theme::Theme &theme, Verb verb, const core::message::Message &message, const QString &nameToType,
               QWidget *parent);

    /// Without blanks around it; empty for verbs that want none.
    QString reason() const;

private:
    QWidget *createFacts(const core::message::Message &message);
    QWidget *createReason();
    QWidget *createName();
    void judge();
    QWidget *createButtons(const theme::Theme &theme, Verb verb);

    QString m_nameToType;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_reason = nullptr;
    widgets::Button *m_accept = nullptr;
};

} // namespace ui
