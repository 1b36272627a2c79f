// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabstrip.h"

#include "ui/theme/digits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QHBoxLayout>
#include <QPainter>

namespace widgets {
namespace {

constexpr int side = 10;
constexpr int gap = 6;
constexpr int iconSide = 14;

class Tab final : public QAbstractButton
{
public:
    Tab(const theme::Theme &theme, const QString &text, const QString &iconName, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_iconName(iconName)
    {
        setText(text);
        setAttribute(Qt::WA_Hover);
    }

    void setCount(std::optional<qint64> count)
    {
        m_count = count ? formatCount(*count) : QString();
        setAccessibleDescription(m_count);
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        int width = 2 * side + textWidth();
        if (!m_iconName.isEmpty())
            width += iconSide + gap;
        if (!m_count.isEmpty())
            width += gap + pillWidth();
        return {width, qMax(28, fontMetrics().height() + 10)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const theme::Tokens &tokens = m_theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintBackground(painter);
        int x = side;
        const QColor color = isChecked() ? tokens.accent : tokens.muted;
        if (!m_iconName.isEmpty()) {
            theme::paintIcon(painter, QRect(x, 0, iconSide, height()), m_iconName, color);
            x += iconSide + gap;
        }
        painter.setFont(nameFont());
        painter.setPen(color);
        painter.drawText(QRect(x, 0, textWidth(), height()), Qt::AlignLeft | Qt::AlignVCenter, text());
        if (!m_count.isEmpty())
            paintPill(painter, QRectF(x + textWidth() + gap, (height() - 20) / 2.0, pillWidth(), 20));
    }

private:
    void paintBackground(QPainter &painter) const
    {
        const theme::Tokens &tokens = m_theme.tokens();
        if (!isChecked() && !underMouse())
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? tokens.accentTint : tokens.hover);
        painter.drawRoundedRect(rect(), 4, 4);
    }

    void paintPill(QPainter &painter, const QRectF &pill) const
    {
        const theme::Tokens &tokens = m_theme.tokens();
        if (!isChecked()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.neutral);
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        }
        painter.setFont(m_theme.font(theme::TextSize::Small));
        painter.setPen(isChecked() ? tokens.accent : tokens.neutralText);
        theme::drawDigits(painter, pill, Qt::AlignHCenter, m_count);
    }

    QFont nameFont() const
    {
        QFont chosen = font();
        chosen.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        return chosen;
    }

    /// Always that of the chosen look, so that the tabs stand still when another one is chosen.
    int textWidth() const
    {
        QFont widest = font();
        widest.setWeight(QFont::DemiBold);
        return QFontMetrics(widest).horizontalAdvance(text());
    }

    int pillWidth() const
    {
        return qCeil(theme::digitsWidth(QFontMetricsF(m_theme.font(theme::TextSize::Small)), m_count)) + 14;
    }

    const theme::Theme &m_theme;
    QString m_iconName;
    QString m_count;
};

} // namespace

TabStrip::TabStrip(const theme::Theme &theme, QWidget *parent)
    : ChoiceGroup(theme, parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TabStrip::addTab(const QString &id, const QString &text, const QString &iconName)
{
    auto *tab = new Tab(theme(), text, iconName, this);
    m_row->addWidget(tab);
    add(id, tab);
}

void TabStrip::setTabText(const QString &id, const QString &text)
{
    if (QAbstractButton *tab = button(id)) {
        tab->setText(text);
        tab->updateGeometry();
    }
}

void TabStrip::setCount(const QString &id, std::optional<qint64> count)
{
    if (QAbstractButton *tab = button(id))
        static_cast<Tab *>(tab)->setCount(count);
}

} // namespace widgets
