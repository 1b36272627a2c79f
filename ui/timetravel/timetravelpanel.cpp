// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timetravel/timetravelpanel.h"

#include "ui/diagram/sequencepanel.h"
#include "ui/diagram/sequenceview.h"
#include "ui/theme/theme.h"
#include "ui/timetravel/balancesthen.h"
#include "ui/timetravel/momentslider.h"
#include "ui/timetravel/rowsthen.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/statechip.h"
#include "ui/widgets/tablesetup.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace ui {
namespace {

constexpr core::Millis shortestStep = 350ms; ///< while it plays
constexpr core::Millis longestStep = 1600ms;
constexpr int tablesWidth = 420;
constexpr int diagramWidth = 620;

/// Stands at the time of all changes, so that what a moment changed stays marked.
class StillClock final : public core::Clock
{
public:
    core::TimePoint now() const override { return BalancesThen::changedAt(); }
};

const core::Clock &stillClock()
{
    static const StillClock clock;
    return clock;
}

void setUp(QTableView &table, const theme::Theme &theme, QAbstractItemModel &model, const QString &name)
{
    table.setObjectName(name);
    widgets::setUpTable(table, theme, 28);
    table.setModel(&model);
    table.setSelectionMode(QAbstractItemView::NoSelection);
    table.setFocusPolicy(Qt::NoFocus);
    table.setItemDelegateForColumn(0, new widgets::BankDelegate(theme, &table));
    table.horizontalHeader()->setStretchLastSection(true);
}

} // namespace

