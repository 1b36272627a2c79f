// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/phasecard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/flowstrip.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {

PhaseCard::PhaseCard(const theme::Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel)
    , m_title(new QLabel)
    , m_text(new QLabel)
    , m_flow(new widgets::FlowStrip(theme))
{
    setProperty("card", true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_text, 1, 0, 1, 2);
    grid->setRowMinimumHeight(2, 4);
    grid->addWidget(m_flow, 3, 0, 1, 2);

    theme::setTextSize(*m_title, theme::TextSize::CardTitle);
    m_text->setWordWrap(true);
    connect(&m_theme, &theme::Theme::changed, this, &PhaseCard::refreshIcon);
    refreshIcon();
    retranslate();
}

void PhaseCard::refreshIcon()
{
    m_icon->setPixmap(theme::iconPixmap(u"proof"_s, m_theme.tokens().text, 16, devicePixelRatioF()));
}

void PhaseCard::retranslate()
{
    m_title->setText(tr("Two-phase message"));
    m_text->setText(
        tr("The promise is on record before the debit; if anything dies in between, the coordinator asks back, "
           "and both happen or neither."));
    using Kind = widgets::FlowStrip::Kind;
    m_flow->setFlow({{Kind::Step, tr("Debit + barrier row")},
                     {Kind::Crash, tr("a crash")},
                     {Kind::Step, tr("Coordinator")},
                     {Kind::Goal, tr("Credit")}},
                    widgets::FlowStrip::AskBack{2, 0, tr("asks back after 35 s")});
}

} // namespace ui
