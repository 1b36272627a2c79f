// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/style.h"

#include "ui/theme/icons.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace theme {
namespace {

constexpr int inputHeight = 32;
constexpr int inputPadding = 10;
constexpr int arrowSize = 16;
constexpr int comboIconGap = 4;
constexpr int comboTextInset = 2; // of Qt's own label
constexpr int headerPadding = 12;
constexpr int firstHeaderPadding = 16; // under the title of the card

QRect arrowRect(const QRect &comboBox)
{
    return {comboBox.right() - inputPadding - arrowSize + 1, comboBox.top(), arrowSize, comboBox.height()};
}

} // namespace

Style::Style(std::shared_ptr<const Tokens> tokens) : QProxyStyle(u"Fusion"_s), m_tokens(std::move(tokens)) { }

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // A few of some hundred metrics are ours.
    if (metric == PM_ButtonIconSize || metric == PM_SmallIconSize || metric == PM_ToolBarIconSize
        || metric == PM_IndicatorWidth || metric == PM_IndicatorHeight || metric == PM_ExclusiveIndicatorWidth
        || metric == PM_ExclusiveIndicatorHeight)
        return 16;
    if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin)
        return 3;
    if (metric == PM_LayoutHorizontalSpacing || metric == PM_LayoutVerticalSpacing)
        return 8;
    if (metric == PM_ScrollBarExtent)
        return 12;
    if (metric == PM_ToolBarExtensionExtent)
        return 28;
    if (metric == PM_ButtonShiftHorizontal || metric == PM_ButtonShiftVertical)
        return 0;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    if (hint == SH_ItemView_ShowDecorationSelected)
        return 1;
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    if (pixmap == SP_ToolBarHorizontalExtensionButton)
        return makeIcon(u"more"_s, m_tokens, &Tokens::text);
    return QProxyStyle::standardIcon(pixmap, option, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (element == PE_IndicatorRadioButton)
        return drawRadio(*option, *painter);
    if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck)
        return drawCheck(*option, *painter);
    if (element == PE_IndicatorArrowDown)
        return paintIcon(*painter, option->rect, u"chevron-down"_s, m_tokens->muted);
    if (element == PE_IndicatorArrowUp)
        return paintIcon(*painter, option->rect, u"chevron-up"_s, m_tokens->muted);
    if (element == PE_IndicatorHeaderArrow)
        return; // drawn with the label, right behind it
    if (element == PE_FrameFocusRect)
        return; // the ring around the control, or the selected row, tells it
    if (element == PE_FrameTabBarBase)
        return; // the style sheet draws the line below the tabs
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_FocusFrame)
        return drawRing(option->rect, *painter);
    if (element == CE_HeaderLabel)
        return drawHeaderLabel(*static_cast<const QStyleOptionHeader *>(option), *painter);
    if (element == CE_ComboBoxLabel)
        return drawComboBoxLabel(*static_cast<const QStyleOptionComboBox *>(option), *painter, widget);
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
        return drawHeaderBackground(option->rect, *painter);
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ComboBox)
        return drawComboBox(*option, *painter);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    if (type == CT_ComboBox)
        return {size.width() + 3 * inputPadding + arrowSize, qMax(inputHeight, size.height() + inputPadding)};
    if (type == CT_HeaderSection)
        return QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(2 * headerPadding, 0);
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return option->rect.adjusted(inputPadding, 2, -2 * inputPadding - arrowSize, -2);
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return arrowRect(option->rect);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_HeaderLabel)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QColor Style::indicatorEdge(const QStyleOption &option) const
{
    if (!(option.state & State_Enabled))
        return m_tokens->border;
    return option.state & State_MouseOver ? m_tokens->accent : m_tokens->edge;
}

