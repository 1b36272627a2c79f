// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/banner.h"

#include <QTimer>

namespace widgets {

/// A line that tells what has just happened and goes away by itself, or by its button. Never for what must be answered.
class NoticeLine final : public QWidget
{
    Q_OBJECT
public:
    explicit NoticeLine(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Shows a sentence for so long; the timer waits while the mouse is over it. A later notice replaces an earlier
    /// one.
    void notify(Banner::Tone tone, const QString &sentence, int milliseconds = 6000);

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Banner *m_banner;
    QTimer m_timer;
};

} // namespace widgets
