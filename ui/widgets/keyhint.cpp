// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyhint.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

QFont hintFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 11 / 13);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

QString keyHintText(const QKeySequence &keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    // "Ctrl++" keeps the plus that is a key.
    for (qsizetype at = text.size() - 2; at > 0; --at) {
        if (text.at(at) == u'+')
            text[at] = u' ';
    }
    text.replace(u"Return"_s, u"↵"_s);
    return text;
}

QSize keyHintSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(hintFont(font));
    return {metrics.horizontalAdvance(text) + 12, metrics.height() + 4};
}

void paintKeyHint(QPainter &painter, const QRect &rect, const QString &text, const QColor &color, const QColor &edge)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(hintFont(painter.font()));
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

KeyHint::KeyHint(const theme::Theme &theme, const QKeySequence &keys, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(keyHintText(keys))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(keys.toString(QKeySequence::NativeText));
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize KeyHint::sizeHint() const
{
    return keyHintSize(m_text, font());
}

void KeyHint::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyHint(painter, rect(), m_text, m_theme.tokens().muted, m_theme.tokens().border);
}

} // namespace widgets
