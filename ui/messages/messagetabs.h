// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/diagram/sequence.h"

#include <QTabWidget>

namespace diagram {
class SequencePanel;
}

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class JsonView;
} // namespace widgets

namespace ui {

class AttemptsPane;
class PayloadView;
class TimelineBar;

/// One message from near as tabs: its timeline, calls, payloads and raw form. One call is chosen in the diagram and
/// among the attempts at the same time.
class MessageTabs final : public QTabWidget
{
    Q_OBJECT
public:
    explicit MessageTabs(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Shows another message, or another state of the same one; the timeline is told by setSequence().
    void setMessage(const core::message::Message &message, const QList<core::message::Attempt> &attempts);
    void setSequence(const diagram::Sequence &sequence);
    void chooseNothing();
    /// Puts the focus on what the tab shows.
    void focusTab();
    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createRaw();
    void connectTabs();
    void openTab(int tab);
    void fitToTab();
    void showTexts();
    void showRaw();

    diagram::SequencePanel *m_timeline;
    TimelineBar *m_timelineBar;
    AttemptsPane *m_calls;
    PayloadView *m_payload;
    widgets::JsonView *m_raw;
    widgets::Button *m_copyRaw;
    QByteArray m_rawJson;
    QList<QByteArray> m_gids; ///< that stand in it
};

} // namespace ui
