// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"

#include <QWidget>

namespace widgets {
class Button;
class FieldBox;
} // namespace widgets

namespace ui {

class Session;
class SettingGroup;

/// The limits of the engine that may be changed while it runs, and where it keeps its data.
class EngineGroup final : public QWidget
{
    Q_OBJECT
public:
    EngineGroup(Session &session, Settings &settings, const theme::Theme &theme, QWidget *parent = nullptr);

    void retranslate();

private:
    QWidget *createFolder();
    void showLimits();
    void showEnabled();
    void apply();
    bool confirm(const EngineLimits &limits);
    void openFolder() const;

    Session &m_session;
    Settings &m_settings;
    const theme::Theme &m_theme;
    SettingGroup *m_group;
    widgets::FieldBox *m_retryCap;
    widgets::FieldBox *m_stalledAfter;
    widgets::Button *m_apply;
    widgets::Button *m_open;
};

} // namespace ui
