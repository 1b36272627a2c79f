// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/moments/moments.h"
#include "ui/present/storyslide.h"

#include <chrono>

namespace ui {

/// A run as slides for people who look on: how it begins, then one a scene, as everything stood at its end. A case has
/// no captions: it gets a slide wherever the money or what is known of it changed. None of a run without moments. Pure.
QList<StorySlide> slidesOf(const Moments &moments);

/// The first sentence of a caption, and what follows it: what a slide has in large type, and below. Pure.
std::pair<QString, QString> headlineOf(const QString &caption);

/// How long a slide stays so that its sentences can be read aloud: six seconds at least. Pure.
std::chrono::milliseconds readingTime(const StorySlide &slide);

} // namespace ui
