// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/totalplot.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/plotgestures.h"
#include "ui/widgets/totalplotcanvas.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace widgets {

class TotalPlot::Private
{
public:
    Private(const theme::Theme &theme, TotalPlot *plot)
        : q(plot)
        , canvas(new TotalPlotCanvas(theme, plot))
        , gestures(new PlotGestures(*canvas))
    { }

    void refresh()
    {
        canvas->setData(samples, expectedTotal());
        q->setAccessibleDescription(summary());
        gestures->refresh();
    }

    core::Money expectedTotal() const
    {
        return expected ? *expected : samples.isEmpty() ? core::Money() : samples.first().total();
    }

    QString summary() const
    {
        if (samples.isEmpty())
            return TotalPlot::tr("No samples yet");
        const TotalSample &last = samples.last();
        return TotalPlot::tr("Total %1, of it in flight %2, expected %3")
                   .arg(formatMoney(last.total()), formatMoney(last.inFlight), formatMoney(expectedTotal()))
            + (mark ? QStringLiteral(" · ") + mark->title : QString());
    }

    TotalPlot *q;
    TotalPlotCanvas *canvas;
    PlotGestures *gestures;
    QList<TotalSample> samples;
    std::optional<core::Money> expected;
    std::optional<TotalMark> mark;
};

TotalPlot::TotalPlot(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(theme, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Total over time"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(d->canvas);
    connect(d->gestures, &PlotGestures::currentChanged, this, &TotalPlot::currentSampleChanged);
    connect(d->canvas, &TotalPlotCanvas::markClicked, this, &TotalPlot::markActivated);
    connect(&theme, &theme::Theme::changed, this, [this] { d->canvas->refreshStyle(); });
}

TotalPlot::~TotalPlot() = default;

void TotalPlot::setSamples(const QList<TotalSample> &samples)
{
    d->samples = samples;
    d->refresh();
}

void TotalPlot::setExpected(std::optional<core::Money> expected)
{
    d->expected = expected;
    d->refresh();
}

void TotalPlot::setMark(const std::optional<TotalMark> &mark)
{
    if (std::exchange(d->mark, mark) == mark)
        return;
    d->canvas->setMark(mark);
    setAccessibleDescription(d->summary());
}

void TotalPlot::setTimeZone(const QTimeZone &zone)
{
    d->canvas->setTimeZone(zone);
}

core::Money TotalPlot::difference() const
{
    return d->samples.isEmpty() ? core::Money() : d->samples.last().total() - d->expectedTotal();
}

std::optional<int> TotalPlot::currentSample() const
{
    return d->gestures->current();
}

QList<Legend::Entry> TotalPlot::legend() const
{
    QList<Legend::Entry> entries{
        {tr("Expected"), [](const theme::Tokens &tokens) { return tokens.succeed.chart; }},
        {tr("Balances, both banks"), &theme::Tokens::accent},
        {tr("In flight"), [](const theme::Tokens &tokens) { return tokens.submitted.chart; }},
    };
    if (difference() < core::Money())
        entries << Legend::Entry{tr("Missing"), [](const theme::Tokens &tokens) { return tokens.failed.chart; }};
    return entries;
}

void TotalPlot::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && d->mark && d->gestures->current() && d->gestures->current() == d->canvas->markedSample())
        return emit markActivated();
    if (!d->gestures->takeKey(*event))
        QWidget::keyPressEvent(event);
}

void TotalPlot::leaveEvent(QEvent *event)
{
    d->gestures->select(std::nullopt);
    QWidget::leaveEvent(event);
}

} // namespace widgets
