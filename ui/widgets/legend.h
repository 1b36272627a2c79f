// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {

/// Swatches of 10 px with their words, for the header of a card.
class Legend final : public QWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QString text;
        theme::ColorOf color;
    };

    explicit Legend(const theme::Theme &theme, QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    QList<Entry> m_entries;
};

} // namespace widgets
