// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faulthold.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {
class Card;
}

namespace ui {

class HeldRow;

/// What waits at breakpoints: one row each, with its age and the ways it can go on.
class HeldList final : public QWidget
{
    Q_OBJECT
public:
    explicit HeldList(const theme::Theme &theme, QWidget *parent = nullptr);

    void showHeld(const QList<core::HeldPass> &held);
    void retranslate();

signals:
    void released(quint64 id, const std::optional<core::Strike> &as);

private:
    struct Row
    {
        core::HeldPass pass;
        HeldRow *widget = nullptr;
    };

    Row makeRow(const core::HeldPass &pass);
    void addWays(HeldRow &row, const core::HeldPass &pass);
    static QString textOf(const core::HeldPass &pass);

    const theme::Theme &m_theme;
    widgets::Card *m_card;
    QList<Row> m_rows;
};

} // namespace ui
