// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace ui {

/// A theme to choose: a small picture of the console in it, radio and name below.
class SchemeCard final : public QAbstractButton
{
    Q_OBJECT
public:
    SchemeCard(const theme::Theme &theme, theme::Theme::Scheme scheme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    theme::Theme::Scheme m_scheme;
};

} // namespace ui
