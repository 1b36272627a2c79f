// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/health.h"

#include <QWidget>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class ElidedLabel;
}

namespace ui {

/// How the engine is, in one word and one line: "Running" over "1 coordinator · commit 2.4 ms".
class HealthLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit HealthLabel(const theme::Theme &theme, QWidget *parent = nullptr);

    void setHealth(const core::engine::Health &health);
    void retranslate();
    static QString word(core::engine::Health::State state);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor dotColor() const;

    const theme::Theme &m_theme;
    core::engine::Health m_health;
    QLabel *m_word;
    widgets::ElidedLabel *m_detail;
};

} // namespace ui