void Style::drawRadio(const QStyleOption &option, QPainter &painter) const
{
    const QRectF circle = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool on = option.state & State_On;
    const bool filled = on && option.state & State_Enabled;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(filled ? m_tokens->accentFill : indicatorEdge(option));
    painter.setBrush(filled ? m_tokens->accentFill : m_tokens->panel);
    painter.drawEllipse(circle);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(filled ? m_tokens->onAccent : m_tokens->disabled);
        painter.drawEllipse(circle.center(), 3, 3);
    }
    painter.restore();
}

void Style::drawCheck(const QStyleOption &option, QPainter &painter) const
{
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool marked = option.state & (State_On | State_NoChange);
    const bool filled = marked && option.state & State_Enabled;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(filled ? m_tokens->accentFill : indicatorEdge(option));
    painter.setBrush(filled ? m_tokens->accentFill : m_tokens->panel);
    painter.drawRoundedRect(box, 4, 4);
    if (marked) {
        const QString icon = option.state & State_On ? u"check"_s : u"minus"_s;
        paintIcon(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), icon, filled ? m_tokens->onAccent : m_tokens->disabled);
    }
    painter.restore();
}

void Style::drawComboBoxLabel(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const
{
    QStyleOptionComboBox fitting = option;
    const QRect room = subControlRect(CC_ComboBox, &option, SC_ComboBoxEditField, widget);
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + comboIconGap;
    fitting.currentText =
        option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room.width() - icon - comboTextInset);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &fitting, &painter, widget);
}

void Style::drawComboBox(const QStyleOptionComplex &option, QPainter &painter) const
{
    const bool enabled = option.state & State_Enabled;
    const bool focused = option.state & (State_HasFocus | State_On);
    const double inset = focused ? 1 : 0.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(focused ? QPen(m_tokens->accent, 2) : QPen(enabled ? m_tokens->edge : m_tokens->border));
    painter.setBrush(enabled ? QBrush(m_tokens->panel) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 6, 6);
    paintIcon(painter,
              QRectF(0, 0, arrowSize, arrowSize)
                  .translated(arrowRect(option.rect).center() - QPoint(arrowSize / 2 - 1, arrowSize / 2 - 1)),
              u"chevron-down"_s, enabled ? m_tokens->text : m_tokens->disabled);
    painter.restore();
}

void Style::drawHeaderBackground(const QRect &rect, QPainter &painter) const
{
    painter.fillRect(rect, m_tokens->sunken);
    painter.fillRect(QRect(rect.bottomLeft(), QSize(rect.width(), 1)), m_tokens->border);
}

/// The title of a column, with the arrow of the sort order right behind it: up when ascending, which Qt calls SortDown.
void Style::drawHeaderLabel(const QStyleOptionHeader &option, QPainter &painter) const
{
    constexpr int sortArrow = 14;
    painter.save();
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    QFont font = painter.font();
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const bool isFirst =
        option.position == QStyleOptionHeader::Beginning || option.position == QStyleOptionHeader::OnlyOneSection;
    QRect room = option.rect.adjusted(isFirst ? firstHeaderPadding : headerPadding, 0,
                                      -headerPadding - (sorted ? sortArrow + 2 : 0), -1);
    const QString title = metrics.elidedText(option.text, Qt::ElideRight, room.width());
    const QRect text = alignedRect(option.direction, option.textAlignment | Qt::AlignVCenter,
                                   QSize(metrics.horizontalAdvance(title), room.height()), room);
    const bool active = sorted || option.state & State_MouseOver;
    painter.setPen(active ? m_tokens->text : m_tokens->muted);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, title);
    if (sorted)
        paintIcon(painter, QRect(text.right() + 3, text.top(), sortArrow, text.height()),
                  option.sortIndicator == QStyleOptionHeader::SortDown ? u"chevron-up"_s : u"chevron-down"_s,
                  m_tokens->text);
    painter.restore();
}

void Style::drawRing(const QRectF &rect, QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_tokens->accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8);
    painter.restore();
}

} // namespace theme
