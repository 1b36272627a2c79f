// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/flowsample.h"

#include <QList>
#include <QWidget>

class QGridLayout;

namespace theme {
class Theme;
}

namespace ui {

class KpiTile;

/// The six figures of the Overview: what came, what went, how fast, what waits, what is retried, what is oldest. In one
/// row, or in two where their titles would be cut.
class KpiRow final : public QWidget
{
    Q_OBJECT
public:
    explicit KpiRow(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Samples of the last minutes by the second, oldest first. backlog: none while the store cannot be read.
    void setFlow(const QList<FlowSample> &samples, const std::optional<Backlog> &backlog);
    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void showRates(const QList<FlowSample> &samples);
    void showTimes(const QList<FlowSample> &samples);
    void showBacklog(const std::optional<Backlog> &backlog);
    void showCourses(const QList<FlowSample> &samples);

    QGridLayout *m_grid;
    int m_columns = 0;
    QList<KpiTile *> m_tiles; ///< in their order
    KpiTile *m_submitted;
    KpiTile *m_finished;
    KpiTile *m_time;
    KpiTile *m_waiting;
    KpiTile *m_retrying;
    KpiTile *m_oldest;
};

} // namespace ui
