// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/verbs.h"
#include "ui/session/peek.h"
#include "ui/widgets/confirmdialog.h"

class QLabel;
class QPlainTextEdit;

namespace ui {

/// Asks before a verb that cannot be taken back. Names the message, says what was applied already, and takes a reason
/// or the end of the gid where the verb wants one; Cancel is the default.
class VerbDialog final : public widgets::ConfirmDialog
{
    Q_OBJECT
public:
    /// nameToType: what must be typed first, empty: nothing.
    VerbDialog(const theme::Theme &theme, Verb verb, const core::message::Message &message, const QString &nameToType,
               QWidget *parent);

    /// What the banks keep of the message. A force stop waits for it.
    void showPeek(const Peek &peek);
    /// Without blanks around it; empty for verbs that want none.
    QString reason() const;

private:
    QWidget *createFacts();
    QWidget *createReason();
    QString obstacle() const;
    void judge();

    const core::message::Message m_message;
    bool m_waitsForPeek;
    QLabel *m_facts = nullptr;
    QPlainTextEdit *m_reason = nullptr;
};

} // namespace ui
