// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/scenariolist.h"

#include "ui/faultlab/scenarioactions.h"
#include "ui/faultlab/scenariodelegate.h"
#include "ui/faultlab/scenariomodel.h"
#include "ui/session/scenarioplayer.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tablesetup.h"

#include <QKeyEvent>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

using widgets::Button;

ScenarioList::ScenarioList(ScenarioPlayer &player, ScenarioActions &actions, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_player(player)
    , m_actions(actions)
    , m_card(new widgets::Card)
    , m_runAll(new Button(theme, Button::Kind::Link, {}))
    , m_open(new Button(theme, Button::Kind::Quiet, {}))
    , m_record(new Button(theme, Button::Kind::Quiet, {}))
    , m_faces(new QStackedWidget)
    , m_view(new QListView)
    , m_empty(new widgets::EmptyState(theme))
    , m_model(new ScenarioModel(player, this))
{
    m_runAll->setObjectName(u"runAllScenarios"_s);
    m_runAll->setAction(actions.runAll());
    m_open->setObjectName(u"openScenario"_s);
    m_open->setAction(actions.openFile());
    m_record->setObjectName(u"recordScenario"_s);
    m_record->setAction(actions.record());
    m_view->setObjectName(u"scenarios"_s);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ScenarioDelegate(theme, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->installEventFilter(this);
    new widgets::RowKeys(*m_view);
    m_faces->addWidget(m_view);
    m_faces->addWidget(m_empty);
    m_card->addHeaderWidget(m_runAll);
    m_card->body()->addWidget(m_faces, 1);
    m_card->body()->addWidget(m_open, 0, Qt::AlignLeft);
    m_card->body()->addWidget(m_record, 0, Qt::AlignLeft);
    m_card->body()->setContentsMargins(8, 0, 8, 8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) { m_player.choose(now.row()); });
    connect(m_view, &QAbstractItemView::doubleClicked, this, &ScenarioList::playCurrent);
    connect(&theme, &theme::Theme::changed, m_view, &QListView::doItemsLayout);
    connect(&player, &ScenarioPlayer::currentChanged, this, &ScenarioList::chooseCurrent);
    connect(&player, &ScenarioPlayer::entryChanged, this, &ScenarioList::showCount);
    connect(&player, &ScenarioPlayer::entriesChanged, this, &ScenarioList::showCount);
    chooseCurrent();
    retranslate();
}

void ScenarioList::chooseCurrent()
{
    m_view->setCurrentIndex(m_model->index(m_player.current()));
}

/// While one is played, that one stays the chosen one.
void ScenarioList::playCurrent()
{
    if (!m_player.isPlaying())
        m_player.play();
}

bool ScenarioList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            playCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ScenarioList::showCount()
{
    m_card->setSubtitle(tr("%1 of %2 hold").arg(m_player.holding()).arg(m_player.entries().size()));
}

/// The list is of the program itself, so it is there at once; what may be missing is what plays it.
void ScenarioList::showFace()
{
    const QString whyNot = m_player.whyNot();
    if (!whyNot.isEmpty())
        m_empty->showEmpty(tr("No scenario can be played"), whyNot);
    m_faces->setCurrentWidget(whyNot.isEmpty() ? static_cast<QWidget *>(m_view) : m_empty);
}

void ScenarioList::retranslate()
{
    m_card->setTitle(tr("Scenarios"));
    m_view->setAccessibleName(tr("Scenarios"));
    m_model->retranslate();
    showCount();
    showFace();
}

} // namespace ui
