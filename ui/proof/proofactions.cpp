// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page: look at what happened, put it right, write a report.
#include "ui/proof/invariantsmodel.h"
#include "ui/proof/proofexport.h"
#include "ui/proof/proofpage.h"
#include "ui/proof/proofwords.h"
#include "ui/session/proofdesk.h"
#include "ui/session/session.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/dialogparts.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tabstrip.h"

#include <QFileDialog>
#include <QSaveFile>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int lossesNamedMax = 8;

} // namespace

/// A loss of naive transfers is told in words; any other is looked for among the invariants.
void ProofPage::openMark()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    if (report && !report->naiveLosses.isEmpty())
        return showNaiveLosses();
    m_tabs->setCurrent(m_tabs->ids().constFirst());
    m_invariantTable->setCurrentIndex(m_invariants->index(int(Invariant::TotalConstant), 0));
    m_invariantTable->setFocus();
}

void ProofPage::showNaiveLosses()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    if (!report || report->naiveLosses.isEmpty())
        return;
    const widgets::Question question{
        tr("Put right what naive transfers lost?"),
        tr("Bank A committed its debit, and whoever was to call bank B died or heard no answer. No coordinator keeps "
           "in "
           "mind what is due, so nobody will ever make up for it: a person has to. Lost money is credited at bank B "
           "now, and what was credited twice is taken back, in one transaction on record."),
        tr("Put Things Right")};
    widgets::ConfirmDialog dialog(m_theme, question, this);
    dialog.setObjectName(u"naiveDialog"_s);
    QStringList lines;
    for (const NaiveLoss &loss : report->naiveLosses.mid(0, lossesNamedMax))
        lines << widgets::formatTimeOfDay(loss.at) + u" · "_s + lostText(loss.lost) + u" · "_s + naiveText(loss);
    if (report->naiveLosses.size() > lossesNamedMax)
        lines << tr("and %n more", nullptr, int(report->naiveLosses.size()) - lossesNamedMax);
    dialog.setContent(widgets::paragraph(lines.join(u'\n')));
    if (m_session.naiveBar() != NaiveBar::None)
        dialog.setObstacle(tr("Only at the demo banks of this computer, and not while the console is read-only."));
    if (dialog.exec() == QDialog::Accepted)
        repair();
}

void ProofPage::repair()
{
    m_session.repairNaive(this, [this](const core::Result<NaiveRepaired> &repaired) {
        if (!repaired.ok())
            return emit told(tr("Nothing was put right: %1").arg(widgets::coreWords(repaired.error().detail)), true);
        emit told(tr("%n naive transfer(s) put right: %1 credited, %2 taken back", nullptr, repaired->transfers)
                      .arg(widgets::formatMoney(repaired->credited), widgets::formatMoney(repaired->takenBack)),
                  false);
        refresh();
    });
}

core::Status ProofPage::exportTo(const QString &path) const
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    if (!report)
        return core::Error::conflict(u"nothing is known yet"_s);
    const bool asJson = path.endsWith(".json"_L1, Qt::CaseInsensitive);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(asJson ? proofJson(*report, m_session.storeText()) : proofHtml(*report, m_session.storeText()));
        if (file.commit())
            return core::Done{};
    }
    return core::Error::unavailable(u"%1: %2"_s.arg(path, file.errorString()));
}

void ProofPage::askForExport()
{
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export Report"), u"checkback-proof.html"_s,
        tr("Web page (*.html);;JSON (*.json)", "kinds of files; keep what stands in brackets"));
    if (path.isEmpty())
        return;
    const core::Status written = exportTo(path);
    written.ok() ? emit told(tr("Written to %1").arg(path), false)
                 : emit told(tr("Not exported: %1").arg(widgets::coreWords(written.error().detail)), true);
}

} // namespace ui
