// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/moments/moments.h"
#include "ui/present/storyslide.h"

#include <QByteArray>

namespace theme {
class Theme;
}

namespace ui {

/// The whole story as one HTML document that needs nothing else: a picture and its words for each slide, the diagram of
/// all events and the same as a table. It has no script and names no other file; every text in it is escaped. It is
/// light or dark as its reader's system wants. UI thread, for the pictures.
QByteArray storyHtml(const theme::Theme &theme, const QList<StorySlide> &slides, const Moments &moments);

} // namespace ui
