// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "ui/widgets/legend.h"

#include <QList>
#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <optional>

namespace theme {
class Theme;
}

namespace widgets {

/// What the banks held together at one moment.
struct TotalSample
{
    core::TimePoint at;
    core::Money balances; ///< sum over both banks
    core::Money inFlight; ///< debited, not credited yet

    core::Money total() const { return balances + inFlight; }
    friend bool operator==(const TotalSample &, const TotalSample &) = default;
};

/// Where the total broke: the sample from then on, what happened, and whether it can be opened.
struct TotalMark
{
    core::TimePoint at;
    QString title; ///< "30.00 lost"
    QString text; ///< "naive transfer 17, user 1 → user 2"; may be empty
    QString link; ///< "open what happened"; empty: there is nothing to open
    friend bool operator==(const TotalMark &, const TotalMark &) = default;
};

/// The total of a closed pair of banks over time, as steps: the balances, what is in flight above them, the total, and
/// what is missing below the expected total. Under the mouse or the arrow keys a box tells the exact amounts of a
/// sample; dragging zooms in time, a double click or Esc shows all again.
class TotalPlot final : public QWidget
{
    Q_OBJECT
public:
    explicit TotalPlot(const theme::Theme &theme, QWidget *parent = nullptr);
    ~TotalPlot() override;

    /// In order of time. Repaints with the next turn of the event loop; while zoomed in, the range stays.
    void setSamples(const QList<TotalSample> &samples);
    /// The total that must hold; without it the first sample's total is taken.
    void setExpected(std::optional<core::Money> expected);
    /// A cross on the total at this time; its words stand in the box of the sample there. A click on it, or Return
    /// while the box tells about it, opens it.
    void setMark(const std::optional<TotalMark> &mark);
    void setTimeZone(const QTimeZone &zone);
    /// Where the total differs from what is expected at the last sample: below zero is missing.
    core::Money difference() const;

    /// The index of the sample that the box tells about.
    std::optional<int> currentSample() const;
    /// For a legend: names and colours of what is drawn.
    QList<Legend::Entry> legend() const;
    QSize sizeHint() const override { return {560, 260}; }

signals:
    void currentSampleChanged(std::optional<int> index);
    void markActivated();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace widgets
