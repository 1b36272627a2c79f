// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/sequenceexport.h"

#include "ui/diagram/sequencepainter.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace diagram {
namespace {

constexpr double exportWidth = 760;
constexpr double pixelsMax = 32'000; ///< a side; QPainter counts in 16 bits

void paintAll(QPainter &painter, const theme::Theme &theme, const Sequence &sequence, const Layout &layout)
{
    const Emphasis none;
    const SequencePainter all(theme, sequence, layout, none);
    painter.fillRect(QRectF(QPointF(), layout.size), theme.tokens().panel);
    all.paintBody(painter, QRectF(QPointF(), layout.size));
    all.paintHeads(painter, 0);
}

Layout exportLayout(const theme::Theme &theme, const Sequence &sequence)
{
    return layoutOf(sequence, exportWidth, measuresOf(theme));
}

} // namespace

QImage sequenceImage(const theme::Theme &theme, const Sequence &sequence, double scale)
{
    const Layout layout = exportLayout(theme, sequence);
    const double bounded = std::min(scale, pixelsMax / layout.size.height());
    QImage image((layout.size * bounded).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(bounded);
    QPainter painter(&image);
    paintAll(painter, theme, sequence, layout);
    return image;
}

QByteArray sequenceSvg(const theme::Theme &theme, const Sequence &sequence)
{
    const Layout layout = exportLayout(theme, sequence);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setViewBox(QRectF(QPointF(), layout.size));
    generator.setSize(layout.size.toSize());
    generator.setResolution(96);
    QPainter painter(&generator);
    paintAll(painter, theme, sequence, layout);
    painter.end();
    return bytes;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

core::Status writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return core::Error::unavailable(file.errorString());
    return core::Done{};
}

core::Status saveSequence(const theme::Theme &theme, const Sequence &sequence, const QString &path)
{
    if (path.endsWith(u".svg"_s, Qt::CaseInsensitive))
        return writeFile(path, sequenceSvg(theme, sequence));
    if (path.endsWith(u".png"_s, Qt::CaseInsensitive))
        return writeFile(path, pngOf(sequenceImage(theme, sequence)));
    return core::Error::invalid("path", u"the file's name must end with .svg or .png"_s);
}

} // namespace diagram
