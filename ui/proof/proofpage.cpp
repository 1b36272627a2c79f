// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/proofpage.h"

#include "ui/connections/passwordrequest.h"
#include "ui/proof/invariantsmodel.h"
#include "ui/proof/proofwords.h"
#include "ui/proof/reconciliationmodel.h"
#include "ui/proof/sqlcard.h"
#include "ui/proof/sumcard.h"
#include "ui/proof/verdictbanner.h"
#include "ui/session/connections.h"
#include "ui/session/proofdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/legend.h"
#include "ui/widgets/tablesetup.h"
#include "ui/widgets/tabstrip.h"
#include "ui/widgets/totalplot.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int rowHeight = 34; ///< all invariants in sight in a window of 900
constexpr int sideWidth = 336;
constexpr int sideCharacters = 42; ///< of larger type
constexpr int columnsWide = 105; ///< characters, beside it, so that each column can be read
constexpr int exemptNamedMax = 8;
constexpr std::chrono::milliseconds tickInterval{500};
const QString invariantsTab = u"invariants"_s;
const QString rowsTab = u"rows"_s;

QTableView *createTable(const QString &name, QAbstractItemModel &model, const theme::Theme &theme)
{
    auto *table = new QTableView;
    table->setObjectName(name);
    table->setModel(&model);
    widgets::setUpTable(*table, theme, rowHeight);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    return table;
}

} // namespace

ProofPage::ProofPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_faces(new QStackedWidget)
    , m_empty(new widgets::EmptyState(theme))
    , m_banner(new VerdictBanner(theme))
    , m_pairs(new QComboBox)
    , m_repair(new widgets::Button(theme, widgets::Button::Kind::Danger, {}))
    , m_export(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_check(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_plot(new widgets::TotalPlot(theme))
    , m_legend(new widgets::Legend(theme))
    , m_plotCard(new widgets::Card)
    , m_sum(new SumCard(theme))
    , m_tabs(new widgets::TabStrip(theme))
    , m_counts(new QLabel)
    , m_exempt(new QLabel)
    , m_tables(new QStackedWidget)
    , m_invariants(new InvariantsModel(this))
    , m_rows(new ReconciliationModel(this))
    , m_sql(new SqlCard(theme))
{
    setObjectName(u"proofPage"_s);
    createBanner();
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(24, 20, 24, 20);
    grid->setSpacing(gap);
    grid->addWidget(m_banner, 0, 0, 1, 2);
    grid->addWidget(createPlot(), 1, 0);
    grid->addWidget(m_sum, 1, 1);
    grid->addWidget(createEvidence(), 2, 0);
    grid->addWidget(m_sql, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(1, 4);
    grid->setRowStretch(2, 5);
    m_faces->addWidget(content);
    m_faces->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_faces);
    connectParts();
    retranslate();
}

ProofPage::~ProofPage()
{
    watch(false);
}

void ProofPage::createBanner()
{
    m_pairs->setObjectName(u"pairs"_s);
    m_repair->setObjectName(u"putRight"_s);
    m_export->setObjectName(u"exportReport"_s);
    m_export->setIconName(u"download"_s);
    m_check->setObjectName(u"checkAgain"_s);
    m_check->setIconName(u"replay"_s);
    m_check->setKeyHint(QKeySequence(Qt::Key_F5));
    for (QWidget *one : std::initializer_list<QWidget *>{m_pairs, m_repair, m_export, m_check})
        m_banner->addButton(one);
}

QWidget *ProofPage::createPlot()
{
    m_plot->setObjectName(u"totalPlot"_s);
    m_plotCard->addHeaderWidget(m_legend);
    m_plotCard->body()->setContentsMargins(gap, 0, gap, gap / 2);
    m_plotCard->body()->addWidget(m_plot);
    return m_plotCard;
}

QWidget *ProofPage::createEvidence()
{
    m_tabs->setObjectName(u"evidence"_s);
    m_tabs->addTab(invariantsTab, {});
    m_tabs->addTab(rowsTab, {});
    m_counts->setObjectName(u"counts"_s);
    theme::setTone(*m_counts, theme::Tone::Muted);
    theme::setTextSize(*m_counts, theme::TextSize::Small);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 6, 16, 6);
    head->addWidget(m_tabs);
    head->addStretch();
    head->addWidget(m_counts);
    createInvariants();
    createReconciliation();
    m_exempt->setObjectName(u"exempt"_s);
    m_exempt->setContentsMargins(16, 8, 16, 10);
    m_exempt->setWordWrap(true);
    m_exempt->setTextFormat(Qt::PlainText);
    m_exempt->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::setTone(*m_exempt, theme::Tone::Muted);
    theme::setTextSize(*m_exempt, theme::TextSize::Small);
    auto *card = new widgets::Card;
    card->body()->addLayout(head);
    card->body()->addWidget(m_tables, 1);
    card->body()->addWidget(m_exempt);
    return card;
}

void ProofPage::createInvariants()
{
    m_invariantTable = createTable(u"invariants"_s, *m_invariants, m_theme);
    m_invariantTable->setItemDelegateForColumn(InvariantsModel::Verdict,
                                               new widgets::StateChipDelegate(m_theme, m_invariantTable));
    new widgets::StretchColumn(*m_invariantTable, InvariantsModel::Found);
    m_invariantTable->setCurrentIndex(m_invariants->index(0, 0));
    m_tables->addWidget(m_invariantTable);
}

void ProofPage::createReconciliation()
{
    m_rowTable = createTable(u"reconciliation"_s, *m_rows, m_theme);
    auto *chips = new widgets::StateChipDelegate(m_theme, m_rowTable);
    auto *ids = new widgets::GidDelegate(m_theme, m_rowTable);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::Agreement, chips);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::State, chips);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::Message, ids);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::Branch, ids);
    m_rowTable->setItemDelegateForColumn(ReconciliationModel::Bank, new widgets::BankDelegate(m_theme, m_rowTable));
    new widgets::StretchColumn(*m_rowTable, ReconciliationModel::Means);
    m_tables->addWidget(m_rowTable);
}

