// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>

namespace ui {

/// Writes index.html over the PNG files of a folder: a heading for each scene (what stands before the first '_' of a
/// name), below it the pictures with their variants, each a link to the file. Needs nothing outside the folder.
/// False when it cannot be written.
bool writePictureIndex(const QDir &folder);

} // namespace ui
