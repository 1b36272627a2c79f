// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/viewgroup.h"

#include <QWidget>

namespace ui {

class AlertGroup;
class EngineGroup;
class Session;

/// All that can be set, in groups; each takes effect at once.
class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    /// languages: what can be chosen; the first is the system's, and its name is the page's.
    SettingsPage(Session &session, Settings &settings, theme::Theme &theme,
                 const QList<ViewGroup::LanguageChoice> &languages, QWidget *parent = nullptr);

public slots:
    /// Nothing is read here: all that is shown follows its signals.
    void refresh() { }

signals:
    void alertRulesRequested();
    void statusTextChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    ViewGroup *m_view;
    EngineGroup *m_engine;
    AlertGroup *m_alerts;
};

} // namespace ui
