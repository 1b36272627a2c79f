// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/screenshots.h"

#include "ui/mainwindow/language.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"

#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr QSize pictureSize{1440, 900};
/// Long enough for a reading of the banks and a page of messages to come in.
constexpr std::chrono::milliseconds settleTime{700};

} // namespace

Screenshots::Screenshots(MainWindow &window, theme::Theme &theme, Language &language, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_theme(theme)
    , m_language(language)
{ }

void Screenshots::settle()
{
    QEventLoop loop;
    QTimer::singleShot(settleTime, &loop, &QEventLoop::quit);
    loop.exec();
}

int Screenshots::paintAll(const QDir &folder, const QByteArray &gid)
{
    if (!folder.mkpath(u"."_s))
        return 0;
    m_window.resize(pictureSize);
    m_window.showMessage(gid);
    int painted = 0;
    for (const Language::Info &language : Language::available()) {
        m_language.use(language.code);
        m_theme.setScheme(theme::Theme::Scheme::Light);
        painted += paintPages(folder, u"-light-"_s + language.code);
        m_theme.setScheme(theme::Theme::Scheme::Dark);
        painted += paintPages(folder, u"-dark-"_s + language.code);
    }
    return painted;
}

int Screenshots::paintPages(const QDir &folder, const QString &suffix)
{
    int painted = 0;
    for (const QString &page : m_window.pageIds()) {
        m_window.showPage(page);
        painted += paint(folder, page + suffix);
    }
    return painted + paintFrame(folder, suffix);
}

/// What is around the pages.
int Screenshots::paintFrame(const QDir &folder, const QString &suffix)
{
    m_window.showPalette();
    int painted = paint(folder, u"palette"_s + suffix);
    m_window.showWelcome();
    painted += paint(folder, u"welcome"_s + suffix);
    m_window.showPage(m_window.pageIds().constFirst());
    m_window.choosePerspective(u"present"_s);
    painted += paint(folder, u"present"_s + suffix);
    m_window.choosePerspective(u"operate"_s);
    return painted;
}

int Screenshots::paint(const QDir &folder, const QString &name)
{
    settle();
    return m_window.grab().save(folder.filePath(name + u".png"_s)) ? 1 : 0;
}

} // namespace ui
