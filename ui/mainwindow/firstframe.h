// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace ui {

class FlowWatch;

/// Logs, once each, that the window's first frame stands on the screen, and the first one whose page has its figures,
/// with the processor time of the process until then: how long a start takes can be read from outside.
class FirstFrame final : public QObject
{
    Q_OBJECT
public:
    FirstFrame(QWidget &window, const FlowWatch &flow);

    bool isDone() const { return m_isEnded; } ///< both are logged

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void note(bool hasFigures);

    QWidget &m_window;
    const FlowWatch &m_flow;
    bool m_isNoted = false;
    bool m_isEnded = false;
};

} // namespace ui
