// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/guide/guidetext.h"

#include "ui/theme/theme.h"

#include <QImage>
#include <QResizeEvent>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString lightEnding = u"-light.png"_s;
const QString darkEnding = u"-dark.png"_s;

} // namespace

/// A bar that comes and goes would change the width that pictures were fitted to.
GuideText::GuideText(const theme::Theme &theme) : m_theme(theme)
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void GuideText::setFolders(const QStringList &folders)
{
    setSearchPaths(folders);
    m_pictures.clear();
}

int GuideText::textWidth() const
{
    constexpr int slack = 4; // a line is a little wider than the picture in it
    return viewport()->width() - 2 * int(document()->documentMargin()) - slack;
}

QImage GuideText::picture(const QUrl &name)
{
    const QString path = name.path();
    if (m_theme.isDark() && path.endsWith(lightEnding)) {
        const QImage dark = read(QUrl(path.chopped(lightEnding.size()) + darkEnding));
        if (!dark.isNull())
            return dark;
    }
    return read(name);
}

/// Decoded once: the text is laid out anew for each width, and each time it is shown.
QImage GuideText::read(const QUrl &name)
{
    const auto known = m_pictures.constFind(name);
    if (known != m_pictures.cend())
        return *known;
    const QVariant resource = QTextBrowser::loadResource(QTextDocument::ImageResource, name);
    QImage picture = resource.canConvert<QImage>() ? resource.value<QImage>() : QImage();
    if (picture.isNull())
        picture = QImage::fromData(resource.toByteArray());
    return *m_pictures.insert(name, picture);
}

QVariant GuideText::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return QTextBrowser::loadResource(type, name);
    QImage image = picture(name);
    if (image.isNull())
        return {};
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
