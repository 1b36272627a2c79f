// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/naiverepair.h"

#include "ui/proof/proofwords.h"
#include "ui/session/session.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/dialogparts.h"
#include "ui/widgets/formatting.h"

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int lossesNamedMax = 8;

} // namespace

NaiveRepair::NaiveRepair(Session &session, const theme::Theme &theme, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_theme(theme)
{ }

void NaiveRepair::ask(const QList<NaiveLoss> &losses, QWidget *window)
{
    const QString name = nameToType(m_session.transferConnection());
    const widgets::Question question{
        tr("Put right what naive transfers lost?"),
        tr("Bank A committed its debit, and whoever was to call bank B died or heard no answer. No coordinator keeps "
           "in mind what is due, so nobody will ever make up for it: a person has to. Lost money is credited at bank "
           "B now, and what was credited twice is taken back, in one transaction on record."),
        tr("Put Things Right"), name};
    widgets::ConfirmDialog dialog(m_theme, question, window);
    dialog.setObjectName(u"naiveDialog"_s);
    QStringList lines;
    for (const NaiveLoss &loss : losses.mid(0, lossesNamedMax))
        lines << widgets::formatTimeOfDay(loss.at) + u" · "_s + lostText(loss.lost) + u" · "_s + naiveText(loss);
    if (losses.size() > lossesNamedMax)
        lines << tr("and %n more", nullptr, int(losses.size()) - lossesNamedMax);
    dialog.setContent(widgets::paragraph(lines.join(u'\n')));
    if (m_session.naiveBar() != NaiveBar::None)
        dialog.setObstacle(tr("Only at the demo banks of this computer, and not while the console is read-only."));
    if (dialog.exec() == QDialog::Accepted)
        repair(name);
}

void NaiveRepair::repair(const QString &typedName)
{
    const auto tell = [this](const core::Result<NaiveRepaired> &outcome) {
        if (!outcome.ok())
            return emit told(tr("Nothing was put right: %1").arg(widgets::coreWords(outcome.error().detail)), true);
        emit told(tr("%n naive transfer(s) put right: %1 credited, %2 taken back", nullptr, outcome->transfers)
                      .arg(widgets::formatMoney(outcome->credited), widgets::formatMoney(outcome->takenBack)),
                  false);
        emit repaired();
    };
    m_session.repairNaive(this, tell, consentBy(typedName));
}

} // namespace ui