void ProofPage::connectParts()
{
    connect(&m_session, &Session::banksChanged, this, &ProofPage::take);
    connect(&m_session.proof(), &ProofDesk::changed, this, &ProofPage::takeReport);
    connect(&m_session.connections(), &Connections::changed, this, &ProofPage::takeConnections);
    connect(&m_theme, &theme::Theme::changed, this, &ProofPage::setWidths);
    connect(m_check, &QAbstractButton::clicked, this, &ProofPage::refresh);
    connect(m_export, &QAbstractButton::clicked, this, &ProofPage::askForExport);
    connect(m_repair, &QAbstractButton::clicked, this, &ProofPage::showNaiveLosses);
    connect(m_plot, &widgets::TotalPlot::markActivated, this, &ProofPage::openMark);
    connect(m_sql, &SqlCard::openMessage, this, &ProofPage::openMessage);
    connect(m_tabs, &widgets::TabStrip::currentChanged, this,
            [this](const QString &id) { m_tables->setCurrentIndex(id == rowsTab ? 1 : 0); });
    connect(m_invariantTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProofPage::takeSelection);
    connect(m_rowTable, &QTableView::activated, this, [this](const QModelIndex &index) { openRow(index.row()); });
    connect(m_pairs, &QComboBox::activated, this, [this] {
        if (m_watching)
            watch(false);
        watch(true);
        take();
    });
    connect(m_empty, &widgets::EmptyState::actionRequested, this, [this] {
        if (bank() < 0)
            return emit openConnections();
        requestPassword(m_session, m_theme, m_session.proof().lacksPasswordOf(), this);
    });
    m_tick.setInterval(tickInterval);
    connect(&m_tick, &QTimer::timeout, this, &ProofPage::showStatus);
}

