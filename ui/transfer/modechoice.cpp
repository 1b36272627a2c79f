// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/modechoice.h"

#include "ui/widgets/flowstrip.h"
#include "ui/widgets/optioncard.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ModeChoice::ModeChoice(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_twoPhase(new widgets::OptionCard(theme, u"proof"_s, {}, {}))
    , m_naive(new widgets::OptionCard(theme, u"warning"_s, {}, {}))
    , m_twoPhaseFlow(new widgets::FlowStrip(theme))
    , m_naiveFlow(new widgets::FlowStrip(theme))
{
    m_twoPhase->setObjectName(u"twoPhase"_s);
    m_naive->setObjectName(u"naive"_s);
    m_twoPhase->addContent(m_twoPhaseFlow);
    m_naive->addContent(m_naiveFlow);
    m_group.addButton(m_twoPhase);
    m_group.addButton(m_naive);
    m_twoPhase->setChecked(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(12);
    column->addWidget(m_twoPhase);
    column->addWidget(m_naive);
    connect(&m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool on) {
        if (on)
            emit changed();
    });
    retranslate();
}

TransferMode ModeChoice::mode() const
{
    return m_naive->isChecked() ? TransferMode::Naive : TransferMode::TwoPhase;
}

void ModeChoice::setMode(TransferMode mode)
{
    const bool isNaive = mode == TransferMode::Naive && m_obstacle.isEmpty();
    (isNaive ? m_naive : m_twoPhase)->setChecked(true);
}

void ModeChoice::setNaiveObstacle(const QString &reason)
{
    if (std::exchange(m_obstacle, reason) == reason)
        return;
    if (!reason.isEmpty())
        m_twoPhase->setChecked(true);
    m_naive->setEnabled(reason.isEmpty());
    retranslate();
}

void ModeChoice::retranslate()
{
    m_twoPhase->setTexts(
        tr("Two-phase message"),
        tr("The promise is on record before the debit; if anything dies in between, the coordinator asks back, and "
           "both happen or neither."));
    m_naive->setTexts(tr("Naive: debit, then call"),
                      m_obstacle.isEmpty() ? tr(
                          "Debits first and calls Bank B afterwards; a crash in between loses the money, and nobody "
                          "is told.")
                                           : m_obstacle);
    m_naive->setToolTip(m_obstacle);
    using Kind = widgets::FlowStrip::Kind;
    m_twoPhaseFlow->setFlow({{Kind::Step, tr("Debit + barrier row")},
                             {Kind::Crash, tr("a crash")},
                             {Kind::Step, tr("Coordinator")},
                             {Kind::Goal, tr("Credit")}},
                            widgets::FlowStrip::AskBack{2, 0, tr("asks back after 35 s")});
    m_naiveFlow->setFlow({{Kind::Step, tr("Debit")}, {Kind::Crash, tr("a crash")}, {Kind::Missing, tr("no credit")}});
}

} // namespace ui
