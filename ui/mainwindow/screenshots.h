// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QObject>

namespace theme {
class Theme;
}

namespace ui {

class Language;
class MainWindow;

/// Paints every page, the palette, the first start and the presenting page in light and dark, in each language, into
/// files such as messages-dark-zh_CN.png. Waits on nested event loops: for a program that ends afterwards.
class Screenshots final : public QObject
{
    Q_OBJECT
public:
    Screenshots(MainWindow &window, theme::Theme &theme, Language &language, QObject *parent = nullptr);

    /// gid: the message that is open meanwhile. Returns the number of files written; fewer than expected when the
    /// folder cannot be written.
    int paintAll(const QDir &folder, const QByteArray &gid);

private:
    int paintPages(const QDir &folder, const QString &suffix);
    int paintFrame(const QDir &folder, const QString &suffix);
    int paint(const QDir &folder, const QString &name);
    static void settle();

    MainWindow &m_window;
    theme::Theme &m_theme;
    Language &m_language;
};

} // namespace ui