void ProofPage::openRow(int row)
{
    if (const QByteArray gid = m_rows->gidAt(row); !gid.isEmpty())
        emit openMessage(gid);
}

void ProofPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takePairs();
    watch(true);
    take();
    m_tick.start();
}

void ProofPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch(false);
    m_tick.stop();
}

void ProofPage::watch(bool on)
{
    if (std::exchange(m_watching, on) != on) {
        m_session.watchBanks(on);
        m_session.showBank(on ? bank() : -1);
    }
    m_session.proof().watch(on ? bank() : -1);
}

int ProofPage::bank() const
{
    const QVariant chosen = m_pairs->currentData();
    return chosen.isValid() ? chosen.toInt() : -1;
}

void ProofPage::refresh()
{
    if (bank() < 0)
        return;
    m_session.readBanks(bank());
    m_session.proof().checkNow();
}

/// The pairs that there are; the choice stays.
void ProofPage::takePairs()
{
    const QList<BankInfo> banks = m_session.banks();
    QList<std::pair<QString, int>> pairs;
    for (int index = 0; index < banks.size(); ++index) {
        const BankInfo &info = banks.at(index);
        if (info.isSender && info.receiver >= 0)
            pairs.append({info.name + u" → "_s + banks.value(info.receiver).name, index});
    }
    const int before = bank();
    m_pairs->clear();
    for (const auto &[name, index] : pairs)
        m_pairs->addItem(name, index);
    m_pairs->setCurrentIndex(std::max(0, m_pairs->findData(before)));
    m_pairs->setVisible(pairs.size() > 1);
}

/// Banks may stand elsewhere now, or be no pair any more.
void ProofPage::takeConnections()
{
    if (!m_watching)
        return;
    watch(false);
    takePairs();
    watch(true);
    take();
}

void ProofPage::take()
{
    if (m_pairs->count() == 0 || (m_watching && m_session.proof().watched() < 0)) {
        takePairs();
        if (m_watching)
            m_session.proof().watch(bank());
    }
    takePlot();
    takeReport();
}

void ProofPage::takePlot()
{
    const int shown = bank();
    QList<widgets::TotalSample> samples;
    for (const TotalSample &sample : m_session.totalHistory(shown))
        samples << widgets::TotalSample{sample.at, sample.balances, sample.inFlight};
    const BankTotals totals = m_session.totals(shown);
    m_plot->setExpected(totals.known && totals.isPair ? std::optional(totals.expected) : std::nullopt);
    m_plot->setSamples(samples);
    m_legend->setEntries(m_plot->legend());
    m_plotCard->setSubtitle(samples.isEmpty() ? QString()
                                              //: the time at which a chart begins
                                              : tr("since %1").arg(widgets::formatTimeOfDay(samples.first().at)));
    std::optional<widgets::TotalMark> mark;
    if (totals.known && totals.missingSince) {
        mark = widgets::TotalMark{*totals.missingSince, lostText(totals.missing()), {}, tr("open what happened")};
        const auto &report = m_session.proof().report();
        if (report && !report->naiveLosses.isEmpty()) {
            const NaiveLoss &loss = report->naiveLosses.first();
            mark->text =
                tr("naive transfer %1, user %2 → user %3").arg(loss.number).arg(loss.fromUser).arg(loss.toUser);
        }
    }
    m_plot->setMark(mark);
}

