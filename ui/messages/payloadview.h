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

class FindBar;
class HeadersList;

/// The payloads of a message, a step at a time, with numbers exactly as they were sent, to be searched; below them the
/// headers and the checkback's URL.
class PayloadView final : public QWidget
{
    Q_OBJECT
public:
    explicit PayloadView(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Keeps the step that is chosen while it is the same content.
    void show(const core::message::ContentPtr &content);
    void focusText();
    void retranslate();

private:
    void showStep(int step);

    core::message::ContentPtr m_content;
    QComboBox *m_steps;
    widgets::JsonView *m_json;
    FindBar *m_find;
    HeadersList *m_headers;
    QLabel *m_checkback;
};

} // namespace ui
