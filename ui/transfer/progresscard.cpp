// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/progresscard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/progresssegments.h"
#include "ui/widgets/statechip.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ProgressCard::ProgressCard(const theme::Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_bar(new widgets::ProgressSegments(theme))
{
    setProperty("card", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addLayout(createHead());
    column->addWidget(m_bar);
    column->addLayout(createFoot());
    retranslate();
}

QHBoxLayout *ProgressCard::createHead()
{
    auto *row = new QHBoxLayout;
    m_head = row;
    row->setSpacing(12);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    m_lead = new QLabel;
    m_title = new QLabel;
    m_title->setObjectName(u"progressTitle"_s);
    theme::setTextSize(*m_lead, theme::TextSize::Small);
    theme::setTone(*m_lead, theme::Tone::Muted);
    theme::setTextSize(*m_title, theme::TextSize::Truth);
    titles->addWidget(m_lead);
    titles->addWidget(m_title);
    row->addLayout(titles, 1);
    m_requested = addCounter(*row, u"requested"_s);
    addChevron(*row);
    m_accepted = addCounter(*row, u"accepted"_s);
    addChevron(*row);
    m_observed = addCounter(*row, u"observed"_s);
    m_cancel = new widgets::Button(m_theme, widgets::Button::Kind::Plain, {});
    m_cancel->setObjectName(u"cancelRest"_s);
    m_cancel->setIconName(u"close"_s);
    connect(m_cancel, &QAbstractButton::clicked, this, &ProgressCard::cancelRequested);
    row->addWidget(m_cancel);
    return row;
}

QSize ProgressCard::minimumSizeHint() const
{
    const QSize all = QFrame::minimumSizeHint();
    const bool isInHead = m_head->indexOf(m_cancel) >= 0 && !m_cancel->isHidden();
    return isInHead ? QSize(all.width() - m_cancel->sizeHint().width() - m_head->spacing(), all.height()) : all;
}

/// Beside the counters, or in a row of its own where it is narrow.
void ProgressCard::placeCancel()
{
    const bool wasInHead = m_head->indexOf(m_cancel) >= 0;
    const int own = m_cancel->sizeHint().width() + m_head->spacing();
    const int head = m_head->minimumSize().width() + (wasInHead && !m_cancel->isHidden() ? 0 : own);
    const QMargins margins = layout()->contentsMargins();
    const bool fits = head <= width() - margins.left() - margins.right();
    if (fits == wasInHead)
        return;
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->removeWidget(m_cancel);
    m_head->removeWidget(m_cancel);
    fits ? m_head->addWidget(m_cancel) : column->addWidget(m_cancel, 0, Qt::AlignRight);
}

void ProgressCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeCancel();
}

ProgressCard::Counter ProgressCard::addCounter(QHBoxLayout &row, const QString &name)
{
    const Counter counter{new QLabel, new widgets::ElidedLabel};
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    counter.word->setAlignment(Qt::AlignRight);
    theme::setTextSize(*counter.word, theme::TextSize::Small);
    theme::setTone(*counter.word, theme::Tone::Muted);
    counter.number->setObjectName(name);
    counter.number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    counter.number->setProperty("emphasis", true);
    counter.number->setNeverElided();
    column->addWidget(counter.word);
    column->addWidget(counter.number);
    row.addLayout(column);
    return counter;
}

void ProgressCard::addChevron(QHBoxLayout &row)
{
    auto *chevron = new QLabel;
    const auto draw = [this, chevron] {
        chevron->setPixmap(theme::iconPixmap(u"chevron-right"_s, m_theme.tokens().muted, 14, devicePixelRatioF()));
    };
    connect(&m_theme, &theme::Theme::changed, chevron, draw);
    draw();
    row.addWidget(chevron);
}