void ProofPage::takeReport()
{
    const ProofDesk &desk = m_session.proof();
    const std::optional<ProofReport> &report = desk.report();
    const bool lacksPassword = !desk.lacksPasswordOf().isEmpty();
    m_faces->setCurrentIndex(bank() < 0 || lacksPassword ? 1 : 0);
    if (bank() < 0)
        m_empty->showEmpty(tr("No closed pair of banks"),
                           tr("Name, in the connection of the bank that sends, the bank that its transfers go to."),
                           tr("Open Connections"));
    else if (lacksPassword)
        m_empty->showEmpty(tr("A password is needed"),
                           tr("It is not in the keychain of this computer, or may not be read there."),
                           tr("Enter Password…"));
    m_invariants->show(report);
    m_rows->show(report ? report->rows : QList<ReconciledRow>(), report ? report->bankNames : QStringList());
    m_sum->show(report ? report->sum : ProofSum(), report ? report->bankNames : QStringList());
    m_tabs->setCount(rowsTab,
                     report && report->rowsDiffering > 0 ? std::optional(report->rowsDiffering) : std::nullopt);
    m_counts->setText(report ? tr("%1 true · %2 unknown · %3 false")
                                   .arg(report->countOf(Holds::True))
                                   .arg(report->countOf(Holds::Unknown))
                                   .arg(report->countOf(Holds::False))
                             : QString());
    m_export->setEnabled(report.has_value());
    m_export->setToolTip(report ? tr("Write what is shown to a file") : tr("Nothing is known yet."));
    m_repair->setVisible(report && !report->naiveLosses.isEmpty() && m_session.banks().value(bank()).url.size() > 0);
    QStringList exempt;
    if (report) {
        for (const ExemptMessage &one : report->exempt)
            exempt << exemptText(one);
    }
    m_exempt->setVisible(!exempt.isEmpty());
    m_exempt->setText(tr("Exempt from the checks: %1").arg(exempt.mid(0, exemptNamedMax).join(u"; "_s)));
    m_exempt->setToolTip(exempt.join(u'\n'));
    takeSelection();
    showVerdict();
    showStatus();
}

void ProofPage::takeSelection()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    m_sql->show(m_invariants->finding(m_invariantTable->currentIndex().row()), report ? &*report : nullptr);
}

void ProofPage::showVerdict()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    if (!report)
        return m_banner->show(Holds::Unknown, tr("Checking…"), tr("The store and both banks are being read."));
    const ProofSentence verdict = proofSentence(*report);
    m_banner->show(report->verdict(), verdict.sentence, verdict.detail);
}

void ProofPage::showStatus()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    QString text = tr("%n invariant(s)", nullptr, int(allInvariants.size()));
    if (report)
        text += u" · "_s + tr("checked %1 ago").arg(widgets::formatAge(m_session.now() - report->at));
    emit statusTextChanged(text);
}

/// Where there is little room, the SQL stands in its card alone.
void ProofPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int wanted = sideWidth + fontMetrics().averageCharWidth() * columnsWide;
    m_invariantTable->setColumnHidden(InvariantsModel::Sql, width() < wanted);
}

void ProofPage::setWidths()
{
    const int side = std::max(sideWidth, fontMetrics().averageCharWidth() * sideCharacters);
    m_sum->setFixedWidth(side);
    m_sql->setFixedWidth(side);
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
    widgets::fitColumn(*m_invariantTable, InvariantsModel::Took, {u"000 ms"_s});
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

void ProofPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProofPage::retranslate()
{
    m_pairs->setAccessibleName(tr("Pair of banks"));
    m_repair->setText(tr("Put Things Right…"));
    m_repair->setToolTip(tr("What naive transfers lost, and how it is made up for"));
    m_export->setText(tr("Export Report"));
    m_check->setText(tr("Check again"));
    m_check->setToolTip(tr("Read store and banks again; while this page is open that happens every few seconds"));
    m_plotCard->setTitle(tr("Total over time"));
    m_plot->setAccessibleName(tr("Total of both banks over time"));
    m_tabs->setAccessibleName(tr("Evidence"));
    m_tabs->setTabText(invariantsTab, tr("Invariants"));
    m_tabs->setTabText(rowsTab, tr("Barrier Rows"));
    m_invariantTable->setAccessibleName(tr("Invariants"));
    m_rowTable->setAccessibleName(
        tr("Each message's branches beside the banks' barrier rows; Enter opens the message"));
    m_invariants->retranslate();
    m_rows->retranslate();
    m_sum->retranslate();
    m_sql->retranslate();
    setWidths();
    take();
}

} // namespace ui
