// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/truth.h"

#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

/// The square before the sentence of truth: icon and tint after its tone. The sentence says it in words.
class TruthBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit TruthBadge(const theme::Theme &theme, QWidget *parent = nullptr);
    void setTone(Truth::Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    Truth::Tone m_tone = Truth::Tone::Unknown;
};

} // namespace ui
