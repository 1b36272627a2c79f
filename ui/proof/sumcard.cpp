// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/sumcard.h"

#include "ui/proof/proofwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

theme::Tone toneOf(bool isBad)
{
    return isBad ? theme::Tone::Bad : theme::Tone::Normal;
}

} // namespace

SumCard::SumCard(const theme::Theme &, QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card)
    , m_lines(new QVBoxLayout)
{
    m_lines->setContentsMargins(16, 4, 16, 14);
    m_lines->setSpacing(6);
    m_sender = addLine(u"sumSender"_s);
    m_receiver = addLine(u"sumReceiver"_s);
    m_inFlight = addLine(u"sumInFlight"_s);
    addRule();
    m_total = addLine(u"sumTotal"_s);
    m_expected = addLine(u"sumExpected"_s);
    m_missing = addLine(u"sumMissing"_s);
    addRule();
    m_twoPhase = addLine(u"sumTwoPhase"_s);
    m_naive = addLine(u"sumNaive"_s);
    m_lines->addStretch();
    m_card->body()->addLayout(m_lines);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_card);
}

SumCard::Line SumCard::addLine(const QString &objectName)
{
    const Line line{new QLabel, new widgets::ElidedLabel};
    line.name->setObjectName(objectName + u"Name"_s);
    line.name->setTextFormat(Qt::PlainText);
    theme::setTone(*line.name, theme::Tone::Muted);
    line.value->setObjectName(objectName);
    line.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line.value->setProperty("emphasis", true);
    line.value->setNeverElided();
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(line.name);
    row->addWidget(line.value, 1);
    m_lines->addLayout(row);
    return line;
}

void SumCard::addRule()
{
    auto *rule = new QFrame;
    rule->setProperty("line", true);
    rule->setFixedHeight(1);
    m_lines->addWidget(rule);
}

void SumCard::show(const ProofSum &sum, const QStringList &bankNames)
{
    m_sum = sum;
    m_names = bankNames;
    refresh();
}

void SumCard::refresh()
{
    const auto say = [this](const Line &line, const QString &text) {
        line.value->setText(m_sum.known ? text : u"–"_s);
        line.value->setAccessibleName(line.name->text() + u": "_s + line.value->text());
    };
    const core::Money missing = m_sum.missing();
    const bool isTooMuch = missing < core::Money();
    m_sender.name->setText(m_names.value(0));
    m_receiver.name->setText(m_names.value(1));
    const int messages = int(std::min<qint64>(m_sum.inFlightMessages, 1'000'000'000));
    m_inFlight.name->setText(m_sum.known ? tr("In flight, %n message(s)", nullptr, messages) : tr("In flight"));
    m_missing.name->setText(isTooMuch ? tr("Too much") : tr("Missing"));
    say(m_sender, widgets::formatMoney(m_sum.sender));
    say(m_receiver, widgets::formatMoney(m_sum.receiver));
    say(m_inFlight, widgets::formatMoney(m_sum.inFlight));
    say(m_total, widgets::formatMoney(m_sum.total()));
    say(m_expected, widgets::formatMoney(m_sum.expected));
    say(m_missing, widgets::formatMoney(isTooMuch ? -missing : missing));
    say(m_twoPhase, countAndLost(m_sum.transfers, m_sum.twoPhaseLost()));
    say(m_naive, countAndLost(m_sum.naiveTransfers, m_sum.naiveLost));
    theme::setTone(*m_missing.value, toneOf(m_sum.known && missing != core::Money()));
    theme::setTone(*m_twoPhase.value, toneOf(m_sum.known && m_sum.twoPhaseLost() != core::Money()));
    theme::setTone(*m_naive.value, toneOf(m_sum.known && m_sum.naiveLost != core::Money()));
}

void SumCard::retranslate()
{
    m_card->setTitle(tr("The sum"));
    m_total.name->setText(tr("Total"));
    m_expected.name->setText(tr("Expected"));
    m_expected.name->setToolTip(
        tr("The total when this console began to watch the banks, with what naive transfers had lost before."));
    m_twoPhase.name->setText(tr("Two-phase transfers"));
    m_naive.name->setText(tr("Naive transfers"));
    refresh();
}

} // namespace ui
