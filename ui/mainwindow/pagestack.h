// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

class QScrollArea;

namespace ui {

/// The pages, of which one is shown. Wants no more room than that one does, whatever stands on the others.
class PageStack final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit PageStack(QWidget *parent = nullptr);

    /// The stack in a frame that scrolls a page which is larger than the window: large type never makes the window
    /// larger than the screen. Belongs to the caller.
    static QScrollArea *framed(PageStack *stack);
    QSize minimumSizeHint() const override;
};

} // namespace ui
