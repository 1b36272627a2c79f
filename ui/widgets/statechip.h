// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/chip.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace theme {
class Theme;
}

namespace widgets {

/// A chip as a widget: a state, a verdict or a neutral word. Its accessible name is its word.
class StateChip final : public QWidget
{
    Q_OBJECT
public:
    explicit StateChip(const theme::Theme &theme, QWidget *parent = nullptr);

    /// text is the word; empty means the word of the state. "27 Succeed" is a text too.
    void setState(theme::State state, const QString &text = {});
    void setVerdict(theme::Verdict verdict, const QString &text = {});
    void setNeutral(const QString &icon, const QString &text);

    QString text() const { return m_chip.text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void show(std::function<theme::StateStyle()> style, const QString &text);
    void refresh();

    const theme::Theme &m_theme;
    std::function<theme::StateStyle()> m_style;
    Chip m_chip;
    std::optional<theme::State> m_wordOf; ///< the state whose own word is shown, in the language of the moment
};

} // namespace widgets
