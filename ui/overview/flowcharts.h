// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/flowsample.h"

#include <QList>
#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

class ChartCard;

/// The three charts of the Overview side by side: what finished and how, how long success took, what waits.
class FlowCharts final : public QWidget
{
    Q_OBJECT
public:
    explicit FlowCharts(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Oldest first; the charts show from to to, whether there are samples or not.
    void setSamples(const QList<FlowSample> &samples, core::TimePoint from, core::TimePoint to);
    void retranslate();

private:
    ChartCard *m_outcomes;
    ChartCard *m_times;
    ChartCard *m_backlog;
};

} // namespace ui
