// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QFocusEvent;
class QFocusFrame;
class QWidget;

namespace theme {

/// Puts a ring around whichever button, list, plot or diagram has the focus, outside of its edges, if the keyboard
/// brought it there. Inputs, tabs and menus show their focus themselves.
class FocusRing final : public QObject
{
    Q_OBJECT
public:
    explicit FocusRing(QApplication &application);
    ~FocusRing() override;
    /// Shows the ring again where it is: a change of the style sheet hides it.
    void refresh();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(QWidget &widget);
    void hide();

    QPointer<QFocusFrame> m_frame;
};

} // namespace theme
