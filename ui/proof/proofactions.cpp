// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done on the page: look at what happened, put it right, write a report.
#include "ui/proof/evidencecard.h"
#include "ui/proof/naiverepair.h"
#include "ui/proof/proofexport.h"
#include "ui/proof/proofpage.h"
#include "ui/session/proofdesk.h"
#include "ui/session/session.h"
#include "ui/widgets/corewords.h"

#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ui {

/// A loss of naive transfers is told in words; any other is looked for among the invariants.
void ProofPage::openMark()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    if (report && !report->naiveLosses.isEmpty())
        return showNaiveLosses();
    m_evidence->choose(Invariant::TotalConstant);
}

void ProofPage::showNaiveLosses()
{
    const std::optional<ProofReport> &report = m_session.proof().report();
    if (report && !report->naiveLosses.isEmpty())
        m_naive->ask(report->naiveLosses, this);
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
