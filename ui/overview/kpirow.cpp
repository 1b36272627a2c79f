// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/kpirow.h"

#include "ui/overview/kpitile.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"

#include <QGridLayout>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int gap = 16;
constexpr int smallGap = 8; // where words would be cut
constexpr int wide = 1000;
constexpr qsizetype rateSeconds = 10; // one second alone would jump
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

template<theme::StateColors theme::Tokens::*state> QColor chartColor(const theme::Tokens &tokens)
{
    return (tokens.*state).chart;
}

template<typename Value> QList<double> courseOf(const QList<FlowSample> &samples, Value value)
{
    QList<double> course;
    course.reserve(samples.size());
    for (const FlowSample &sample : samples)
        course << value(sample);
    return course;
}

template<typename Value> double meanOfLast(const QList<FlowSample> &samples, Value value)
{
    const QList<double> last = courseOf(samples.mid(std::max(qsizetype(0), samples.size() - rateSeconds)), value);
    return last.isEmpty() ? 0 : std::accumulate(last.cbegin(), last.cend(), 0.0) / double(last.size());
}

double submittedOf(const FlowSample &sample)
{
    return sample.submitted;
}

double finishedOf(const FlowSample &sample)
{
    return sample.finished();
}

int bounded(std::int64_t count)
{
    return int(std::clamp<std::int64_t>(count, 0, std::numeric_limits<int>::max()));
}

} // namespace

KpiRow::KpiRow(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_submitted(new KpiTile(theme, u"arrow-right"_s, chartColor<&theme::Tokens::submitted>))
    , m_finished(new KpiTile(theme, u"check"_s, chartColor<&theme::Tokens::succeed>))
    , m_time(new KpiTile(theme, u"clock"_s, &theme::Tokens::accent))
    , m_waiting(new KpiTile(theme, u"prepared"_s, chartColor<&theme::Tokens::prepared>))
    , m_retrying(new KpiTile(theme, u"retry"_s, chartColor<&theme::Tokens::retrying>))
    , m_oldest(new KpiTile(theme, u"warning"_s, chartColor<&theme::Tokens::prepared>))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    const std::array<std::pair<KpiTile *, QString>, 6> tiles{{{m_submitted, u"submitted"_s},
                                                              {m_finished, u"finished"_s},
                                                              {m_time, u"timeToSucceed"_s},
                                                              {m_waiting, u"waiting"_s},
                                                              {m_retrying, u"retrying"_s},
                                                              {m_oldest, u"oldest"_s}}};
    for (const auto &[tile, name] : tiles) {
        tile->setObjectName(name);
        tile->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // all of one width
        m_tiles << tile;
    }
    connect(&theme, &theme::Theme::changed, this, &KpiRow::arrange);
    arrange();
}

void KpiRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_grid->setSpacing(width() < wide ? smallGap : gap);
    arrange();
}

/// One row of all, else two of equal length.
void KpiRow::arrange()
{
    int widest = 0;
    for (const KpiTile *tile : std::as_const(m_tiles))
        widest = std::max(widest, tile->titleWidth());
    const int all = int(m_tiles.size());
    const int columns = all * widest + (all - 1) * smallGap <= width() ? all : all / 2;
    if (std::exchange(m_columns, columns) == columns)
        return;
    for (KpiTile *tile : std::as_const(m_tiles))
        m_grid->removeWidget(tile);
    for (int i = 0; i < all; ++i) {
        m_grid->addWidget(m_tiles.at(i), i / columns, i % columns);
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

void KpiRow::setFlow(const QList<FlowSample> &samples, const std::optional<Backlog> &backlog)
{
    showRates(samples);
    showTimes(samples);
    showBacklog(backlog);
    showCourses(samples);
}

void KpiRow::showRates(const QList<FlowSample> &samples)
{
    const auto peak = [&](auto value) {
        const QList<double> course = courseOf(samples, value);
        //: the highest rate of the last five minutes
        return tr("peak %1 /s").arg(rateText(course.isEmpty() ? 0 : *std::max_element(course.cbegin(), course.cend())));
    };
    m_submitted->setFigure({rateText(meanOfLast(samples, submittedOf)), tr("/s")});
    m_submitted->setFoot(peak(submittedOf));
    m_finished->setFigure({rateText(meanOfLast(samples, finishedOf)), tr("/s")});
    m_finished->setFoot(peak(finishedOf));
}

/// Of the latest second in which something succeeded.
void KpiRow::showTimes(const QList<FlowSample> &samples)
{
    const auto known = std::find_if(samples.crbegin(), samples.crend(),
                                    [](const FlowSample &sample) { return sample.p50.has_value(); });
    if (known == samples.crend()) {
        m_time->setFigure({u"–"_s, {}});
        return m_time->setFoot(tr("nothing succeeded lately"));
    }
    Figure figure = durationFigure(known->p50);
    figure.unit += u" p50"_s;
    m_time->setFigure(figure);
    m_time->setFoot(u"p99 "_s + durationText(*known->p99));
}

void KpiRow::showBacklog(const std::optional<Backlog> &backlog)
{
    const auto of = [&](auto member) { return backlog ? std::optional((*backlog).*member) : std::nullopt; };
    m_waiting->setFigure({countText(backlog ? std::optional(backlog->waiting()) : std::nullopt), {}});
    m_retrying->setFigure({countText(of(&Backlog::retrying)), {}});
    m_oldest->setFigure(ageFigure(backlog ? backlog->oldestUnfinished : std::nullopt));
    m_oldest->setAlarm(backlog && backlog->stalled > 0);
    if (!backlog) {
        for (KpiTile *tile : {m_waiting, m_retrying, m_oldest})
            tile->setFoot(tr("not known"));
        return;
    }
    m_waiting->setFoot(tr("%1 prepared · %2 submitted")
                           .arg(widgets::formatCount(backlog->prepared), widgets::formatCount(backlog->submitted)));
    m_retrying->setFoot(backlog->retrying == 0 ? tr("every call went well") : tr("retried by themselves"));
    m_oldest->setFoot(backlog->stalled > 0         ? tr("%Ln stalled", nullptr, bounded(backlog->stalled))
                          : backlog->waiting() > 0 ? tr("none stalled")
                                                   : tr("all is finished"));
}

void KpiRow::showCourses(const QList<FlowSample> &samples)
{
    const auto ofBacklog = [&](auto value) {
        return courseOf(samples,
                        [&](const FlowSample &sample) { return sample.backlog ? value(*sample.backlog) : unknown; });
    };
    m_submitted->setCourse(courseOf(samples, submittedOf));
    m_finished->setCourse(courseOf(samples, finishedOf));
    m_time->setCourse(courseOf(samples, [](const FlowSample &sample) { return sample.p50.value_or(unknown); }));
    m_waiting->setCourse(ofBacklog([](const Backlog &backlog) { return double(backlog.waiting()); }));
    m_retrying->setCourse(ofBacklog([](const Backlog &backlog) { return double(backlog.retrying); }));
    m_oldest->setCourse(ofBacklog(
        [](const Backlog &backlog) { return double(backlog.oldestUnfinished.value_or(core::Millis(0)).count()); }));
}

void KpiRow::retranslate()
{
    m_submitted->setTitle(tr("Submitted"));
    m_finished->setTitle(tr("Finished"));
    m_time->setTitle(tr("Time to succeed"));
    m_waiting->setTitle(tr("Waiting"));
    m_retrying->setTitle(tr("Retrying"));
    m_oldest->setTitle(tr("Oldest unfinished"));
    arrange();
}

} // namespace ui
