// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/storyexport.h"

#include "ui/diagram/sequenceexport.h"
#include "ui/present/storyhtml.h"
#include "ui/present/storyscenes.h"
#include "ui/present/storyview.h"
#include "ui/present/themedsvg.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr QSize slidePixels{1440, 810};

void draw(QPainter &painter, const theme::Theme &theme, const StorySlide &slide)
{
    StoryView view(theme);
    view.resize(slidePixels);
    view.show(slide);
    view.ensurePolished();
    painter.fillRect(QRect(QPoint(), slidePixels), theme.tokens().window);
    view.render(&painter, {}, {}, QWidget::DrawChildren);
}

} // namespace

QImage slideImage(const theme::Theme &theme, const StorySlide &slide, double scale)
{
    QImage image(slidePixels * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    draw(painter, theme, slide);
    return image;
}

QByteArray slideSvg(const theme::Theme &theme, const StorySlide &slide)
{
    return drawnSvg(slidePixels, [&](QPainter &painter) { draw(painter, theme, slide); });
}

core::Status checkStoryFile(const QString &path)
{
    for (const QString &ending : {u".html"_s, u".svg"_s, u".png"_s}) {
        if (path.endsWith(ending, Qt::CaseInsensitive))
            return core::Done{};
    }
    return core::Error::invalid("path", u"the file's name must end with .html, .svg or .png"_s);
}

core::Status saveStory(const theme::Theme &theme, const Moments &moments, int slide, const QString &path)
{
    if (const core::Status known = checkStoryFile(path); !known.ok())
        return known;
    const QList<StorySlide> slides = slidesOf(moments);
    if (slides.isEmpty())
        return core::Error::invalid("story", u"there is nothing to tell yet"_s);
    const StorySlide &shown = slides.at(std::clamp(slide, 0, int(slides.size()) - 1));
    if (path.endsWith(u".html"_s, Qt::CaseInsensitive))
        return diagram::writeFile(path, storyHtml(theme, slides, moments));
    if (path.endsWith(u".svg"_s, Qt::CaseInsensitive))
        return diagram::writeFile(path, slideSvg(theme, shown));
    return diagram::writeFile(path, diagram::pngOf(slideImage(theme, shown)));
}

} // namespace ui
