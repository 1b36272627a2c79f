// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/screenshots.h"

#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/pictureindex.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr QSize usual{1440, 900};
constexpr QSize narrow{1100, 700};
constexpr QSize wide{1920, 1080};
constexpr double largestText = 2;
/// Long enough for a reading of the banks and a page of messages to come in.
constexpr int readTime = 700;
constexpr int paintTime = 250; ///< for what has been read already
const QString english = u"en"_s;
const QString chinese = u"zh_CN"_s;

} // namespace

Screenshots::Screenshots(MainWindow &window, Session &session, theme::Theme &theme, Settings &settings,
                         const QDir &folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_theme(theme)
    , m_settings(settings)
    , m_folder(folder)
    , m_scenes(window, session)
{
    m_folder.mkpath(u"."_s);
}

/// Every scene.
QList<Screenshots::Variant> Screenshots::wholeVariants()
{
    return {{usual, false, english}, {usual, true, english}, {usual, false, chinese}, {usual, true, chinese}};
}

/// The pages and their faces only.
QList<Screenshots::Variant> Screenshots::pageVariants()
{
    QList<Variant> variants;
    for (const QSize size : {narrow, wide})
        variants << Variant{size, false, english} << Variant{size, true, chinese};
    return variants << Variant{usual, false, english, largestText} << Variant{usual, false, chinese, largestText};
}

QList<Screenshots::Variant> Screenshots::faceVariants()
{
    return {{usual, false, english}, {usual, true, chinese}};
}

void Screenshots::paintFaces(const QString &face)
{
    if (m_window.devicePixelRatioF() > 1)
        return;
    for (const Variant &variant : faceVariants()) {
        become(variant);
        paintScenes(m_scenes.of(Scene::Kind::Page), variant, u'-' + face);
    }
}

void Screenshots::paintAll(const QByteArray &gid)
{
    m_window.showMessage(gid);
    Scenes::settle(readTime);
    const bool isScaled = m_window.devicePixelRatioF() > 1;
    for (const Variant &variant : isScaled ? faceVariants() : wholeVariants()) {
        become(variant);
        paintScenes(m_scenes.all(), variant);
        if (!isScaled)
            paintFocus(variant);
    }
    for (const Variant &variant : isScaled ? QList<Variant>() : pageVariants()) {
        become(variant);
        paintScenes(m_scenes.of(Scene::Kind::Page) + m_scenes.of(Scene::Kind::Face), variant);
    }
    become(wholeVariants().constFirst());
}

int Screenshots::finish()
{
    return writePictureIndex(m_folder) ? m_painted : 0;
}

void Screenshots::setLooks(const Variant &variant)
{
    m_settings.setLanguage(variant.language);
    m_settings.setScheme(variant.dark ? theme::Theme::Scheme::Dark : theme::Theme::Scheme::Light);
    m_settings.setTextScale(variant.textScale);
    m_window.resize(variant.size);
}

void Screenshots::become(const Variant &variant)
{
    setLooks(variant);
    Scenes::settle(readTime);
}

bool Screenshots::isWanted(const QString &scene) const
{
    return m_only.isEmpty()
        || QRegularExpression(QRegularExpression::wildcardToRegularExpression(m_only)).match(scene).hasMatch();
}

void Screenshots::paintLoading()
{
    if (m_window.devicePixelRatioF() > 1)
        return;
    for (const Variant &variant : faceVariants()) {
        setLooks(variant);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        for (const QString &page : m_window.pageIds()) {
            m_window.showPage(page);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            save(m_window, page + u"-loading"_s, variant);
        }
    }
}

void Screenshots::paintScenes(const QList<Scene> &scenes, const Variant &variant, const QString &suffix)
{
    for (const Scene &scene : scenes) {
        if (!isWanted(scene.id + suffix))
            continue;
        const bool opened = m_scenes.visit(scene, [&](const QWidget &top) {
            Scenes::settle(scene.kind == Scene::Kind::Page ? readTime : paintTime);
            save(top, scene.id + suffix, variant);
        });
        if (!opened)
            qWarning("nothing opened for %s", qPrintable(scene.id));
    }
}

/// How each page shows where the keyboard is: in the second part of the page, which is rarely an input.
void Screenshots::paintFocus(const Variant &variant)
{
    m_window.activateWindow(); // the last dialog left nobody active
    Scenes::settle(paintTime);
    for (const QString &page : m_window.pageIds()) {
        if (!isWanted(page + u"-focus"_s))
            continue;
        m_window.showPage(page);
        m_window.setFocus(Qt::OtherFocusReason);
        for (int pane = 0; pane < 4; ++pane) // top bar, rail, and two of the page
            m_window.findChild<Actions *>()->get(ActionId::NextPane)->trigger();
        Scenes::settle(paintTime);
        save(m_window, page + u"-focus"_s, variant);
    }
}

void Screenshots::save(const QWidget &top, const QString &scene, const Variant &variant)
{
    QString language = variant.language;
    if (!isWanted(scene))
        return;
    QString name = u"%1_%2_%3_%4x%5"_s.arg(scene, variant.dark ? u"dark"_s : u"light"_s, language.replace(u'_', u'-'))
                       .arg(variant.size.width())
                       .arg(variant.size.height());
    if (m_window.devicePixelRatioF() > 1)
        name += u"_2x"_s;
    if (variant.textScale > 1)
        name += u"_large-text"_s;
    m_painted += picture(top).save(m_folder.filePath(name + u".png"_s)) ? 1 : 0;
}

/// The window, with the menu or dialog where it stands over it.
QPixmap Screenshots::picture(const QWidget &top) const
{
    QPixmap window = m_window.grab();
    if (&top == &m_window)
        return window;
    const QPoint there = top.mapToGlobal(QPoint()) - m_window.mapToGlobal(QPoint());
    const QSize room = m_window.size() - top.size(); // whole, as if the window were all of the screen
    const QPoint at(qBound(0, there.x(), qMax(0, room.width())), qBound(0, there.y(), qMax(0, room.height())));
    QPainter painter(&window);
    painter.drawPixmap(at, const_cast<QWidget &>(top).grab());
    if (top.windowType() != Qt::Popup) { // a window manager draws a frame there
        painter.setPen(m_theme.tokens().edge);
        painter.drawRect(QRect(at, top.size()).adjusted(-1, -1, 0, 0));
    }
    return window;
}

} // namespace ui
