// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/pictureindex.h"

#include <QMap>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString head = uR"(<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Checkback in pictures</title>
<style>
body { font: 14px/1.5 sans-serif; margin: 24px; }
nav a { margin-right: 12px; white-space: nowrap; }
section { display: flex; flex-wrap: wrap; gap: 16px; }
figure { margin: 0; width: 420px; }
img { width: 100%; border: 1px solid; }
</style>
<h1>Checkback in pictures</h1>
)"_s;

/// The file names of each scene. Other pictures may lie there.
QMap<QString, QStringList> scenesIn(const QDir &folder)
{
    QMap<QString, QStringList> scenes;
    for (const QString &file : folder.entryList({u"*_*.png"_s}, QDir::Files, QDir::Name))
        scenes[file.section(u'_', 0, 0)].append(file);
    return scenes;
}

QString figure(const QString &file)
{
    const QString caption = file.section(u'_', 1).chopped(4).replace(u'_', u" · "_s).toHtmlEscaped();
    const QString link = file.toHtmlEscaped();
    return u"<figure><a href=\"%1\"><img src=\"%1\" alt=\"%2\" loading=\"lazy\"></a><figcaption>%2</figcaption></figure>\n"_s
        .arg(link, caption);
}

} // namespace

bool writePictureIndex(const QDir &folder)
{
    const QMap<QString, QStringList> scenes = scenesIn(folder);
    QString contents = u"<nav>"_s;
    QString body;
    for (auto scene = scenes.cbegin(); scene != scenes.cend(); ++scene) {
        const QString id = scene.key().toHtmlEscaped();
        contents += u"<a href=\"#%1\">%1</a> "_s.arg(id);
        body += u"<h2 id=\"%1\">%1</h2>\n<section>\n"_s.arg(id);
        for (const QString &file : scene.value())
            body += figure(file);
        body += u"</section>\n"_s;
    }
    QSaveFile file(folder.filePath(u"index.html"_s));
    return file.open(QIODevice::WriteOnly) && file.write((head + contents + u"</nav>\n"_s + body).toUtf8()) > 0
        && file.commit();
}

} // namespace ui
