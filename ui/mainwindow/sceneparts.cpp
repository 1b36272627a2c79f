// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/sceneparts.h"

#include "ui/present/storywindow.h"
#include "ui/session/session.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui::scenes {
namespace {

constexpr int lookInterval = 20;

bool isOver(const QWidget &window)
{
    return window.isVisible() && (qobject_cast<const QDialog *>(&window) || qobject_cast<const StoryWindow *>(&window));
}

} // namespace

void settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

bool waitFor(const std::function<bool()> &isSo)
{
    const QDeadlineTimer deadline(waitMax);
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        settle(lookInterval);
    }
    return true;
}

QByteArray newestGid(Session &session, const core::store::Filter &filter)
{
    std::optional<QByteArray> gid;
    QObject context;
    session.search(filter, 1, {}, &context, [&gid](const core::Result<core::store::Page> &page) {
        gid = page.ok() && !page->rows.isEmpty() ? page->rows.constFirst().gid : QByteArray();
    });
    waitFor([&gid] { return gid.has_value(); });
    return gid.value_or(QByteArray());
}

QWidget *popupOnTop(const QString &name)
{
    const auto fits = [&name](const QWidget *window) {
        return window && (name.isEmpty() || window->objectName() == name);
    };
    if (QWidget *popup = QApplication::activePopupWidget())
        return fits(popup) ? popup : nullptr;
    if (QWidget *modal = QApplication::activeModalWidget(); fits(modal))
        return modal;
    const QWidgetList windows = QApplication::topLevelWidgets();
    const auto found = std::find_if(windows.cbegin(), windows.cend(),
                                    [fits](const QWidget *window) { return isOver(*window) && fits(window); });
    return found == windows.cend() ? nullptr : *found;
}

void closePopups()
{
    constexpr int popupsMax = 8;
    for (int i = 0; i < popupsMax; ++i) {
        QWidget *top = popupOnTop(u"storyWindow"_s);
        top = top ? top : popupOnTop();
        if (!top)
            return;
        top->close();
    }
}

} // namespace ui::scenes
