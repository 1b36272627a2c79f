// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/flowcharts.h"

#include "ui/overview/chartcard.h"
#include "ui/overview/figures.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/formatting.h"

#include <QHBoxLayout>

#include <limits>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Look = widgets::TimePlot::Look;
using Scale = widgets::TimePlot::Scale;
using Samples = QList<widgets::TimePlot::Sample>;

constexpr int gap = 16;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

// How wide the charts are beside one another.
constexpr int outcomesShare = 44;
constexpr int timesShare = 28;
constexpr int backlogShare = 28;

template<theme::StateColors theme::Tokens::*state> QColor chartColor(const theme::Tokens &tokens)
{
    return (tokens.*state).chart;
}

template<typename Values> Samples converted(const QList<FlowSample> &samples, Values values)
{
    Samples result;
    result.reserve(samples.size());
    for (const FlowSample &sample : samples)
        result.append({sample.at, values(sample), sample.afterGap});
    return result;
}

QList<double> outcomeValues(const FlowSample &sample)
{
    return {sample.succeedAtOnce, sample.succeedLater, sample.failed};
}

QList<double> timeValues(const FlowSample &sample)
{
    return {sample.p50.value_or(unknown), sample.p95.value_or(unknown), sample.p99.value_or(unknown)};
}

/// Retrying ones are among those that wait: the areas are apart, so that their sum is what waits.
QList<double> backlogValues(const FlowSample &sample)
{
    if (!sample.backlog)
        return {unknown, unknown};
    const double retrying = double(sample.backlog->retrying);
    return {retrying, double(sample.backlog->waiting()) - retrying};
}

} // namespace

FlowCharts::FlowCharts(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_outcomes(new ChartCard(theme, Scale::Linear, ChartCard::Naming::Legend))
    , m_times(new ChartCard(theme, Scale::Logarithmic, ChartCard::Naming::EndLabels))
    , m_backlog(new ChartCard(theme, Scale::Linear, ChartCard::Naming::Legend))
{
    m_outcomes->setObjectName(u"outcomes"_s);
    m_times->setObjectName(u"times"_s);
    m_backlog->setObjectName(u"backlog"_s);
    m_outcomes->plot().setValueText(rateText);
    m_outcomes->plot().setAxisText(axisRateText);
    m_times->plot().setValueText(durationText);
    m_times->plot().setAxisText(axisDurationText);
    m_times->plot().setLeastTop(1000);
    m_backlog->plot().setValueText([](double count) { return widgets::formatCount(qRound64(count)); });
    m_backlog->plot().setLeastTop(4);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    row->addWidget(m_outcomes, outcomesShare);
    row->addWidget(m_times, timesShare);
    row->addWidget(m_backlog, backlogShare);
}

void FlowCharts::setSamples(const QList<FlowSample> &samples, core::TimePoint from, core::TimePoint to)
{
    m_outcomes->setSamples(converted(samples, outcomeValues), from, to);
    m_times->setSamples(converted(samples, timeValues), from, to);
    m_backlog->setSamples(converted(samples, backlogValues), from, to);
}

void FlowCharts::retranslate()
{
    using Tokens = theme::Tokens;
    m_outcomes->setTexts(tr("Finished by outcome"), tr("per second"),
                         {{tr("Succeed at once"), chartColor<&Tokens::succeed>, Look::Stacked},
                          {tr("After retry"), chartColor<&Tokens::retrying>, Look::Stacked},
                          {tr("Failed"), chartColor<&Tokens::failed>, Look::Stacked}});
    //: percentile
    m_times->setTexts(tr("Time to succeed"), tr("prepare → last branch"),
                      {{u"p50"_s, &Tokens::accent, Look::Solid},
                       {u"p95"_s, &Tokens::accent, Look::Dashed},
                       {u"p99"_s, &Tokens::accent, Look::Dotted}});
    m_backlog->setTexts(tr("Backlog"), {},
                        {{tr("Retrying"), chartColor<&Tokens::retrying>, Look::Stacked},
                         {tr("Waiting"), chartColor<&Tokens::prepared>, Look::Stacked}});
}

} // namespace ui
