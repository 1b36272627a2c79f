// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeplot.h"

#include "ui/theme/theme.h"
#include "ui/widgets/plotgestures.h"
#include "ui/widgets/timeplotcanvas.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {

class TimePlot::Private
{
public:
    Private(const theme::Theme &theme, Scale scale, TimePlot *plot)
        : canvas(new TimePlotCanvas(theme, scale, plot))
        , gestures(new PlotGestures(*canvas))
    { }

    TimePlotCanvas *canvas;
    PlotGestures *gestures;
};

TimePlot::TimePlot(const theme::Theme &theme, Scale scale, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(theme, scale, this))
{
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(d->canvas);
    connect(&theme, &theme::Theme::changed, this, [this] { d->canvas->refreshStyle(); });
    connect(d->gestures, &PlotGestures::currentChanged, this, [this](std::optional<int> index) {
        describe();
        emit currentSampleChanged(index);
    });
}

TimePlot::~TimePlot() = default;

void TimePlot::setValueText(ToText text)
{
    d->canvas->setValueText(std::move(text));
}

void TimePlot::setAxisText(ToText text)
{
    d->canvas->setAxisText(std::move(text));
}

void TimePlot::setLeastTop(double top)
{
    d->canvas->setLeastTop(top);
}

void TimePlot::setEndLabels(bool on)
{
    d->canvas->setEndLabels(on);
}

void TimePlot::setSeries(const QList<Series> &series)
{
    d->canvas->setSeries(series);
    describe();
}

void TimePlot::setSamples(const QList<Sample> &samples, core::TimePoint from, core::TimePoint to)
{
    d->canvas->setData(samples, from, to);
    d->gestures->refresh();
    describe();
}

void TimePlot::setTimeZone(const QTimeZone &zone)
{
    d->canvas->setTimeZone(zone);
}

const QList<TimePlot::Sample> &TimePlot::samples() const
{
    return d->canvas->samples();
}

const QList<TimePlot::Series> &TimePlot::series() const
{
    return d->canvas->series();
}

QString TimePlot::valueText(double value) const
{
    return d->canvas->valueText(value);
}

std::optional<int> TimePlot::currentSample() const
{
    return d->gestures->current();
}

bool TimePlot::isZoomed() const
{
    return d->canvas->isZoomed();
}

QList<Legend::Entry> TimePlot::legend() const
{
    QList<Legend::Entry> entries;
    for (const Series &one : series())
        entries << Legend::Entry{one.name, one.color};
    return entries;
}

/// What the box shows, for who does not see it: the chosen sample, else the newest.
void TimePlot::describe()
{
    if (samples().isEmpty())
        return setAccessibleDescription(tr("No samples yet"));
    const Sample &sample = currentSample() ? samples().at(*currentSample()) : samples().last();
    QStringList parts{d->canvas->timeText(sample.at)};
    for (qsizetype i = 0; i < series().size(); ++i)
        parts << series().at(i).name + u' ' + valueText(sample.values.at(i));
    setAccessibleDescription(parts.join(u", "_s));
}

void TimePlot::keyPressEvent(QKeyEvent *event)
{
    if (!d->gestures->takeKey(*event))
        QWidget::keyPressEvent(event);
}

void TimePlot::leaveEvent(QEvent *event)
{
    d->gestures->select(std::nullopt);
    QWidget::leaveEvent(event);
}

} // namespace widgets
