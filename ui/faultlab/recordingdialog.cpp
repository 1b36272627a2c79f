// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/recordingdialog.h"

#include "core/faults/scenarioparser.h"
#include "core/faults/scenariowriter.h"
#include "ui/session/scenariorecorder.h"
#include "ui/session/storyorder.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/dialogparts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSaveFile>
#include <QStyledItemDelegate>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace ui {

using core::faults::Scenario;
using core::faults::Scene;
using widgets::Button;

namespace {

enum Column { English, Chinese, Steps, ColumnCount };
constexpr QSize dialogSize(860, 520);
constexpr int headerHeight = 30;
constexpr int leastRowHeight = 32;

/// Texts of several lines that stand below the titles of their columns.
class PaddedDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 2 * padding);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem whole(option);
        initStyleOption(&whole, index);
        whole.text.clear();
        const QStyle &style = *option.widget->style();
        style.drawControl(QStyle::CE_ItemViewItem, &whole, painter, option.widget); // the selection
        QStyleOptionViewItem padded(option);
        padded.rect.adjust(padding, 0, -padding, 0);
        padded.state &= ~QStyle::State_Selected;
        QStyledItemDelegate::paint(painter, padded, index);
    }

private:
    static constexpr int padding = 8;
};

QTableWidgetItem *cell(const QString &text, bool isEditable)
{
    auto *item = new QTableWidgetItem(text);
    if (!isEditable)
        item->setFlags(item->flags() & ~Qt::ItemIsEditable);
    return item;
}

QString stepsOf(const Scene &scene)
{
    QStringList lines;
    for (const core::faults::Step &step : scene.steps)
        lines.append(QString::fromUtf8(step.text));
    return lines.join(u'\n');
}

} // namespace

RecordingDialog::RecordingDialog(ScenarioRecorder &recorder, const theme::Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_recorder(recorder)
    , m_scenario(scenarioOf(recorder.draft(), u"recorded"_s))
    , m_english(new QLineEdit)
    , m_chinese(new QLineEdit)
    , m_scenes(new QTableWidget(0, ColumnCount))
    , m_problem(widgets::paragraph({}))
    , m_save(new Button(theme, Button::Kind::Primary, tr("Save…")))
{
    setObjectName(u"recordingDialog"_s);
    setWindowTitle(tr("Recorded Scenario"));
    resize(dialogSize);
    QVBoxLayout *column = widgets::dialogColumn(*this, tr("What you did, as a scenario"));
    column->addWidget(widgets::paragraph(tr(
        "Each action is a scene. Rewrite the captions in both languages: they are what is read while it is played.")));
    m_english->setObjectName(u"titleEnglish"_s);
    m_chinese->setObjectName(u"titleChinese"_s);
    m_scenes->setObjectName(u"recordedScenes"_s);
    m_scenes->setAccessibleName(tr("Scenes"));
    m_scenes->setHorizontalHeaderLabels({tr("Caption, English"), tr("Caption, Chinese"), tr("Steps")});
    m_scenes->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_scenes->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_scenes->horizontalHeader()->setFixedHeight(theme.rowHeight(headerHeight));
    m_scenes->verticalHeader()->hide();
    m_scenes->verticalHeader()->setMinimumSectionSize(theme.rowHeight(leastRowHeight));
    m_scenes->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_scenes->setFrameShape(QFrame::NoFrame);
    m_scenes->setTabKeyNavigation(false);
    m_scenes->setItemDelegate(new PaddedDelegate(m_scenes));
    m_scenes->setWordWrap(true);
    m_problem->setObjectName(u"recordingProblem"_s);
    theme::setTone(*m_problem, theme::Tone::Bad);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("Title, English"), m_english);
    form->addRow(tr("Title, Chinese"), m_chinese);
    column->addLayout(form);
    column->addWidget(m_scenes, 1);
    column->addWidget(m_problem);
    auto *cancel = new Button(theme, Button::Kind::Plain, tr("Discard"));
    column->addWidget(widgets::dialogButtons(*this, *cancel, *m_save));
    disconnect(m_save, &QAbstractButton::clicked, this, &QDialog::accept); // only what was saved ends it
    connect(m_save, &QAbstractButton::clicked, this, &RecordingDialog::chooseFile);
    connect(&recorder, &ScenarioRecorder::changed, this, &RecordingDialog::judge);
    fill();
    judge();
}