TimeTravelPanel::TimeTravelPanel(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_event(new QLabel)
    , m_caption(new QLabel)
    , m_faces(new QHBoxLayout)
    , m_note(new QLabel)
    , m_noRows(new QLabel)
    , m_balancesCard(new widgets::Card)
    , m_rowsCard(new widgets::Card)
    , m_balances(new BalancesThen(this))
    , m_rows(new RowsThen(this))
    , m_balancesTable(new QTableView)
    , m_rowsTable(new QTableView)
    , m_sequence(new diagram::SequencePanel(theme))
    , m_middle(new widgets::Splitter)
    , m_slider(new MomentSlider(theme))
    , m_place(new QLabel)
{
    setObjectName(u"timeTravel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    auto *diagram = new widgets::Card;
    diagram->body()->addWidget(m_sequence);
    m_middle->setHandleWidth(16);
    m_middle->setChildrenCollapsible(false);
    m_middle->addPart(createTables());
    m_middle->addPart(diagram);
    m_middle->setSizes({tablesWidth, diagramWidth});
    m_middle->setStretchFactor(0, tablesWidth);
    m_middle->setStretchFactor(1, diagramWidth);
    column->addWidget(createHead());
    column->addWidget(m_middle, 1);
    column->addWidget(createTransport());
    m_sequence->follow()->setChecked(false);
    m_play.setSingleShot(true);
    connect(&m_play, &QTimer::timeout, this, &TimeTravelPanel::playOn);
    connect(m_slider, &QAbstractSlider::valueChanged, this, &TimeTravelPanel::showCurrent);
    connect(m_sequence, &diagram::SequencePanel::currentChanged, this, [this](const QByteArray &id) {
        const int step = m_moments.sequence.indexOf(id);
        const auto then = std::find_if(m_moments.all.begin(), m_moments.all.end(),
                                       [step](const Moment &moment) { return moment.steps > step; });
        if (step >= 0 && then != m_moments.all.end())
            goTo(int(then - m_moments.all.begin()));
    });
    connect(&theme, &theme::Theme::changed, this, &TimeTravelPanel::setWidths);
    retranslate();
}

QWidget *TimeTravelPanel::createHead()
{
    m_event->setObjectName(u"momentText"_s);
    m_caption->setObjectName(u"momentCaption"_s);
    for (QLabel *label : {m_event, m_caption}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    theme::setTextSize(*m_event, theme::TextSize::DialogTitle);
    theme::setTone(*m_caption, theme::Tone::Muted);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_event);
    words->addWidget(m_caption);
    m_faces->setSpacing(8);
    row->addLayout(words, 1);
    row->addLayout(m_faces);
    return head;
}

/// Not by a focus proxy: Tab would go past all that stands before the slider.
void TimeTravelPanel::focusInEvent(QFocusEvent *)
{
    QMetaObject::invokeMethod(m_slider, qOverload<>(&QWidget::setFocus), Qt::QueuedConnection); // once this is told
}

QWidget *TimeTravelPanel::createTables()
{
    setUp(*m_balancesTable, m_theme, *m_balances, u"balancesThen"_s);
    setUp(*m_rowsTable, m_theme, *m_rows, u"rowsThen"_s);
    m_balancesTable->setItemDelegateForColumn(int(BalancesThen::Column::Balance),
                                              new widgets::MoneyDelegate(m_theme, stillClock(), m_balancesTable));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(16, 8, 16, 10);
    theme::setTextSize(*m_note, theme::TextSize::Small);
    theme::setTone(*m_note, theme::Tone::Muted);
    m_balancesCard->body()->addWidget(m_balancesTable, 1);
    m_balancesCard->body()->addWidget(m_note);
    m_noRows->setObjectName(u"noRows"_s);
    m_noRows->setContentsMargins(16, 8, 16, 10);
    theme::setTone(*m_noRows, theme::Tone::Muted);
    m_rowsCard->body()->addWidget(m_rowsTable, 1);
    m_rowsCard->body()->addWidget(m_noRows);
    auto *tables = new QWidget;
    auto *column = new QVBoxLayout(tables);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_balancesCard, 1);
    column->addWidget(m_rowsCard, 1);
    return tables;
}

widgets::IconButton *TimeTravelPanel::addStep(QHBoxLayout &row, const char *name, const QString &icon,
                                              std::function<void()> act)
{
    auto *button = new widgets::IconButton(m_theme, icon, {});
    button->setObjectName(QLatin1String(name));
    button->installEventFilter(this);
    connect(button, &QAbstractButton::clicked, this, std::move(act));
    row.addWidget(button);
    return button;
}

QWidget *TimeTravelPanel::createTransport()
{
    auto *transport = new QWidget;
    auto *row = new QHBoxLayout(transport);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_toStart = addStep(*row, "toStart", u"to-start"_s, [this] { goTo(0); });
    m_back = addStep(*row, "stepBack", u"step-back"_s, [this] { goTo(current() - 1); });
    m_playButton = addStep(*row, "playMoments", u"play"_s, [this] { setPlaying(!isPlaying()); });
    m_forward = addStep(*row, "stepForward", u"step"_s, [this] { goTo(current() + 1); });
    m_toEnd = addStep(*row, "toEnd", u"to-end"_s, [this] { goTo(m_slider->maximum()); });
    row->addWidget(m_slider, 1);
    m_place->setObjectName(u"momentPlace"_s);
    m_place->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    theme::setTone(*m_place, theme::Tone::Muted);
    row->addWidget(m_place);
    return transport;
}

void TimeTravelPanel::setMoments(Maker make, bool atEnd)
{
    setPlaying(false);
    m_make = std::move(make);
    m_moments = m_make();
    m_slider->setMoments(m_moments);
    m_sequence->setSequence(m_moments.sequence);
    m_sequence->setFileName(m_moments.title);
    m_slider->setValue(atEnd ? m_slider->maximum() : 0);
    setWidths();
    showCurrent();
}

int TimeTravelPanel::current() const
{
    return m_slider->value();
}

void TimeTravelPanel::goTo(int index)
{
    m_slider->setValue(std::clamp(index, 0, m_slider->maximum()));
}

/// Played from its end, it begins anew.
void TimeTravelPanel::setPlaying(bool on)
{
    if (on && current() == m_slider->maximum())
        goTo(0);
    if (on && m_moments.all.size() > 1)
        m_play.start(shortestStep);
    else
        m_play.stop();
    m_playButton->setIconName(isPlaying() ? u"pause"_s : u"play"_s);
    m_playButton->setToolTip(isPlaying() ? tr("Pause (Space)") : tr("Play (Space)"));
    m_playButton->setAccessibleName(m_playButton->toolTip());
}

/// As long as it took, within bounds: nobody waits through a back-off of a minute.
void TimeTravelPanel::playOn()
{
    const int next = current() + 1;
    goTo(next);
    if (next >= m_slider->maximum())
        return setPlaying(false);
    const core::Millis pause = m_moments.all.at(next + 1).at - m_moments.all.at(next).at;
    m_play.start(std::clamp(pause, shortestStep, longestStep));
}

void TimeTravelPanel::showCurrent()
{
    const StateThen state = stateAt(m_moments, current());
    m_event->setText(state.text);
    m_caption->setText(state.caption == state.text ? QString() : state.caption);
    m_caption->setVisible(!m_caption->text().isEmpty());
    showFaces(state);
    m_balances->show(state, m_moments.senderBank, m_moments.receiverBank);
    m_rows->show(state, m_moments.senderBank, m_moments.receiverBank);
    m_noRows->setVisible(state.rows.isEmpty());
    m_note->setText(m_moments.note);
    m_note->setVisible(!m_moments.note.isEmpty());
    m_sequence->view().setToComeFrom(state.steps);
    const int step = state.steps - 1;
    m_sequence->view().setHighlighted(step >= 0 ? m_moments.sequence.steps.at(step).id : QByteArray());
    m_place->setText(tr("%1 s · event %2 of %3")
                         .arg(diagram::SequenceWords::time(state.at))
                         .arg(m_moments.all.isEmpty() ? 0 : current() + 1)
                         .arg(m_moments.all.size()));
    for (widgets::IconButton *button : {m_toStart, m_back})
        button->setEnabled(current() > 0);
    for (widgets::IconButton *button : {m_forward, m_toEnd})
        button->setEnabled(current() < m_slider->maximum());
    emit currentChanged(current());
}

void TimeTravelPanel::showFaces(const StateThen &state)
{
    while (QLayoutItem *item = m_faces->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const FaceThen &then : state.faces) {
        if (!then.face.name.isEmpty())
            m_faces->addWidget(new QLabel(then.face.name));
        auto *chip = new widgets::StateChip(m_theme);
        if (then.face.state)
            chip->setState(*then.face.state);
        else
            chip->setNeutral(u"question"_s, tr("Not known"));
        m_faces->addWidget(chip);
    }
}

bool TimeTravelPanel::takeKey(const QKeyEvent &event)
{
    const QHash<int, std::function<void()>> acts{{Qt::Key_Left, [this] { goTo(current() - 1); }},
                                                 {Qt::Key_Right, [this] { goTo(current() + 1); }},
                                                 {Qt::Key_Home, [this] { goTo(0); }},
                                                 {Qt::Key_End, [this] { goTo(m_slider->maximum()); }},
                                                 {Qt::Key_Space, [this] { setPlaying(!isPlaying()); }}};
    const auto act = acts.constFind(event.key());
    if (act == acts.constEnd() || event.modifiers() != Qt::NoModifier)
        return false;
    (*act)();
    return true;
}

void TimeTravelPanel::keyPressEvent(QKeyEvent *event)
{
    if (!takeKey(*event))
        QWidget::keyPressEvent(event);
}

/// Arrows on a button step as elsewhere, in place of going to the next button; Space presses it.
bool TimeTravelPanel::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    if (key && key->key() != Qt::Key_Space && takeKey(*key))
        return true;
    return QWidget::eventFilter(watched, event);
}

void TimeTravelPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    setPlaying(false);
}

void TimeTravelPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimeTravelPanel::setWidths()
{
    const QString bar = u"MM"_s; // before the name of a bank
    const QStringList banks{m_moments.senderBank + bar, m_moments.receiverBank + bar, tr("In flight"), tr("Total")};
    widgets::fitColumn(*m_balancesTable, int(BalancesThen::Column::Bank), banks);
    widgets::fitColumn(*m_balancesTable, int(BalancesThen::Column::Account), {tr("User %1").arg(10000)});
    widgets::fitColumn(*m_rowsTable, int(RowsThen::Column::Bank), banks);
    widgets::fitColumn(*m_rowsTable, int(RowsThen::Column::Branch), {u"01"_s});
    widgets::fitColumn(*m_rowsTable, int(RowsThen::Column::Op), {u"action"_s});
    widgets::fitColumn(*m_rowsTable, int(RowsThen::Column::Reason), {u"rollback"_s});
}

void TimeTravelPanel::retranslate()
{
    m_balancesCard->setTitle(tr("Balances"));
    m_rowsCard->setTitle(tr("Barrier rows"));
    m_balancesTable->setAccessibleName(tr("Balances at this event"));
    m_rowsTable->setAccessibleName(tr("Barrier rows at this event"));
    m_slider->setAccessibleName(tr("Events"));
    m_middle->setBorderName(tr("Border between tables and diagram"));
    m_noRows->setText(tr("No barrier row is there at this event."));
    for (const auto &[button, words] :
         {std::pair(m_toStart, tr("First event (Home)")), std::pair(m_back, tr("One event back (Left)")),
          std::pair(m_forward, tr("One event on (Right)")), std::pair(m_toEnd, tr("Last event (End)"))}) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    }
    m_sequence->retranslate();
    m_balances->retranslate();
    m_rows->retranslate();
    const bool wasPlaying = isPlaying();
    if (m_make) {
        m_moments = m_make();
        m_slider->setMoments(m_moments);
        m_sequence->setSequence(m_moments.sequence);
    }
    setPlaying(wasPlaying);
    setWidths();
    showCurrent();
}

} // namespace ui
