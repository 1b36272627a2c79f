// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/totalsline.h"

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/statechip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

TotalsLine::TotalsLine(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_chip(new widgets::StateChip(theme))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 12, 20, 12);
    row->setSpacing(24);
    m_a = addFigure(row, u"totalA"_s);
    m_ofPairs << addSign(row, u"+"_s);
    m_b = addFigure(row, u"totalB"_s);
    m_ofPairs << m_b.box << addSign(row, u"+"_s);
    m_inFlight = addFigure(row, u"totalInFlight"_s);
    m_ofPairs << m_inFlight.box << addSign(row, u"="_s);
    m_total = addFigure(row, u"total"_s);
    m_ofPairs << m_total.box << m_chip;
    row->addStretch();
    row->addWidget(m_chip);
    m_chip->setObjectName(u"missingChip"_s);
    connect(&theme, &theme::Theme::changed, this, &TotalsLine::colorInFlight);
    colorInFlight();
}

TotalsLine::Figure TotalsLine::addFigure(QHBoxLayout *row, const QString &objectName)
{
    Figure figure{new QWidget, new QLabel, new widgets::ElidedLabel};
    figure.name->setTextFormat(Qt::PlainText);
    theme::setTextSize(*figure.name, theme::TextSize::Small);
    theme::setTone(*figure.name, theme::Tone::Muted);
    figure.value->setObjectName(objectName);
    figure.value->setNeverElided();
    theme::setTextSize(*figure.value, theme::TextSize::Truth);
    auto *column = new QVBoxLayout(figure.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(figure.name);
    column->addWidget(figure.value);
    row->addWidget(figure.box);
    return figure;
}

QLabel *TotalsLine::addSign(QHBoxLayout *row, const QString &sign)
{
    auto *label = new QLabel(sign);
    theme::setTextSize(*label, theme::TextSize::DialogTitle);
    theme::setTone(*label, theme::Tone::Muted);
    row->addWidget(label, 0, Qt::AlignBottom);
    return label;
}

/// In flight is what is submitted: it has that state's colour.
void TotalsLine::colorInFlight()
{
    QPalette palette = m_inFlight.value->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().submitted.text);
    m_inFlight.value->setPalette(palette);
}

void TotalsLine::show(const BankTotals &totals, const QString &nameA, const QString &nameB)
{
    const auto text = [&](core::Money money) { return totals.known ? widgets::formatMoney(money) : u"–"_s; };
    for (QWidget *part : std::as_const(m_ofPairs))
        part->setVisible(totals.isPair);
    m_a.name->setText(nameA);
    m_a.value->setText(text(totals.a));
    m_b.name->setText(nameB);
    m_b.value->setText(text(totals.b));
    m_inFlight.name->setText(totals.known ? tr("In flight, %n message(s)", nullptr, totals.inFlightMessages)
                                          : tr("In flight"));
    m_inFlight.value->setText(text(totals.inFlight));
    m_total.name->setText(tr("Total"));
    m_total.value->setText(text(totals.total()));
    showChip(totals);
}

void TotalsLine::showChip(const BankTotals &totals)
{
    const core::Money missing = totals.missing();
    if (!totals.known)
        return m_chip->setNeutral(u"hourglass"_s, tr("Not known yet"));
    if (missing == core::Money())
        return m_chip->setState(theme::State::Succeed, tr("Nothing missing"));
    if (missing > core::Money())
        return m_chip->setState(theme::State::Failed, tr("Missing %1").arg(widgets::formatMoney(missing)));
    m_chip->setState(theme::State::Failed, tr("Too much: %1").arg(widgets::formatMoney(-missing)));
}

} // namespace ui
