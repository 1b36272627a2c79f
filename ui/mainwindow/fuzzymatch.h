// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace ui {

/// How well a text answers what was typed: all its letters must stand in the text in this order, whatever their case;
/// spaces are skipped. Letters that begin a word, and letters that follow each other, count more; a shorter text wins.
/// Nothing when it does not match; 0 for an empty pattern. Pure.
std::optional<int> fuzzyScore(QStringView pattern, QStringView text);

} // namespace ui
