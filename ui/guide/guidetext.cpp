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

/// Decoded once: the text is laid out anew for each width, and each time it is shown.
QImage GuideText::picture(const QUrl &name)
{
    QImage &picture = m_pictures[name];
    if (!picture.isNull())
        return picture;
    const QVariant resource = QTextBrowser::loadResource(QTextDocument::ImageResource, name);
    picture = resource.canConvert<QImage>() ? resource.value<QImage>() : QImage();
    if (picture.isNull())
        picture = QImage::fromData(resource.toByteArray());
    return picture;
}

QVariant GuideText::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return QTextBrowser::loadResource(type, name);
    QImage image = picture(name);
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
