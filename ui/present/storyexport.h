// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/moments/moments.h"

#include <QByteArray>
#include <QImage>

namespace theme {
class Theme;
}

namespace ui {

struct StorySlide;

/// A slide as a picture, in the colours of the theme. UI thread.
QImage slideImage(const theme::Theme &theme, const StorySlide &slide, double scale = 2.0);
QByteArray slideSvg(const theme::Theme &theme, const StorySlide &slide);

/// Invalid unless the name ends in .html, .svg or .png.
core::Status checkStoryFile(const QString &path);

/// Writes the story to a file, whose ending decides: .html has all of it, .png and .svg the slide of this index.
/// Another ending is Invalid, as is a run without moments; a file that cannot be written is Unavailable; no
/// half-written file is left.
core::Status saveStory(const theme::Theme &theme, const Moments &moments, int slide, const QString &path);

} // namespace ui
