// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QProxyStyle>
#include <QStyleOption>

#include <memory>

namespace theme {

/// Fusion with the console's measures, its focus ring, and radio buttons, check boxes, combo boxes and table headers
/// from the tokens. What has a plain box is the style sheet's.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit Style(std::shared_ptr<const Tokens> tokens);

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;

private:
    void drawRadio(const QStyleOption &option, QPainter &painter) const;
    void drawCheck(const QStyleOption &option, QPainter &painter) const;
    void drawComboBox(const QStyleOptionComplex &option, QPainter &painter) const;
    /// Its text ends in "…" where there is no room for all of it, instead of in the middle of a word.
    void drawComboBoxLabel(const QStyleOptionComboBox &option, QPainter &painter, const QWidget *widget) const;
    void drawHeaderLabel(const QStyleOptionHeader &option, QPainter &painter) const;
    void drawHeaderBackground(const QRect &rect, QPainter &painter) const;
    void drawRing(const QRectF &rect, QPainter &painter) const;
    QColor indicatorEdge(const QStyleOption &option) const;

    std::shared_ptr<const Tokens> m_tokens;
};

} // namespace theme
