// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/proofpage.h"

#include "ui/connections/passwordrequest.h"
#include "ui/proof/evidencecard.h"
#include "ui/proof/naiverepair.h"
#include "ui/proof/pairchooser.h"
#include "ui/proof/proofwords.h"
#include "ui/proof/sqlcard.h"
#include "ui/proof/sumcard.h"
#include "ui/proof/verdictbanner.h"
#include "ui/session/connections.h"
#include "ui/session/proofdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/legend.h"
#include "ui/widgets/totalplot.h"

#include <QEvent>
#include <QGridLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int sideWidth = 336;
constexpr int sideCharacters = 42; ///< of larger type
constexpr int columnsWide = 105; ///< characters, beside it, so that each column can be read
constexpr std::chrono::milliseconds tickInterval{500};
/// Store and banks are read by several threads; on a busy computer the page would wait for them with its first frame.
constexpr std::chrono::milliseconds firstFrame{120};
constexpr core::Millis longCheck{1500};

} // namespace

ProofPage::ProofPage(Session &session, theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_faces(new QStackedWidget)
    , m_empty(new widgets::EmptyState(theme))
    , m_banner(new VerdictBanner(theme))
    , m_pairs(new PairChooser(session))
    , m_repair(new widgets::Button(theme, widgets::Button::Kind::Danger, {}))
    , m_export(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_check(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_plot(new widgets::TotalPlot(theme))
    , m_legend(new widgets::Legend(theme))
    , m_plotCard(new widgets::Card)
    , m_sum(new SumCard(theme))
    , m_evidence(new EvidenceCard(theme))
    , m_sql(new SqlCard(theme))
    , m_naive(new NaiveRepair(session, theme, this))
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
    grid->addWidget(m_evidence, 2, 0);
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

void ProofPage::connectParts()
{
    connect(&m_session, &Session::banksChanged, this, &ProofPage::take);
    connect(&m_session.proof(), &ProofDesk::changed, this, &ProofPage::takeReport);
    connect(&m_session.proof(), &ProofDesk::progressed, this, &ProofPage::showProgress);
    connect(&m_session.connections(), &Connections::changed, this, &ProofPage::takeConnections);
    connect(&m_theme, &theme::Theme::changed, this, &ProofPage::setWidths);
    connect(m_check, &QAbstractButton::clicked, this, &ProofPage::refresh);
    connect(m_export, &QAbstractButton::clicked, this, &ProofPage::askForExport);
    connect(m_repair, &QAbstractButton::clicked, this, &ProofPage::showNaiveLosses);
    connect(m_plot, &widgets::TotalPlot::markActivated, this, &ProofPage::openMark);
    connect(m_sql, &SqlCard::openMessage, this, &ProofPage::openMessage);
    connect(m_evidence, &EvidenceCard::chosenChanged, this, &ProofPage::showEvidence);
    connect(m_evidence, &EvidenceCard::openMessage, this, &ProofPage::openMessage);
    connect(m_naive, &NaiveRepair::told, this, &ProofPage::told);
    connect(m_naive, &NaiveRepair::repaired, this, &ProofPage::refresh);
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
    m_begin.setSingleShot(true);
    m_begin.setInterval(firstFrame);
    connect(&m_begin, &QTimer::timeout, this, &ProofPage::begin);
    m_tick.setInterval(tickInterval);
    connect(&m_tick, &QTimer::timeout, this, &ProofPage::showStatus);
}

void ProofPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_pairs->takePairs();
    take();
    m_begin.start();
    m_tick.start();
}

void ProofPage::begin()
{
    m_pairs->takePairs();
    watch(true);
    take();
}

void ProofPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_begin.stop();
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
    return m_pairs->bank();
}

void ProofPage::refresh()
{
    if (bank() < 0)
        return;
    m_session.readBanks(bank());
    m_session.proof().checkNow();
}

/// Banks may stand elsewhere now, or be no pair any more.
void ProofPage::takeConnections()
{
    if (!m_watching)
        return;
    watch(false);
    m_pairs->takePairs();
    watch(true);
    take();
}

void ProofPage::take()
{
    if (m_pairs->count() == 0 || (m_watching && m_session.proof().watched() < 0)) {
        m_pairs->takePairs();
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

/// Why there is nothing to be shown, and what to do about it.
void ProofPage::showEmpty()
{
    if (bank() < 0)
        m_empty->showEmpty(tr("No closed pair of banks"),
                           tr("Name, in the connection of the bank that sends, the bank that its transfers go to."),
                           tr("Open Connections"));
    else
        m_empty->showEmpty(tr("A password is needed"),
                           tr("It is not in the keychain of this computer, or may not be read there."),
                           tr("Enter Password…"));
}

void ProofPage::takeReport()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    const bool isEmpty = bank() < 0 || !m_session.proof().lacksPasswordOf().isEmpty();
    if (isEmpty)
        showEmpty();
    m_faces->setCurrentIndex(isEmpty ? 1 : 0);
    m_evidence->show(report);
    m_sum->show(report ? report->sum : ProofSum(), report ? report->bankNames : m_pairs->bankNames());
    m_export->setEnabled(report.has_value());
    m_export->setToolTip(report ? tr("Write what is shown to a file") : tr("Nothing is known yet."));
    m_repair->setVisible(report && !report->naiveLosses.isEmpty() && m_session.banks().value(bank()).url.size() > 0);
    showEvidence();
    showVerdict();
    showStatus();
}

void ProofPage::showEvidence()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    m_sql->show(m_evidence->chosen(), report ? &*report : nullptr);
}

void ProofPage::showVerdict()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    if (!report)
        m_banner->show(Holds::Unknown, tr("Checking…"), tr("The store and both banks are being read."));
    showProgress();
    if (!report)
        return;
    const ProofSentence verdict = proofSentence(*report);
    m_banner->show(report->verdict(), verdict.sentence, verdict.detail);
}

/// Of a check that somebody waits for: the first, and those that take long.
void ProofPage::showProgress()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    const std::optional<ProofProgress> &progress = m_session.proof().progress();
    if (!progress || (report && report->took < longCheck))
        return m_banner->showProgress({});
    const QString what = progressSentence(*progress, report ? report->bankNames : m_pairs->bankNames());
    if (!report)
        m_banner->show(Holds::Unknown, tr("Checking…"), what);
    m_banner->showProgress(progress->part(), what);
}

void ProofPage::showStatus()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    QString text = tr("%n invariant(s)", nullptr, int(allInvariants.size()));
    if (report && report->at != core::TimePoint())
        text += u" · "_s + tr("checked %1 ago").arg(widgets::formatAge(m_session.now() - report->at));
    emit statusTextChanged(text);
}

/// Where there is little room, the SQL stands in its card alone.
void ProofPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int wanted = sideWidth + fontMetrics().averageCharWidth() * columnsWide;
    m_evidence->setSqlShown(width() >= wanted);
}

void ProofPage::setWidths()
{
    const int side = std::max(sideWidth, fontMetrics().averageCharWidth() * sideCharacters);
    m_sum->setFixedWidth(side);
    m_sql->setFixedWidth(side);
    m_evidence->setWidths();
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
    m_evidence->retranslate();
    m_sum->retranslate();
    m_sql->retranslate();
    setWidths();
    take();
}

} // namespace ui
