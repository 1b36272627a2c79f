// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/truth.h"
#include "ui/session/flowseries.h"

#include <QWidget>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class ElidedLabel;
class Segmented;
} // namespace widgets

namespace ui {

class TruthBadge;

/// The head of the Overview: the sentence of truth with its badge, the way to what needs a person, how far back the
/// page looks, and the pause.
class TruthHead final : public QWidget
{
    Q_OBJECT
public:
    explicit TruthHead(const theme::Theme &theme, QWidget *parent = nullptr);

    void setTruth(const Truth &truth);
    /// The button that leads to stalled messages; none of them hides it.
    void setNeedsYou(std::int64_t stalled);
    void setPaused(bool paused);
    FlowRange range() const;
    void setRange(FlowRange range);
    void retranslate();

signals:
    void stalledWanted();
    void rangeChanged();
    void pauseToggled();

private:
    void labelPause();

    TruthBadge *m_badge;
    QLabel *m_sentence;
    widgets::ElidedLabel *m_detail;
    widgets::Button *m_needsYou;
    widgets::Segmented *m_range;
    widgets::Button *m_pause;
    std::int64_t m_stalled = 0;
    bool m_paused = false;
};

} // namespace ui
