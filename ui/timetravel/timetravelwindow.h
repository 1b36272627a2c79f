// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timetravel/timetravelpanel.h"

#include <QDialog>

namespace widgets {
class Button;
class NoticeLine;
} // namespace widgets

namespace ui {

/// A run to be gone through in a window of its own, to be presented and exported from there.
class TimeTravelWindow final : public QDialog
{
    Q_OBJECT
public:
    TimeTravelWindow(const theme::Theme &theme, TimeTravelPanel::Maker make, QWidget *parent = nullptr);

    /// Opens one that goes when it is closed.
    static TimeTravelWindow *open(const theme::Theme &theme, TimeTravelPanel::Maker make, QWidget *parent);

    TimeTravelPanel &panel() const { return *m_panel; }
    /// Writes the whole story there and says how it went.
    void exportTo(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFile();
    void retranslate();

    const theme::Theme &m_theme;
    TimeTravelPanel::Maker m_make;
    TimeTravelPanel *m_panel;
    widgets::NoticeLine *m_notice;
    widgets::Button *m_present;
    widgets::Button *m_export;
};

} // namespace ui
