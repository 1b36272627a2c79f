// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/diagram/sequence.h"

#include <QImage>

namespace theme {
class Theme;
}

namespace diagram {

/// The whole sequence as a picture in the colours of the theme, nothing chosen, as wide as it reads best. scale: pixels
/// a device-independent pixel; it is made smaller where the picture would be larger than an image can be.
QImage sequenceImage(const theme::Theme &theme, const Sequence &sequence, double scale = 2.0);

/// The same as an SVG document.
QByteArray sequenceSvg(const theme::Theme &theme, const Sequence &sequence);

/// The picture as a PNG.
QByteArray pngOf(const QImage &image);
/// Writes a file as a whole; Unavailable when it cannot be, and no half-written file is left.
core::Status writeFile(const QString &path, const QByteArray &bytes);

/// Writes the picture to a file, whose ending decides: .svg or .png. Another ending is Invalid, a file that cannot be
/// written is Unavailable; no half-written file is left.
core::Status saveSequence(const theme::Theme &theme, const Sequence &sequence, const QString &path);

} // namespace diagram
