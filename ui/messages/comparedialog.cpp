// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/comparedialog.h"

#include "ui/diagram/difference.h"
#include "ui/diagram/sequencepanel.h"
#include "ui/messages/detailhead.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/switch.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr QSize sizeAtStart{1180, 720};

} // namespace

CompareDialog::CompareDialog(const theme::Theme &theme, const diagram::MessageFacts &left,
                             const diagram::MessageFacts &right, QWidget *parent)
    : QDialog(parent)
    , m_sides{Side{left}, Side{right}}
    , m_verdict(new QLabel)
    , m_showAll(new widgets::Switch(theme, {}))
    , m_asTable(new widgets::Switch(theme, {}))
{
    setObjectName(u"compare"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(createBar());
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    for (Side &side : m_sides)
        row->addWidget(createSide(theme, side), 1);
    column->addLayout(row, 1);
    connect(m_showAll, &QAbstractButton::toggled, this, &CompareDialog::showSequences);
    resize(sizeAtStart);
    retranslate();
}

QWidget *CompareDialog::createBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_verdict->setObjectName(u"compareVerdict"_s);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    theme::setTextSize(*m_verdict, theme::TextSize::CardTitle);
    m_showAll->setObjectName(u"compareAll"_s);
    m_showAll->setCheckable(true);
    m_asTable->setObjectName(u"compareAsTable"_s);
    m_asTable->setCheckable(true);
    row->addWidget(m_verdict, 1);
    row->addWidget(m_showAll);
    row->addWidget(m_asTable);
    return bar;
}

QWidget *CompareDialog::createSide(const theme::Theme &theme, Side &side)
{
    auto *card = new widgets::Card;
    side.head = new DetailHead(theme);
    side.head->setClosable(false);
    side.head->setContentsMargins(16, 12, 16, 8);
    side.head->show(side.facts.message);
    side.panel = new diagram::SequencePanel(theme);
    side.panel->follow()->setChecked(false);
    side.panel->setFileName(tr("message %1", "a file's name").arg(side.facts.message.gid.toString()));
    card->body()->addWidget(side.head);
    card->body()->addWidget(side.panel, 1);
    connect(m_asTable, &QAbstractButton::toggled, side.panel->asTable(), &QAction::setChecked);
    return card;
}

void CompareDialog::showSequences()
{
    const diagram::Sequence left = diagram::messageSequence(m_sides[0].facts);
    const diagram::Sequence right = diagram::messageSequence(m_sides[1].facts);
    const diagram::Common common = diagram::commonBeginning(left, right);
    const bool cut = common.differs && !m_showAll->isChecked();
    m_sides[0].panel->setSequence(cut ? diagram::withoutBeginning(left, common.left, common.events) : left);
    m_sides[1].panel->setSequence(cut ? diagram::withoutBeginning(right, common.right, common.events) : right);
    m_sides[0].panel->setCurrent(common.differs ? left.steps.value(common.left).id : QByteArray());
    m_sides[1].panel->setCurrent(common.differs ? right.steps.value(common.right).id : QByteArray());
    m_verdict->setText(verdict(common.events, common.differs));
    m_showAll->setEnabled(common.differs && common.events > 0);
}

QString CompareDialog::verdict(int alike, bool differs) const
{
    if (!differs)
        return tr("Both went the same way: %n event(s), none of them different.", nullptr, alike);
    if (alike == 0)
        return tr("They differ from their first event on.");
    return tr("The first %n event(s) are alike; then they differ.", nullptr, alike);
}

void CompareDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareDialog::retranslate()
{
    setWindowTitle(tr("Compare Two Messages"));
    m_showAll->setText(tr("Show what is alike"));
    for (Side &side : m_sides) {
        side.head->retranslate();
        side.panel->retranslate();
    }
    m_asTable->setText(m_sides[0].panel->asTable()->text());
    showSequences();
}

} // namespace ui
