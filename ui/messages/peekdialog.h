// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/session/peek.h"

#include <QDialog>

class QLabel;

namespace theme {
class Theme;
}

namespace ui {

/// Shows what the banks keep of a message and what a checkback would decide. Changes nothing.
class PeekDialog final : public QDialog
{
    Q_OBJECT
public:
    PeekDialog(const theme::Theme &theme, const core::message::Message &message, QWidget *parent);

    /// Until then it says that the banks are being read.
    void showPeek(const Peek &peek);

private:
    core::message::Message m_message;
    QLabel *m_outlook;
    QLabel *m_rows;
};

} // namespace ui