void RecordingDialog::fill()
{
    m_english->setText(m_scenario.title.english);
    m_chinese->setText(m_scenario.title.chinese);
    m_scenes->setRowCount(int(m_scenario.scenes.size()));
    for (int row = 0; row < m_scenes->rowCount(); ++row) {
        const Scene &scene = m_scenario.scenes[row];
        m_scenes->setItem(row, English, cell(scene.caption.english, true));
        m_scenes->setItem(row, Chinese, cell(scene.caption.chinese, true));
        m_scenes->setItem(row, Steps, cell(stepsOf(scene), false));
    }
}

/// A transfer that was still under way may end meanwhile: then its end belongs into the story.
void RecordingDialog::judge()
{
    const int unfinished = m_recorder.draft().unfinished();
    const Scenario now = scenarioOf(m_recorder.draft(), m_scenario.name);
    if (!now.scenes.isEmpty() && now.scenes.size() == m_scenario.scenes.size()) {
        for (int row = 0; row < m_scenes->rowCount(); ++row) {
            m_scenario.scenes[row].steps = now.scenes[row].steps;
            m_scenes->item(row, Steps)->setText(stepsOf(now.scenes[row]));
        }
    }
    const bool isEmpty = m_recorder.draft().transfers() == 0;
    const QString why = isEmpty ? tr("Nothing was sent while it recorded: a scenario needs a transfer.")
        : unfinished > 0 ? tr("%n transfer(s) have not ended yet: the scenario waits for them.", nullptr, unfinished)
                         : chanceText(storyOrder(m_recorder.draft()).chance);
    m_save->setEnabled(why.isEmpty());
    m_save->setToolTip(why);
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
}

/// Why the same would not happen again, and what to do about it.
QString RecordingDialog::chanceText(StoryOrder::Chance chance)
{
    switch (chance) {
    case StoryOrder::Chance::None:
        return {};
    case StoryOrder::Chance::LetBy:
        return tr("A fault that lets some passes by struck one of several transfers: it was chance which, and the "
                  "scenario would end in another way. Record again with one transfer at a time, or arm the fault to "
                  "strike once or a number of times.");
    case StoryOrder::Chance::Crash:
        return tr("Several transfers were under way at a crash that struck none of them, or at more than one crash: it "
                  "was chance how far each had come, and the scenario would end in another way. Record again with one "
                  "crash, and wait for the transfers before it.");
    }
    Q_UNREACHABLE();
}

Scenario RecordingDialog::edited(const QString &name) const
{
    Scenario scenario = m_scenario;
    scenario.name = name;
    scenario.title = {m_english->text(), m_chinese->text()};
    for (int row = 0; row < m_scenes->rowCount(); ++row)
        scenario.scenes[row].caption = {m_scenes->item(row, English)->text(), m_scenes->item(row, Chinese)->text()};
    return scenario;
}

void RecordingDialog::chooseFile()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save Scenario"), u"recorded.txt"_s, tr("Scenarios (*.txt)"));
    if (!path.isEmpty())
        saveTo(path.endsWith(u".txt") ? path : path + u".txt"_s);
}

bool RecordingDialog::saveTo(const QString &path)
{
    const QString name = QFileInfo(path).completeBaseName();
    const QByteArray text = core::faults::scenarioText(edited(name), remarksOn(m_recorder.draft()));
    const auto refuse = [this](const QString &why) {
        m_problem->setText(why);
        m_problem->show();
        return false;
    };
    if (const auto readable = core::faults::parseScenario(name, text); !readable.ok())
        return refuse(widgets::coreWords(readable.error().detail));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return refuse(tr("The file cannot be written: %1").arg(file.errorString()));
    emit saved(path);
    accept();
    return true;
}

} // namespace ui
