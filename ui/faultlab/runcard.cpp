// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/runcard.h"

#include "ui/diagram/sequencepanel.h"
#include "ui/faultlab/scenariowords.h"
#include "ui/moments/recordingsequence.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using widgets::Button;

constexpr int drawnWithinMs = 100;

} // namespace

RunCard::RunCard(ScenarioPlayer &player, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_card(new widgets::Card)
    , m_panel(new diagram::SequencePanel(theme))
    , m_asTable(new Button(theme, Button::Kind::Link, {}))
    , m_points(new Button(theme, Button::Kind::Link, {}))
{
    m_panel->setObjectName(u"runSequence"_s);
    m_asTable->setObjectName(u"runAsTable"_s);
    m_asTable->setAction(m_panel->asTable());
    m_points->setObjectName(u"runToPoints"_s);
    m_card->addHeaderWidget(m_asTable);
    m_card->addHeaderWidget(m_points);
    m_card->body()->addWidget(m_panel, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
    m_soon.setSingleShot(true);
    m_soon.setInterval(drawnWithinMs);
    connect(&m_soon, &QTimer::timeout, this, &RunCard::showRun);
    connect(m_points, &QAbstractButton::clicked, this, &RunCard::pointsWanted);
    connect(&player, &ScenarioPlayer::currentChanged, this, &RunCard::showRun);
    connect(&player, &ScenarioPlayer::recorded, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    retranslate();
}

void RunCard::showRun()
{
    const ScenarioEntry &entry = m_player.currentEntry();
    m_card->setSubtitle(ScenarioWords::title(entry));
    m_panel->setFileName(entry.scenario.name);
    m_panel->setSequence(recordedSequence(entry.recording).sequence);
}

void RunCard::retranslate()
{
    m_card->setTitle(tr("This run"));
    m_points->setText(tr("Fault points"));
    m_panel->retranslate();
    showRun();
}

} // namespace ui
