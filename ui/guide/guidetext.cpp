// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidetext.h"

#include <QImage>
#include <QResizeEvent>

namespace ui {

/// A bar that comes and goes would change the width that pictures were fitted to.
GuideText::GuideText()
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

int GuideText::textWidth() const
{
    constexpr int slack = 4; // a line is a little wider than the picture in it
    return viewport()->width() - 2 * int(document()->documentMargin()) - slack;
}

QVariant GuideText::loadResource(int type, const QUrl &name)
{
    const QVariant resource = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return resource;
    QImage image = resource.canConvert<QImage>() ? resource.value<QImage>() : QImage();
    if (image.isNull())
        image = QImage::fromData(resource.toByteArray());
    const double ratio = devicePixelRatioF();
    const int widest = qMax(1, int(textWidth() * ratio));
    if (image.width() > widest)
        image = image.scaledToWidth(widest, Qt::SmoothTransformation);
    image.setDevicePixelRatio(ratio);
    return image;
}

void GuideText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        emit widthChanged();
}

} // namespace ui
