// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/statestyle.h"

#include <QList>
#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {

/// How far a run is: a bar of one part a state, and what is still to come.
class ProgressSegments final : public QWidget
{
    Q_OBJECT
public:
    struct Segment
    {
        theme::State state;
        qint64 count;
    };

    explicit ProgressSegments(const theme::Theme &theme, QWidget *parent = nullptr);
    /// total is the whole width; parts beyond it are cut. The accessible description tells the counts.
    void setSegments(const QList<Segment> &segments, qint64 total);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    QList<Segment> m_segments;
    qint64 m_total = 0;
};

} // namespace widgets
