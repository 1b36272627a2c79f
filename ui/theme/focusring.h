// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <memory>

class QApplication;
class QFocusFrame;
class QWidget;

namespace theme {

/// Puts the ring around whichever button has the keyboard's focus, outside of its edges. Shown only once the keyboard
/// was used to get there; inputs and lists show their focus themselves.
class FocusRing final : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QApplication &application);
    ~FocusRing() override;

private:
    void follow(QWidget *focused);

    QPointer<QFocusFrame> m_frame;
};

} // namespace theme