QHBoxLayout *ProgressCard::createFoot()
{
    auto *row = new QHBoxLayout;
    m_succeed = addChip(*row, u"succeed"_s);
    m_prepared = addChip(*row, u"prepared"_s);
    m_submitted = addChip(*row, u"submitted"_s);
    m_retrying = addChip(*row, u"retrying"_s);
    m_failed = addChip(*row, u"failed"_s);
    m_unknown = addChip(*row, u"unknown"_s);
    row->addStretch();
    m_money = new QLabel;
    m_money->setObjectName(u"inFlight"_s);
    m_money->setTextFormat(Qt::RichText);
    theme::setTone(*m_money, theme::Tone::Muted);
    row->addWidget(m_money);
    return row;
}

widgets::StateChip *ProgressCard::addChip(QHBoxLayout &row, const QString &name)
{
    auto *chip = new widgets::StateChip(m_theme);
    chip->setObjectName(name + "Chip"_L1);
    row.addWidget(chip);
    return chip;
}

void ProgressCard::setProgress(const TransferProgress &progress, int ratePerSecond)
{
    m_progress = progress;
    m_ratePerSecond = ratePerSecond;
    refresh();
}

void ProgressCard::setTotals(const BankTotals &totals)
{
    m_totals = totals;
    if (!totals.known)
        return m_money->setText(tr("In flight: cannot be told yet"));
    m_money->setText(tr("In flight <b>%1</b> · missing <b>%2</b>")
                         .arg(widgets::formatMoney(totals.inFlight), widgets::formatMoney(totals.missing())));
}

void ProgressCard::refresh()
{
    m_lead->setText(leadText());
    m_title->setText(
        tr("%1 of %2 sent").arg(widgets::formatCount(m_progress.requested), widgets::formatCount(m_progress.ordered)));
    m_requested.number->setText(widgets::formatCount(m_progress.requested));
    m_accepted.number->setText(widgets::formatCount(m_progress.accepted));
    m_observed.number->setText(widgets::formatCount(m_progress.observed));
    m_cancel->setVisible(m_progress.running && m_progress.requested < m_progress.ordered);
    placeCancel();
    refreshChips();
}

QString ProgressCard::leadText() const
{
    const int left = m_progress.ordered - m_progress.requested;
    if (m_progress.cancelled)
        return tr("cancelled: %Ln not sent", nullptr, left);
    if (left > 0)
        return tr("%1 to go, about %2 s")
            .arg(widgets::formatCount(left), widgets::formatCount((left + m_ratePerSecond - 1) / m_ratePerSecond));
    const int open = m_progress.requested - m_progress.observed;
    return open > 0 ? tr("all are on their way, %Ln not finished", nullptr, open) : tr("all are finished");
}

void ProgressCard::refreshChips()
{
    using theme::State;
    m_bar->setSegments({{State::Succeed, m_progress.succeed},
                        {State::Prepared, m_progress.prepared},
                        {State::Submitted, m_progress.submitted},
                        {State::Retrying, m_progress.retrying},
                        {State::Failed, m_progress.failed}},
                       m_progress.ordered);
    const auto show = [](widgets::StateChip &chip, State state, int count) {
        chip.setVisible(count > 0);
        chip.setState(state,
                      tr("%1 %2", "count, word of a state: 27 Succeed")
                          .arg(widgets::formatCount(count), widgets::stateWord(state)));
    };
    show(*m_succeed, State::Succeed, m_progress.succeed);
    show(*m_prepared, State::Prepared, m_progress.prepared);
    show(*m_submitted, State::Submitted, m_progress.submitted);
    show(*m_retrying, State::Retrying, m_progress.retrying);
    show(*m_failed, State::Failed, m_progress.failed);
    m_unknown->setVisible(m_progress.unknown > 0);
    m_unknown->setVerdict(theme::Verdict::Unknown, tr("%Ln without an answer", nullptr, m_progress.unknown));
}

void ProgressCard::retranslate()
{
    m_requested.word->setText(tr("Requested"));
    m_accepted.word->setText(tr("Accepted"));
    m_observed.word->setText(tr("Observed"));
    m_requested.word->setToolTip(tr("Sent to the bank"));
    m_accepted.word->setToolTip(tr("The bank has committed its debit"));
    m_observed.word->setToolTip(tr("Seen finished in the store"));
    m_cancel->setText(tr("Cancel the rest"));
    refresh();
    setTotals(m_totals);
}

} // namespace ui
