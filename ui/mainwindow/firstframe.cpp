// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/firstframe.h"

#include "ui/mainwindow/log.h"
#include "ui/session/flowwatch.h"

#include <QEvent>
#include <QWidget>

#include <ctime>

namespace ui {
namespace {

/// Of all threads of this process.
qint64 processorMs()
{
    return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

} // namespace

FirstFrame::FirstFrame(QWidget &window, const FlowWatch &flow) : m_window(window), m_flow(flow)
{
    m_window.installEventFilter(this);
}

/// The frame is painted when this event is done with, so it is noted in the next turn.
bool FirstFrame::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint || event->type() == QEvent::UpdateRequest) {
        const bool hasFigures = m_flow.counts().has_value();
        QMetaObject::invokeMethod(
            this, [this, hasFigures] { note(hasFigures); }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void FirstFrame::note(bool hasFigures)
{
    if (!std::exchange(m_isNoted, true))
        qCInfo(lcMainWindow).nospace() << "first frame processor_ms=" << processorMs();
    if (!hasFigures || std::exchange(m_isEnded, true))
        return;
    qCInfo(lcMainWindow).nospace() << "first frame with figures processor_ms=" << processorMs();
    m_window.removeEventFilter(this);
}

} // namespace ui
