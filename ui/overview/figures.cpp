// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/figures.h"

#include "ui/widgets/formatting.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Figures)
};

const QString nothing = u"–"_s;

/// Three figures that count: 8.4, 61, 240.
QString shortNumber(double number)
{
    return QLocale().toString(number, 'f', number < 9.95 ? 1 : 0);
}

} // namespace

QString rateText(double perSecond)
{
    return QLocale().toString(perSecond, 'f', perSecond < 99.95 ? 1 : 0);
}

Figure durationFigure(std::optional<double> milliseconds)
{
    if (!milliseconds)
        return {nothing, {}};
    if (*milliseconds < 1000)
        return {shortNumber(*milliseconds), Words::tr("ms")};
    return {shortNumber(*milliseconds / 1000), Words::tr("s")};
}

QString durationText(double milliseconds)
{
    const Figure figure = durationFigure(milliseconds);
    return figure.value + u' ' + figure.unit;
}

QString axisRateText(double perSecond)
{
    return QLocale().toString(perSecond, 'g', 6);
}

QString axisDurationText(double milliseconds)
{
    const bool isShort = milliseconds < 1000;
    return axisRateText(isShort ? milliseconds : milliseconds / 1000) + u' '
        + (isShort ? Words::tr("ms") : Words::tr("s"));
}

Figure ageFigure(std::optional<core::Millis> age)
{
    if (!age)
        return {nothing, {}};
    const qlonglong seconds = std::chrono::duration_cast<std::chrono::seconds>(*age).count();
    if (seconds < 60)
        return {QLocale().toString(seconds), Words::tr("s")};
    if (seconds < 3600)
        return {u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0')), Words::tr("min")};
    const QString text = widgets::formatAge(*age); // "5 h"
    return {text.section(u' ', 0, 0), text.section(u' ', 1)};
}

QString countText(std::optional<std::int64_t> count)
{
    return count ? widgets::formatCount(*count) : nothing;
}

} // namespace ui
