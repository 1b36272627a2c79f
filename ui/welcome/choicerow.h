// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace theme {
class Theme;
}

namespace ui {

/// A choice on one line: radio, text, and a note at the right. Put several in one QButtonGroup.
class ChoiceRow final : public QAbstractButton
{
    Q_OBJECT
public:
    ChoiceRow(const theme::Theme &theme, const QString &text, QWidget *parent = nullptr);

    void setNote(const QString &note);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    QString m_note;
};

/// The frame and the radio that all cards of choice share; rect is the button's, radioAt the radio's top left.
void paintChoice(QPainter &painter, const QAbstractButton &button, const theme::Theme &theme, const QPoint &radioAt);
inline constexpr int choiceRadioSize = 16;

} // namespace ui
