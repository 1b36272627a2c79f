// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSlider;

namespace widgets {
class Segmented;
class Switch;
} // namespace widgets

namespace ui {

class SettingGroup;

/// How the console looks and reads: language, theme, text size, density, times, motion. Shows what is set, wherever it
/// was set.
class ViewGroup final : public QWidget
{
    Q_OBJECT
public:
    /// A language as it is offered: its code, empty for the system's, and its name in itself.
    struct LanguageChoice
    {
        QString code;
        QString name;
    };

    ViewGroup(Settings &settings, const theme::Theme &theme, const QList<LanguageChoice> &languages,
              QWidget *parent = nullptr);

    void retranslate();

private:
    QWidget *createTextSize();
    void connectControls();
    void showValues();

    Settings &m_settings;
    SettingGroup *m_group;
    QComboBox *m_language;
    widgets::Segmented *m_scheme;
    QSlider *m_textSize;
    QLabel *m_percent;
    widgets::Segmented *m_rows;
    widgets::Segmented *m_times;
    widgets::Switch *m_reducedMotion;
};

} // namespace ui
