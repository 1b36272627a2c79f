// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/pointscard.h"

#include "ui/diagram/protocolparts.h"
#include "ui/faultlab/pointsmodel.h"
#include "ui/faultlab/pointwords.h"
#include "ui/faultlab/protocoldiagram.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/keepinsight.h"
#include "ui/widgets/tablesetup.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int pointsPad = 16;
constexpr int pointRowHeight = 28;
constexpr int sight = int(diagram::haloRadius); ///< round a point: its halo, its badge and where it lies

} // namespace

PointsCard::PointsCard(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new PointsModel(this))
    , m_card(new widgets::Card)
    , m_hint(new widgets::ElidedLabel)
    , m_picture(new QScrollArea)
    , m_faces(new QStackedWidget)
    , m_diagram(new ProtocolDiagram(theme))
    , m_sight(new widgets::KeepInSight(*m_diagram))
    , m_table(new QTableView)
    , m_asTable(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
{
    createFaces();
    m_asTable->setObjectName(u"pointsAsTable"_s);
    m_asTable->setCheckable(true);
    theme::setTextSize(*m_hint, theme::TextSize::Small);
    theme::setTone(*m_hint, theme::Tone::Muted);
    m_card->addHeaderWidget(m_hint);
    m_card->addHeaderWidget(m_asTable);
    m_card->body()->setContentsMargins(pointsPad, 0, pointsPad, pointsPad);
    m_card->body()->addWidget(m_faces, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_card);

    connect(m_asTable, &QAbstractButton::toggled, this, &PointsCard::showTable);
    connect(m_diagram, &ProtocolDiagram::currentChanged, this, &PointsCard::choose);
    connect(m_diagram, &ProtocolDiagram::activated, this, [this](int number) {
        choose(number);
        emit settingsWanted();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PointsCard::chooseFromTable);
    connect(m_table, &QTableView::activated, this, &PointsCard::settingsWanted);
    connect(&theme, &theme::Theme::changed, this, &PointsCard::setWidths);
    retranslate();
}

void PointsCard::createFaces()
{
    m_diagram->setObjectName(u"protocol"_s);
    m_table->setObjectName(u"faultPoints"_s);
    widgets::setUpTable(*m_table, m_theme, pointRowHeight);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    new widgets::StretchColumn(*m_table, int(PointsModel::Column::Title));
    m_picture->setFrameShape(QFrame::NoFrame);
    m_picture->setWidgetResizable(true);
    m_picture->setWidget(m_diagram);
    m_picture->setFocusPolicy(Qt::NoFocus);
    m_faces->addWidget(m_picture);
    m_faces->addWidget(m_table);
}

void PointsCard::addHeaderWidget(QWidget *widget)
{
    m_card->addHeaderWidget(widget);
}

void PointsCard::setArmed(const QList<core::ArmedFault> &armed)
{
    m_model->setArmed(armed);
}

void PointsCard::setStrikes(const QByteArray &point, int strikes)
{
    m_model->setStrikes(point, strikes);
}

void PointsCard::setState(const ProtocolState &state)
{
    m_diagram->setState(state);
    noteHeld(state.held);
}

void PointsCard::setCurrent(int number)
{
    m_diagram->setCurrent(number);
    if (m_table->currentIndex().row() != number - 1)
        m_table->selectRow(number - 1);
}

void PointsCard::choose(int number)
{
    setCurrent(number);
    emit chosen(number);
}

void PointsCard::chooseFromTable()
{
    const int number = m_table->currentIndex().row() + 1;
    if (number > 0 && number != m_diagram->current())
        choose(number);
}

QSize PointsCard::leastPicture() const
{
    return m_diagram->minimumSizeHint();
}

void PointsCard::setPictureWhole(bool whole)
{
    m_picture->setMinimumHeight(whole ? leastPicture().height() : 0);
}

void PointsCard::showTable(bool on)
{
    const bool hadFocus = m_diagram->hasFocus() || m_table->hasFocus();
    m_faces->setCurrentIndex(on ? 1 : 0);
    if (hadFocus)
        on ? m_table->setFocus() : m_diagram->setFocus();
    m_asTable->setText(on ? tr("show as picture") : tr("show as table"));
}

/// Only a new one is shown, so that the view stays the user's. Their numbers grow.
void PointsCard::noteHeld(const QList<core::HeldPass> &held)
{
    if (held.isEmpty())
        return m_sight->letGo();
    if (std::exchange(m_newestHeld, std::max(m_newestHeld, held.last().id)) >= held.last().id)
        return;
    const ProtocolPoint *point = protocolPoint(held.last().point);
    if (point)
        m_sight->show([this, number = point->number] {
            return m_diagram->pointRect(number).marginsAdded({sight, sight, sight, sight});
        });
}

void PointsCard::setWidths()
{
    using Column = PointsModel::Column;
    widgets::fitColumn(*m_table, int(Column::Number), {u"24"_s});
    widgets::fitColumn(*m_table, int(Column::Phase), {PointWords::phase(ProtocolPhase::LocalTransaction)});
    QStringList who;
    for (const diagram::Head &head : diagram::SequenceWords::heads(tr("Bank A"), tr("Bank B")))
        who << head.title;
    widgets::fitColumn(*m_table, int(Column::Who), who);
    widgets::fitColumn(*m_table, int(Column::Armed),
                       {u"%1, %2"_s.arg(PointWords::mode(core::FaultMode::Drop), PointWords::left({}))});
    widgets::fitColumn(*m_table, int(Column::Strikes), {u"1,000"_s});
}

void PointsCard::retranslate()
{
    m_card->setTitle(tr("Fault points"));
    m_card->setSubtitle(tr("%n point(s)", nullptr, int(protocolPoints().size())));
    m_hint->setText(tr("click a point to arm it · arrow keys move"));
    m_diagram->setAccessibleName(tr("The protocol and its fault points"));
    m_diagram->setAccessibleDescription(
        tr("Arrow keys go from point to point, Enter goes to its settings. The same is there as a table."));
    m_table->setAccessibleName(tr("Fault points"));
    showTable(m_asTable->isChecked());
    m_model->retranslate();
    setWidths();
}

} // namespace ui
