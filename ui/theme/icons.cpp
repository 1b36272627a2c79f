// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPaintEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace theme {
namespace {

Q_LOGGING_CATEGORY(lcTheme, "ui.theme")

struct StrokePoint
{
    double size;
    double stroke;
};
constexpr std::array strokes{StrokePoint{12, 2.4}, StrokePoint{14, 2.1}, StrokePoint{16, 2.0}, StrokePoint{20, 1.8},
                             StrokePoint{24, 1.7}};

/// The file's text with colour and stroke put in; empty when there is no such icon.
QByteArray tintedSvg(const QString &name, const QColor &color, double size)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcTheme).nospace() << "icon missing name=" << name;
        return {};
    }
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    const QByteArray stroke = "stroke-width=\"" + QByteArray::number(iconStroke(size)) + '"';
    svg.replace("stroke-width=\"2\"", stroke);
    return svg;
}

QPixmap renderIcon(const QString &name, const QColor &color, int size, double ratio)
{
    const QByteArray svg = tintedSvg(name, color, size);
    if (svg.isEmpty())
        return {};
    const int pixels = qRound(size * ratio);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

/// Asks the tokens for its colour each time, so that one QIcon serves light and dark.
class TokenIconEngine final : public QIconEngine
{
public:
    TokenIconEngine(QString name, std::shared_ptr<const Tokens> tokens, ColorOf color)
        : m_name(std::move(name))
        , m_tokens(std::move(tokens))
        , m_color(std::move(color))
    { }

    QIconEngine *clone() const override { return new TokenIconEngine(*this); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qRound(qMin(size.width(), size.height()) / scale);
        return iconPixmap(m_name, colorFor(mode), side, scale);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        return mode == QIcon::Disabled ? m_tokens->disabled : m_color(*m_tokens);
    }

    QString m_name;
    std::shared_ptr<const Tokens> m_tokens;
    ColorOf m_color;
};

} // namespace

QStringList iconNames()
{
    QStringList names = QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

double iconStroke(double size)
{
    if (size <= strokes.front().size)
        return strokes.front().stroke;
    for (size_t i = 1; i < strokes.size(); ++i) {
        const StrokePoint &low = strokes[i - 1];
        const StrokePoint &high = strokes[i];
        if (size <= high.size)
            return low.stroke + (high.stroke - low.stroke) * (size - low.size) / (high.size - low.size);
    }
    return strokes.back().stroke;
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, double devicePixelRatio)
{
    const QString key = u"checkback/%1/%2/%3/%4"_s.arg(name, color.name()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = renderIcon(name, color, size, devicePixelRatio);
    if (!pixmap.isNull())
        QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const int size = int(std::floor(qMin(rect.width(), rect.height())));
    if (size <= 0)
        return;
    const QPointF corner = rect.center() - QPointF(size / 2.0, size / 2.0);
    if (painter.paintEngine()->type() == QPaintEngine::SVG) // shapes stay shapes
        return QSvgRenderer(tintedSvg(name, color, size)).render(&painter, QRectF(corner, QSizeF(size, size)));
    const double zoom = painter.worldTransform().m11();
    const QPixmap pixmap = iconPixmap(name, color, size, painter.device()->devicePixelRatioF() * zoom);
    painter.drawPixmap(QPointF(std::round(corner.x()), std::round(corner.y())), pixmap);
}

QIcon makeIcon(const QString &name, std::shared_ptr<const Tokens> tokens, ColorOf color)
{
    return QIcon(new TokenIconEngine(name, std::move(tokens), std::move(color)));
}

} // namespace theme
