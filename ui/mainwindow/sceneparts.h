// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"

#include <QDialog>
#include <QWidget>

#include <functional>

namespace ui {

class Session;

namespace scenes {

constexpr int waitMax = 20'000; ///< milliseconds that a scene waits for what it shows

/// Lets events run for that long.
void settle(int milliseconds);
/// Lets events run until it is so. False: not within waitMax.
bool waitFor(const std::function<bool()> &isSo);
/// The part of a page, or of the window where the page has none of this name; null: there is none.
template<typename T> T *part(const QWidget &window, const QString &page, const QString &name)
{
    const auto *own = window.findChild<QWidget *>(page + QStringLiteral("Page"));
    T *found = own ? own->findChild<T *>(name) : nullptr;
    return found ? found : window.findChild<T *>(name);
}
/// The newest message that fits; empty: none does.
QByteArray newestGid(Session &session, const core::store::Filter &filter);
/// The menu, dialog or window of this name (empty: whichever) over the main window; null: there is none.
QWidget *popupOnTop(const QString &name = {});
/// Leaves all that stands over the main window, the last first.
void closePopups();

} // namespace scenes
} // namespace ui
