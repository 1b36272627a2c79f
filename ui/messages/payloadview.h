// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class JsonView;
}

namespace ui {

/// The payloads of a message, a step at a time, with numbers exactly as they were sent.
class PayloadView final : public QWidget
{
    Q_OBJECT
public:
    explicit PayloadView(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Keeps the step that is chosen while it is the same content.
    void show(const core::message::ContentPtr &content);
    void retranslate();

private:
    void showStep(int step);

    core::message::ContentPtr m_content;
    QComboBox *m_steps;
    QLabel *m_checkback;
    widgets::JsonView *m_json;
};

} // namespace ui
