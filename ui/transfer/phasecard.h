// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class FlowStrip;
}

namespace ui {

/// Explains how a transfer is sent: the promise on record before the debit, and the way back when something dies.
class PhaseCard final : public QFrame
{
    Q_OBJECT
public:
    explicit PhaseCard(const theme::Theme &theme, QWidget *parent = nullptr);
    void retranslate();

private:
    void refreshIcon();

    const theme::Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    widgets::FlowStrip *m_flow;
};

} // namespace ui
