// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/comparisoncard.h"

#include "ui/theme/theme.h"
#include "ui/transfer/presetwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QString lostWords(core::Money lost)
{
    return lost < core::Money() ? ComparisonCard::tr("%1 too much").arg(widgets::formatMoney(-lost))
                                : ComparisonCard::tr("%1 lost").arg(widgets::formatMoney(lost));
}

} // namespace

bool isSameButForMode(const TransferOrder &a, const TransferOrder &b)
{
    return a.fromUser == b.fromUser && a.toUser == b.toUser && a.amount == b.amount && a.count == b.count
        && a.preset == b.preset;
}

ComparisonCard::ComparisonCard(const theme::Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel)
    , m_other(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    setProperty("card", true);
    setObjectName(u"comparison"_s);
    m_sentence->setObjectName(u"comparisonSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_other->setObjectName(u"otherWay"_s);
    m_other->setIconName(u"swap"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    m_left = addSide(*row, u"twoPhaseRun"_s);
    m_right = addSide(*row, u"naiveRun"_s);
    row->addWidget(m_other, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_sentence);
    connect(m_other, &QAbstractButton::clicked, this, [this] {
        TransferOrder order = m_naive->order;
        const bool wasNaiveLast = !m_twoPhase || !isSameButForMode(m_twoPhase->order, order);
        if (!wasNaiveLast)
            order = m_twoPhase->order;
        order.mode = wasNaiveLast ? TransferMode::TwoPhase : TransferMode::Naive;
        emit otherWayWanted(order);
    });
    retranslate();
}

ComparisonCard::Side ComparisonCard::addSide(QHBoxLayout &row, const QString &name)
{
    const Side side{new QLabel, new widgets::ElidedLabel, new widgets::ElidedLabel};
    theme::setTextSize(*side.title, theme::TextSize::CardTitle);
    theme::setTone(*side.figures, theme::Tone::Muted);
    theme::setTextSize(*side.figures, theme::TextSize::Small);
    theme::setTextSize(*side.lost, theme::TextSize::DialogTitle);
    side.figures->setObjectName(name + "Figures"_L1);
    side.lost->setObjectName(name + "Lost"_L1);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(side.title);
    column->addWidget(side.lost);
    column->addWidget(side.figures);
    row.addLayout(column, 1);
    return side;
}

void ComparisonCard::show(const std::optional<RunSummary> &twoPhase, const std::optional<RunSummary> &naive)
{
    m_twoPhase = twoPhase;
    m_naive = naive;
    setVisible(naive.has_value());
    refresh();
}

void ComparisonCard::showSide(const Side &side, const std::optional<RunSummary> &run) const
{
    if (!run) {
        side.lost->setText(u"–"_s);
        theme::setTone(*side.lost, theme::Tone::Normal);
        return side.figures->setText(tr("not sent yet"));
    }
    side.lost->setText(lostWords(run->lost));
    theme::setTone(*side.lost, run->lost == core::Money() ? theme::Tone::Good : theme::Tone::Bad);
    QString figures = tr("%1 sent", "transfers").arg(widgets::formatCount(run->sent));
    if (run->unfinished > 0)
        figures += u" · "_s + tr("%n on their way", nullptr, run->unfinished);
    side.figures->setText(figures + u" · "_s + presetText(run->order.preset));
}

QString ComparisonCard::sentence() const
{
    if (!m_twoPhase || !m_naive || !isSameButForMode(m_twoPhase->order, m_naive->order))
        return tr("Send the same the other way to compare.");
    if (!m_twoPhase->isOver)
        return tr("The money of the two-phase messages that are on their way is in flight: the coordinator has their "
                  "promise on record and sees to them.");
    if (m_naive->lost == core::Money())
        return tr("Nothing was lost either way: choose a fault and send both again.");
    const QString cost = lostWords(m_naive->lost);
    return m_twoPhase->lost == core::Money()
        ? tr("Into the same failure: naively %1, by two-phase messages nothing.").arg(cost)
        : tr("Into the same failure: naively %1, by two-phase messages %2.").arg(cost, lostWords(m_twoPhase->lost));
}

void ComparisonCard::refresh()
{
    showSide(m_left, m_twoPhase);
    showSide(m_right, m_naive);
    m_sentence->setText(sentence());
}

void ComparisonCard::retranslate()
{
    m_left.title->setText(tr("Two-phase messages"));
    m_right.title->setText(tr("Naive transfers"));
    m_other->setText(tr("Send the Other Way"));
    m_other->setToolTip(tr("The same transfers into the same failure, sent the other way"));
    refresh();
}

} // namespace ui
