// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QWidget>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Switch;
}

namespace ui {

/// The headers that go out with each call of a message. Their values may be keys, so they are masked until somebody
/// asks to see them, for this message only.
class HeadersList final : public QWidget
{
    Q_OBJECT
public:
    explicit HeadersList(const theme::Theme &theme, QWidget *parent = nullptr);

    /// No headers hide it.
    void setHeaders(const QList<core::message::BranchHeader> &headers);
    void retranslate();

private:
    void refresh();

    QList<core::message::BranchHeader> m_headers;
    QLabel *m_title;
    QLabel *m_text;
    widgets::Switch *m_reveal;
};

} // namespace ui
