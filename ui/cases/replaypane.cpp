// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/replaypane.h"

#include "core/base/onthreadof.h"
#include "ui/cases/casewords.h"
#include "ui/theme/textsize.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/dialogparts.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tablesetup.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using core::casefile::Replay;

ReplayPane::ReplayPane(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_explanation(widgets::paragraph({}))
    , m_run(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_verdict(widgets::paragraph({}))
    , m_table(new QTableWidget)
    , m_times(widgets::paragraph({}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(m_explanation);
    column->addWidget(m_run, 0, Qt::AlignLeft);
    column->addWidget(m_verdict);
    column->addWidget(m_table, 1);
    column->addWidget(m_times);
    column->addStretch(); // as long as there is no table
    theme::setTextSize(*m_verdict, theme::TextSize::DialogTitle);
    for (QLabel *label : {m_explanation, m_times})
        theme::setTone(*label, theme::Tone::Muted);
    m_run->setObjectName(u"replayCase"_s);
    m_run->setIconName(u"replay"_s);
    m_verdict->setObjectName(u"replayVerdict"_s);
    m_table->setObjectName(u"replayTable"_s);
    widgets::setUpTable(*m_table, theme);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setColumnCount(4);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_run, &QAbstractButton::clicked, this, &ReplayPane::run);
    setFocusProxy(m_run);
    retranslate();
}

void ReplayPane::setCase(const core::casefile::Case &about)
{
    m_case = about;
    m_outcome.reset();
    showOutcome();
}

void ReplayPane::run()
{
    if (!m_case || std::exchange(m_isRunning, true))
        return;
    showOutcome();
    const std::function<void(core::Result<Replay>)> then = [this](const core::Result<Replay> &replay) { take(replay); };
    QThreadPool::globalInstance()->start(
        [answer = core::onThreadOf(this, then), about = *m_case] { answer(core::casefile::replayCase(about)); });
}

void ReplayPane::take(const core::Result<Replay> &replay)
{
    m_isRunning = false;
    m_outcome = replay;
    showOutcome();
    emit finished();
}

void ReplayPane::showOutcome()
{
    m_run->setEnabled(m_case && !m_isRunning);
    m_run->setToolTip(m_isRunning ? tr("It runs.") : QString());
    const bool isGood = m_outcome && m_outcome->ok();
    m_table->setVisible(isGood);
    m_times->setVisible(isGood);
    m_verdict->setVisible(m_isRunning || m_outcome);
    if (m_isRunning)
        return m_verdict->setText(tr("Replaying…"));
    if (!m_outcome)
        return;
    if (!isGood)
        return m_verdict->setText(tr("It cannot be replayed: %1").arg(widgets::coreWords(m_outcome->error().detail)));
    const Replay &replay = m_outcome->value();
    m_verdict->setText(replayVerdict(*m_case, replay));
    const QList<ReplayLine> lines = replayLines(*m_case, replay);
    m_table->setRowCount(int(lines.size()));
    for (int row = 0; row < lines.size(); ++row) {
        const ReplayLine &line = lines.at(row);
        const QStringList cells{line.what, line.recorded, line.replayed, line.isAlike ? tr("alike") : tr("differs")};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
    m_times->setText(tr("%1 of the message's time passed in %2.")
                         .arg(widgets::formatDuration(replay.told), widgets::formatDuration(replay.took)));
}

void ReplayPane::retranslate()
{
    m_explanation->setText(
        tr("Runs the same message on an engine of its own in a folder that is removed afterwards. Sender and receivers "
           "are played: each call gets the answer that the record has for it, and the clock leaps over the waits. "
           "Your store, your banks and the recorded URLs are not touched."));
    m_run->setText(tr("Replay on the Embedded Engine"));
    m_table->setHorizontalHeaderLabels({tr("What"), tr("Recorded"), tr("Replayed"), tr("Outcome")});
    m_table->setAccessibleName(tr("The record beside its replay"));
    const QStringList samples{tr("Branches done"), tr("Answers kept")};
    widgets::fitColumn(*m_table, 0, samples);
    for (const int column : {1, 2})
        widgets::fitColumn(*m_table, column, {u"3 × SUCCESS, 3 × unknown, 3 × FAILURE"_s});
    showOutcome();
}

} // namespace ui
