// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/storyorder.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QTableWidget;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
}

namespace ui {

class ScenarioRecorder;

/// What was recorded, scene by scene: titles and captions are rewritten here, then it is saved as a scenario file.
class RecordingDialog final : public QDialog
{
    Q_OBJECT
public:
    RecordingDialog(ScenarioRecorder &recorder, const theme::Theme &theme, QWidget *parent = nullptr);

    /// Writes the scenario there, with what stands in the fields; false and a sentence on the dialog when it cannot.
    bool saveTo(const QString &path);

signals:
    void saved(const QString &path);

private:
    void fill();
    void judge();
    static QString chanceText(StoryOrder::Chance chance);
    void chooseFile();
    core::faults::Scenario edited(const QString &name) const;

    ScenarioRecorder &m_recorder;
    core::faults::Scenario m_scenario;
    QLineEdit *m_english;
    QLineEdit *m_chinese;
    QTableWidget *m_scenes;
    QLabel *m_problem;
    widgets::Button *m_save;
};

} // namespace ui
