// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/scenes.h"

#include <QDir>
#include <QObject>
#include <QSize>

class QPixmap;

namespace theme {
class Theme;
}

namespace ui {

class MainWindow;
class Session;
class Settings;

/// Paints all scenes of the console into files such as messages_dark_zh-CN_1440x900.png, with an index.html beside
/// them. A program of twice the scale (QT_SCALE_FACTOR=2) paints into the same folder what differs there, as …_2x.png.
/// Waits on nested event loops: for a program that ends afterwards.
class Screenshots final : public QObject
{
    Q_OBJECT
public:
    /// Looks are set as the user sets them, so that menus and settings show what is painted.
    Screenshots(MainWindow &window, Session &session, theme::Theme &theme, Settings &settings, const QDir &folder,
                QObject *parent = nullptr);

    /// Paints scenes whose ids match this wildcard alone; empty: all.
    void setOnly(const QString &pattern) { m_only = pattern; }
    /// The lists before anything was read: to be called before events run.
    void paintLoading();

    /// The pages alone, as they are now: nothing in the lists yet ("empty"), or no store ("away").
    void paintFaces(const QString &face);
    /// Everything, with the message gid open in the list.
    void paintAll(const QByteArray &gid);
    /// Writes the index over all pictures of the folder. Returns how many of them this program painted; 0 when the
    /// folder cannot be written.
    int finish();

private:
    struct Variant
    {
        QSize size;
        bool dark = false;
        QString language;
        double textScale = 1;
    };

    static QList<Variant> wholeVariants();
    static QList<Variant> pageVariants();
    static QList<Variant> faceVariants();
    void setLooks(const Variant &variant);
    void become(const Variant &variant);
    bool isWanted(const QString &scene) const;
    void paintScenes(const QList<Scene> &scenes, const Variant &variant, const QString &suffix = {});
    void paintFocus(const Variant &variant);
    void save(const QWidget &top, const QString &scene, const Variant &variant);
    QPixmap picture(const QWidget &top) const;

    MainWindow &m_window;
    theme::Theme &m_theme;
    Settings &m_settings;
    QDir m_folder;
    Scenes m_scenes;
    QString m_only;
    int m_painted = 0;
};

} // namespace ui
