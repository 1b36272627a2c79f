// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace theme {
class Theme;
}

namespace widgets {

/// A line across the page that stays while something holds: faults are armed, money is missing, a hint.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    enum class Tone { Info, Good, Bad, Armed };

    explicit Banner(const theme::Theme &theme, QWidget *parent = nullptr);

    /// title is semibold; text follows it and may be empty.
    void setContent(Tone tone, const QString &title, const QString &text = {});
    /// Puts a button at the right end.
    void addAction(QWidget *button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const theme::Theme &m_theme;
    Tone m_tone = Tone::Info;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_row;
};

} // namespace widgets
