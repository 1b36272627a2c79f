// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/scenariolab.h"

#include "ui/faultlab/evidencedialog.h"
#include "ui/faultlab/recordingdialog.h"
#include "ui/faultlab/runcard.h"
#include "ui/faultlab/scenarioactions.h"
#include "ui/faultlab/scenariolist.h"
#include "ui/faultlab/scenariowords.h"
#include "ui/faultlab/storyactions.h"
#include "ui/faultlab/storycard.h"
#include "ui/session/scenarioaudit.h"
#include "ui/session/scenariorecorder.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/dialogparts.h"

#include <QFileDialog>
#include <QLabel>
#include <QListView>

using namespace Qt::StringLiterals;

namespace ui {

using widgets::Button;

ScenarioLab::ScenarioLab(Session &session, const QString &program, const theme::Theme &theme, QWidget &page)
    : QObject(&page)
    , m_theme(theme)
    , m_page(page)
    , m_player(new ScenarioPlayer(program, this))
    , m_recorder(new ScenarioRecorder(session, this))
    , m_actions(new ScenarioActions(*m_player, theme, this))
    , m_stories(new StoryActions(*m_player, this))
    , m_list(new ScenarioList(*m_player, *m_actions, theme, &page))
    , m_story(new StoryCard(*m_player, *m_actions, theme, &page))
    , m_run(new RunCard(*m_player, theme, &page))
{
    new ScenarioAudit(*m_player, session.activity(), this);
    for (QAction *action : m_actions->all())
        page.addAction(action); // their keys hold where the page stands in no window with menus, too
    connect(m_actions->openFile(), &QAction::triggered, this, &ScenarioLab::chooseFile);
    connect(m_actions->record(), &QAction::toggled, this, &ScenarioLab::setRecording);
    connect(m_recorder, &ScenarioRecorder::changed, this, &ScenarioLab::statusTextChanged);
    connect(m_story, &StoryCard::evidenceWanted, this, &ScenarioLab::showEvidence);
    connect(m_story, &StoryCard::happeningsWanted, this,
            [this] { emit happeningsWanted(m_player->currentEntry().recording); });
    connect(m_player, &ScenarioPlayer::playingChanged, this, &ScenarioLab::statusTextChanged);
    connect(m_player, &ScenarioPlayer::began, this, [this] { setShowsRun(true); });
    connect(&m_list->view(), &QListView::clicked, this, &ScenarioLab::storyWanted);
    connect(m_run, &RunCard::pointsWanted, this, [this] { setShowsRun(false); });
    m_run->hide();
    connect(m_player, &ScenarioPlayer::entryChanged, this, &ScenarioLab::statusTextChanged);
}

ScenarioLab::~ScenarioLab() = default;

QWidget *ScenarioLab::list() const
{
    return m_list;
}

QWidget *ScenarioLab::story() const
{
    return m_story;
}

QWidget *ScenarioLab::run() const
{
    return m_run;
}

void ScenarioLab::setShowsRun(bool on)
{
    m_showsRun = on;
    m_run->setVisible(on);
    emit showsRunChanged();
}

QString ScenarioLab::statusText() const
{
    if (!m_player->isPlaying() && m_recorder->isRecording())
        return tr("Recording a scenario: %n action(s)", nullptr, int(m_recorder->draft().acts.size()));
    if (!m_player->isPlaying())
        return {};
    const ScenarioEntry &entry = m_player->currentEntry();
    //: a scenario and how it stands: "The submit is lost: running, step 2 of 4"
    return tr("%1: %2").arg(ScenarioWords::title(entry), ScenarioWords::standing(entry));
}

void ScenarioLab::chooseFile()
{
    const QString path =
        QFileDialog::getOpenFileName(&m_page, tr("Open Scenario File"), {}, tr("Scenarios (*.txt);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

void ScenarioLab::open(const QString &path)
{
    const core::Result<int> added = m_player->addFile(path);
    if (!added.ok())
        return showProblem(path, added.error().detail);
    m_player->choose(*added);
    m_list->view().setFocus();
}

void ScenarioLab::showProblem(const QString &path, const QString &problem)
{
    auto *dialog = new QDialog(&m_page);
    dialog->setObjectName(u"scenarioProblem"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QVBoxLayout *column = widgets::dialogColumn(*dialog, tr("The scenario cannot be read"));
    QLabel *text = widgets::paragraph(widgets::coreWords(problem));
    text->setObjectName(u"problem"_s);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(text);
    auto *close = new Button(m_theme, Button::Kind::Plain, tr("Close"));
    auto *again = new Button(m_theme, Button::Kind::Primary, tr("Read Again"));
    again->setToolTip(tr("After the file was corrected"));
    column->addWidget(widgets::dialogButtons(*dialog, *close, *again));
    dialog->setMinimumWidth(dialog->fontMetrics().averageCharWidth() * 70);
    connect(dialog, &QDialog::accepted, this, [this, path] { open(path); });
    dialog->open();
}

void ScenarioLab::showEvidence()
{
    auto *dialog = new EvidenceDialog(m_player->currentEntry(), m_theme, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ScenarioLab::setRecording(bool on)
{
    if (on)
        return m_recorder->begin();
    m_recorder->end();
    auto *dialog = new RecordingDialog(*m_recorder, m_theme, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RecordingDialog::saved, this, &ScenarioLab::open);
    dialog->open();
}

void ScenarioLab::retranslate()
{
    m_actions->retranslate();
    m_stories->refresh();
    m_list->retranslate();
    m_story->retranslate();
    m_run->retranslate();
}

} // namespace ui
