// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/session/payloadfields.h"

#include <QLabel>
#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {
class ElidedLabel;
class IconButton;
class StateChip;
} // namespace widgets

namespace ui {

/// The first line of the detail pane: state, gid to copy (not while presenting), amount and ends, a button to close.
class DetailHead final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailHead(const theme::Theme &theme, QWidget *parent = nullptr);

    /// pairs: by which names its payload is read.
    void show(const core::message::Message &message, const QList<PayloadFields> &pairs = {});
    /// Whether it has the button to close; it has at first.
    void setClosable(bool closable);
    void retranslate();

signals:
    void closeRequested();
    void gidCopied();

private:
    void copyGid();
    void dressGid();

    const theme::Theme &m_theme;
    widgets::StateChip *m_chip;
    widgets::ElidedLabel *m_gid;
    widgets::IconButton *m_copy;
    QLabel *m_amount;
    QLabel *m_ends;
    widgets::IconButton *m_close;
};

} // namespace ui
