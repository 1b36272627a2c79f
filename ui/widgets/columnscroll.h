// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace widgets {

/// Scrolls its content up and down, never sideways: it is not narrower than the content, so that nothing is cut off at
/// the right. For forms and pages of cards; shows what is behind it.
class ColumnScroll final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ColumnScroll(QWidget *content, QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace widgets
