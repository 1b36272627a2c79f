// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/totalplot.h"

#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/totalplotcanvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace widgets {

class TotalPlot::Private
{
public:
    Private(const theme::Theme &theme, TotalPlot *plot) : q(plot), canvas(new TotalPlotCanvas(theme, plot)) { }

    void refresh()
    {
        canvas->setData(samples, expectedTotal());
        q->setAccessibleDescription(summary());
        select(current && *current < samples.size() ? current : std::nullopt);
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
            .arg(formatMoney(last.total()), formatMoney(last.inFlight), formatMoney(expectedTotal()));
    }

    void select(std::optional<int> index)
    {
        canvas->setCurrent(index);
        if (index == current)
            return;
        current = index;
        emit q->currentSampleChanged(current);
    }

    void step(int by)
    {
        if (samples.isEmpty())
            return;
        const int last = int(samples.size()) - 1;
        select(current ? qBound(0, *current + by, last) : last);
    }

    void press(const QMouseEvent &event)
    {
        if (event.button() == Qt::LeftButton)
            dragStart = event.position().x();
    }

    void move(const QMouseEvent &event)
    {
        const double x = event.position().x();
        if (dragStart)
            canvas->setDragged(std::pair(*dragStart, x));
        select(canvas->sampleAt(x));
    }

    void release(const QMouseEvent &event)
    {
        if (!dragStart)
            return;
        canvas->setDragged(std::nullopt);
        canvas->zoomTo(*dragStart, event.position().x());
        dragStart.reset();
    }

    TotalPlot *q;
    TotalPlotCanvas *canvas;
    QList<TotalSample> samples;
    std::optional<core::Money> expected;
    std::optional<int> current;
    std::optional<double> dragStart;
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
    d->canvas->installEventFilter(this);
    d->canvas->setFocusProxy(this);
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
    return d->current;
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
    if (event->key() == Qt::Key_Left)
        return d->step(-1);
    if (event->key() == Qt::Key_Right)
        return d->step(1);
    if (event->key() == Qt::Key_Escape && d->current) {
        d->select(std::nullopt);
        return d->canvas->resetRange();
    }
    QWidget::keyPressEvent(event);
}

void TotalPlot::leaveEvent(QEvent *event)
{
    d->select(std::nullopt);
    QWidget::leaveEvent(event);
}

bool TotalPlot::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress)
        d->press(*static_cast<QMouseEvent *>(event));
    else if (event->type() == QEvent::MouseMove)
        d->move(*static_cast<QMouseEvent *>(event));
    else if (event->type() == QEvent::MouseButtonRelease)
        d->release(*static_cast<QMouseEvent *>(event));
    else if (event->type() == QEvent::MouseButtonDblClick)
        d->canvas->resetRange();
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
