// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/evidencecard.h"

#include "ui/proof/invariantsmodel.h"
#include "ui/proof/proofwords.h"
#include "ui/proof/reconciliationmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int rowHeight = 34; ///< all invariants in sight in a window of 900
constexpr int exemptNamedMax = 8;
const QString invariantsTab = u"invariants"_s;
const QString rowsTab = u"rows"_s;

} // namespace

EvidenceCard::EvidenceCard(theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new widgets::TabStrip(theme))
    , m_counts(new QLabel)
    , m_exempt(new QLabel)
    , m_tables(new QStackedWidget)
    , m_invariants(new InvariantsModel(this))
    , m_rows(new ReconciliationModel(this))
{
    createInvariants();
    createReconciliation();
    createExempt();
    auto *card = new widgets::Card;
    card->body()->addWidget(createHead());
    card->body()->addWidget(m_tables, 1);
    card->body()->addWidget(m_exempt);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(card);
    connect(m_tabs, &widgets::TabStrip::currentChanged, this,
            [this](const QString &id) { m_tables->setCurrentIndex(id == rowsTab ? 1 : 0); });
    connect(m_invariantTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EvidenceCard::chosenChanged);
    connect(m_rowTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const QByteArray gid = m_rows->gidAt(index.row()); !gid.isEmpty())
            emit openMessage(gid);
    });
}

QTableView *EvidenceCard::addTable(const QString &name, QAbstractItemModel &model)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(&model);
    widgets::setUpTable(*table, m_theme, rowHeight);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tables->addWidget(table);
    return table;
}

QWidget *EvidenceCard::createHead()
{
    m_tabs->setObjectName(u"evidence"_s);
    m_tabs->addTab(invariantsTab, {});
    m_tabs->addTab(rowsTab, {});
    m_counts->setObjectName(u"counts"_s);
    theme::setTone(*m_counts, theme::Tone::Muted);
    theme::setTextSize(*m_counts, theme::TextSize::Small);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(8, 6, 16, 6);
    row->addWidget(m_tabs);
    row->addStretch();
    row->addWidget(m_counts);
    return head;
}

void EvidenceCard::createInvariants()
{
    m_invariantTable = addTable(u"invariants"_s, *m_invariants);
    m_invariantTable->setItemDelegateForColumn(InvariantsModel::Verdict,
                                               new widgets::StateChipDelegate(m_theme, m_invariantTable));
    new widgets::StretchColumn(*m_invariantTable, InvariantsModel::Found);
    m_invariantTable->setCurrentIndex(m_invariants->index(0, 0));
}

void EvidenceCard::createReconciliation()
{
    m_rowTable = addTable(u"reconciliation"_s, *m_rows);
    auto *chips = new widgets::StateChipDelegate(m_theme, m_rowTable);
    auto *ids = new widgets::GidDelegate(m_theme, m_rowTable);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::Agreement, chips);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::State, chips);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::Message, ids);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::Branch, ids);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::Bank, new widgets::BankDelegate(m_theme, m_rowTable));
    new widgets::StretchColumn(*m_rowTable, ReconciliationModel::Means);
}

void EvidenceCard::createExempt()
{
    m_exempt->setObjectName(u"exempt"_s);
    m_exempt->setContentsMargins(16, 8, 16, 10);
    m_exempt->setWordWrap(true);
    m_exempt->setTextFormat(Qt::PlainText);
    m_exempt->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::setTone(*m_exempt, theme::Tone::Muted);
    theme::setTextSize(*m_exempt, theme::TextSize::Small);
}

void EvidenceCard::show(const std::optional<ProofReport> &report)
{
    m_invariants->show(report);
    m_rows->show(report ? report->rows : QList<ReconciledRow>(), report ? report->bankNames : QStringList());
    m_tabs->setCount(rowsTab,
                     report && report->rowsDiffering > 0 ? std::optional(report->rowsDiffering) : std::nullopt);
    m_counts->setText(report ? tr("%1 true · %2 unknown · %3 false")
                                   .arg(report->countOf(Holds::True))
                                   .arg(report->countOf(Holds::Unknown))
                                   .arg(report->countOf(Holds::False))
                             : QString());
    showExempt(report ? report->exempt : QList<ExemptMessage>());
}

void EvidenceCard::showExempt(const QList<ExemptMessage> &exempt)
{
    QStringList texts;
    for (const ExemptMessage &one : exempt)
        texts << exemptText(one);
    m_exempt->setVisible(!texts.isEmpty());
    m_exempt->setText(tr("Exempt from the checks: %1").arg(texts.mid(0, exemptNamedMax).join(u"; "_s)));
    m_exempt->setToolTip(texts.join(u'\n'));
}

const InvariantFinding *EvidenceCard::chosen() const
{
    return m_invariants->finding(m_invariantTable->currentIndex().row());
}

void EvidenceCard::choose(Invariant invariant)
{
    m_tabs->setCurrent(invariantsTab);
    m_invariantTable->setCurrentIndex(m_invariants->index(int(invariant), 0));
    m_invariantTable->setFocus();
}

void EvidenceCard::setSqlShown(bool on)
{
    m_invariantTable->setColumnHidden(InvariantsModel::Sql, !on);
}

void EvidenceCard::setWidths()
{
    const QString chipSpace = u"00000"_s; // icon and edges
    QStringList verdicts;
    for (const Holds holds : {Holds::True, Holds::Unknown, Holds::False})
        verdicts << holdsWord(holds) + chipSpace;
    widgets::fitColumn(*m_invariantTable, InvariantsModel::Verdict, verdicts);
    QStringList demands;
    for (const Invariant invariant : allInvariants)
        demands << invariantText(invariant) + u"00"_s; // semibold
    widgets::fitColumn(*m_invariantTable, InvariantsModel::MustHold, demands);
    widgets::fitColumn(*m_invariantTable, InvariantsModel::Sql, {QString(26, u'0')});
    widgets::fitColumn(*m_invariantTable, InvariantsModel::Took, {widgets::formatDuration(core::Millis(999))});
    QStringList agreements;
    using Agreement = ReconciledRow::Agreement;
    for (const Agreement one :
         {Agreement::Agrees, Agreement::Differs, Agreement::Open, Agreement::NotKnown, Agreement::Exempt})
        agreements << agreementWord(one) + chipSpace;
    widgets::fitColumn(*m_rowTable, ReconciliationModel::Agreement, agreements);
    widgets::fitColumn(*m_rowTable, ReconciliationModel::Message, {u"…W3R8KZ1P00"_s});
    widgets::fitColumn(*m_rowTable, ReconciliationModel::State,
                       {widgets::stateWord(theme::State::Submitted) + chipSpace});
    widgets::fitColumn(*m_rowTable, ReconciliationModel::Branch, {u"000"_s});
    widgets::fitColumn(*m_rowTable, ReconciliationModel::Bank, {u"Settlement A"_s});
}

void EvidenceCard::retranslate()
{
    m_tabs->setAccessibleName(tr("Evidence"));
    m_tabs->setTabText(invariantsTab, tr("Invariants"));
    m_tabs->setTabText(rowsTab, tr("Barrier Rows"));
    m_invariantTable->setAccessibleName(tr("Invariants"));
    m_rowTable->setAccessibleName(
        tr("Each message's branches beside the banks' barrier rows; Enter opens the message"));
    m_invariants->retranslate();
    m_rows->retranslate();
    setWidths();
}

} // namespace ui
