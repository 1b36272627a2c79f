// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace widgets {
namespace {

class Segment final : public QAbstractButton
{
public:
    Segment(const theme::Theme &theme, const QString &text, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
    {
        setText(text);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(chosenFont());
        return {metrics.horizontalAdvance(text()) + 20, qMax(22, metrics.height() + 4)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const theme::Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        if (isChecked())
            painter.fillRect(rect(), tokens.accentTint);
        else if (underMouse() && isEnabled())
            painter.fillRect(rect(), tokens.hover);
        painter.setFont(isChecked() ? chosenFont() : smallFont());
        painter.setPen(!isEnabled() ? tokens.disabled : isChecked() ? tokens.accent : tokens.muted);
        painter.drawText(rect(), Qt::AlignCenter, text());
    }

private:
    QFont smallFont() const { return m_theme.font(theme::TextSize::Small); }
    QFont chosenFont() const
    {
        QFont chosen = smallFont();
        chosen.setWeight(QFont::DemiBold);
        return chosen;
    }

    const theme::Theme &m_theme;
};

} // namespace

Segmented::Segmented(const theme::Theme &theme, QWidget *parent) : ChoiceGroup(theme, parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Segmented::addOption(const QString &id, const QString &text)
{
    auto *segment = new Segment(theme(), text, this);
    layout()->addWidget(segment);
    add(id, segment);
}

void Segmented::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().tokens().border);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    // The lines between the options stand in the gaps of the layout.
    const QStringList all = ids();
    for (qsizetype i = 1; i < all.size(); ++i)
        painter.fillRect(button(all.at(i))->x() - 1, 1, 1, height() - 2, theme().tokens().border);
}

} // namespace widgets
