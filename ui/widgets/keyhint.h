// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {

/// "Ctrl N": the keys of a shortcut as the platform writes them, with spaces in place of plus signs.
QString keyHintText(const QKeySequence &keys);
/// The size of the pill that paintKeyHint() draws.
QSize keyHintSize(const QString &text, const QFont &font);
void paintKeyHint(QPainter &painter, const QRect &rect, const QString &text, const QColor &color, const QColor &edge);

/// A pill that shows a shortcut.
class KeyHint final : public QWidget
{
    Q_OBJECT
public:
    KeyHint(const theme::Theme &theme, const QKeySequence &keys, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const theme::Theme &m_theme;
    QString m_text;
};

} // namespace widgets
