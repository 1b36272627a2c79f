// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/sumline.h"

#include "ui/present/slidefont.h"
#include "ui/theme/digits.h"
#include "ui/theme/icons.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr double signRoom = 56;
constexpr double verdictGap = 32;
constexpr double iconGap = 10;

QString wordsOf(const StorySlide &slide)
{
    QStringList words;
    for (const SumTerm &term : slide.terms)
        words << u"%1 %2"_s.arg(term.label, term.amount);
    return u"%1 = %2 %3. %4"_s.arg(words.join(u" + "_s), slide.total.label, slide.total.amount, slide.verdict);
}

} // namespace

SumLine::SumLine(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &theme::Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SumLine::show(const StorySlide &slide)
{
    m_slide = slide;
    setAccessibleName(wordsOf(slide));
    update();
}

QSize SumLine::sizeHint() const
{
    const double height = QFontMetricsF(slideFont(m_theme, SlideText::Body)).height()
        + QFontMetricsF(slideFont(m_theme, SlideText::Headline)).height();
    return {qCeil(fullWidth()), qCeil(height) + 4};
}

double SumLine::termWidth(const SumTerm &term) const
{
    const QFontMetricsF label(slideFont(m_theme, SlideText::Body));
    const QFontMetricsF figure(slideFont(m_theme, SlideText::Headline));
    return std::ceil(std::max(theme::digitsWidth(label, term.label), theme::digitsWidth(figure, term.amount))) + 2;
}

double SumLine::verdictWidth() const
{
    const QFontMetricsF metrics(slideFont(m_theme, SlideText::Strong));
    return std::ceil(theme::digitsWidth(metrics, m_slide.verdict)) + metrics.height() + iconGap + 2;
}

double SumLine::fullWidth() const
{
    double width = termWidth(m_slide.total) + verdictGap + verdictWidth();
    for (const SumTerm &term : m_slide.terms)
        width += termWidth(term) + signRoom;
    return width;
}

void SumLine::paintTerm(QPainter &painter, double &x, const QString &sign, const SumTerm &term, bool isTotal) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const double labelHeight = QFontMetricsF(slideFont(m_theme, SlideText::Body)).height();
    const double height = sizeHint().height();
    if (!sign.isEmpty()) {
        painter.setFont(slideFont(m_theme, SlideText::Headline));
        painter.setPen(tokens.muted);
        painter.drawText(QRectF(x, labelHeight / 2, signRoom, height - labelHeight / 2), Qt::AlignCenter, sign);
        x += signRoom;
    }
    const double width = termWidth(term);
    painter.setFont(slideFont(m_theme, SlideText::Body));
    painter.setPen(term.isInFlight ? tokens.submitted.text : tokens.muted);
    theme::drawDigits(painter, QRectF(x, 0, width, labelHeight), Qt::AlignLeft | Qt::AlignVCenter, term.label);
    painter.setFont(slideFont(m_theme, SlideText::Headline));
    painter.setPen(term.isInFlight && !isTotal ? tokens.submitted.text : tokens.text);
    theme::drawDigits(painter, QRectF(x, labelHeight, width, height - labelHeight), Qt::AlignLeft | Qt::AlignVCenter,
                      term.amount);
    x += width;
}

void SumLine::paintVerdict(QPainter &painter, double right) const
{
    const theme::Tokens &tokens = m_theme.tokens();
    const bool isGood = m_slide.tone == theme::Tone::Good;
    const bool isBad = m_slide.tone == theme::Tone::Bad;
    const QColor color = isGood ? tokens.succeed.text : isBad ? tokens.failed.text : tokens.muted;
    painter.setFont(slideFont(m_theme, SlideText::Strong));
    const double icon = QFontMetricsF(painter.font()).height();
    const double left = right - verdictWidth();
    const double height = sizeHint().height();
    theme::paintIcon(painter, QRectF(left, (height - icon) / 2, icon, icon),
                     isGood      ? u"proof"_s
                         : isBad ? u"warning"_s
                                 : u"hourglass"_s,
                     color);
    painter.setPen(color);
    theme::drawDigits(painter, QRectF(left + icon + iconGap, 0, verdictWidth(), height),
                      Qt::AlignLeft | Qt::AlignVCenter, m_slide.verdict);
}

void SumLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double needed = fullWidth();
    const double shrink = needed > width() ? width() / needed : 1;
    painter.scale(shrink, shrink);
    painter.translate(0, (height() / shrink - sizeHint().height()) / 2);
    double x = 0;
    for (const SumTerm &term : m_slide.terms)
        paintTerm(painter, x, x > 0 ? u"+"_s : QString(), term, false);
    if (!m_slide.terms.isEmpty())
        paintTerm(painter, x, u"="_s, m_slide.total, true);
    paintVerdict(painter, width() / shrink);
}

} // namespace ui
