// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/storyhtml.h"

#include "ui/diagram/sequenceexport.h"
#include "ui/present/moneyflow.h"
#include "ui/present/themedsvg.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr QSizeF pictureSize{1180, 310};

const QString styles = uR"(
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;background:var(--window);color:var(--text);font:18px/1.5 system-ui,sans-serif}
main{max-width:1240px;margin:0 auto;padding:32px 24px}
h1{font-size:36px;line-height:1.2;margin:0 0 8px}
h2{font-size:26px;line-height:1.3;margin:0 0 6px}
p{margin:0}
.muted{color:var(--muted)}
section{background:var(--panel);border:1px solid var(--border);border-radius:12px;padding:24px;margin:24px 0}
.picture{overflow-x:auto;margin:20px 0}
.picture:focus-visible{outline:2px solid var(--accent);outline-offset:4px}
svg{display:block;width:100%;min-width:720px;height:auto}
ol.steps{display:flex;flex-wrap:wrap;gap:8px 20px;list-style:none;margin:0 0 16px;padding:0;color:var(--muted)}
ol.steps .done{color:var(--succeed-text)}
ol.steps .now{color:var(--accent);font-weight:600}
.sum,.sum>span{display:flex;flex-wrap:wrap;gap:8px 18px;align-items:flex-end}
.sum i{font-style:normal;font-size:26px;color:var(--muted)}
.sum b{font-size:26px;font-variant-numeric:tabular-nums}
.sum small{display:block;color:var(--muted);font-size:16px}
.sum .flight,.sum .flight small{color:var(--submitted-text)}
.good{color:var(--succeed-text);font-weight:600;margin-top:12px}
.bad{color:var(--failed-text);font-weight:600;margin-top:12px}
table{border-collapse:collapse;width:100%;font-size:15px}
th,td{text-align:left;padding:6px 12px;border-bottom:1px solid var(--grid);vertical-align:top}
th{color:var(--muted);font-weight:600}
td.time{font-variant-numeric:tabular-nums;white-space:nowrap;text-align:right}
footer{color:var(--muted);font-size:14px;margin-top:32px}
tr{break-inside:avoid}
@media print{
body{background:none;font-size:13px}
main{max-width:none;padding:0}
h1{font-size:24px}
h2{font-size:17px}
section{break-inside:avoid;padding:14px;margin:12px 0}
section.events{break-inside:auto}
.picture{overflow:visible;margin:10px 0}
svg{min-width:0}
.sum b,.sum i{font-size:17px}
.sum small{font-size:12px}
table{font-size:12px}
}
)"_s;

struct HtmlWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::StoryHtml)
};

QString element(const QString &tag, const QString &text, const QString &style = {})
{
    const QString opening = style.isEmpty() ? tag : u"%1 class=\"%2\""_s.arg(tag, style);
    return u"<%1>%2</%3>"_s.arg(opening, text.toHtmlEscaped(), tag);
}

QString head(const theme::Theme &, const QString &title)
{
    const bool isChinese = QLocale().language() == QLocale::Chinese;
    return u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n%2\n<style>\n:root{%3}\n"
           "@media screen and (prefers-color-scheme: dark){:root{%4}}%5</style>\n</head>\n"_s.arg(
               isChinese ? u"zh-CN"_s : u"en"_s, element(u"title"_s, title), colorVariables(theme::lightTokens()),
               colorVariables(theme::darkTokens()), styles);
}

/// A mark before each word: what is done is not told by its colour alone.
QString stepsList(const StorySlide &slide)
{
    QString items;
    for (int step = 0; step < slide.steps.size(); ++step) {
        const bool isDone = step < slide.stepsDone;
        const bool isNow = step == slide.stepsDone;
        const QString mark = isDone ? u"✓"_s : QString::number(step + 1);
        items += element(u"li"_s, mark + u' ' + slide.steps.at(step),
                         isDone      ? u"done"_s
                             : isNow ? u"now"_s
                                     : QString());
    }
    return u"<ol class=\"steps\">%1</ol>"_s.arg(items);
}

QString sumLine(const StorySlide &slide)
{
    if (slide.terms.isEmpty())
        return {};
    // a sign stays with the term behind it where the line is broken
    const auto term = [](const SumTerm &one, const QString &sign) {
        return u"<span>%1<span%2><small>%3</small><b>%4</b></span></span>"_s.arg(
            sign.isEmpty() ? QString() : u"<i>%1</i>"_s.arg(sign), one.isInFlight ? u" class=\"flight\""_s : QString(),
            one.label.toHtmlEscaped(), one.amount.toHtmlEscaped());
    };
    QString parts;
    for (const SumTerm &one : slide.terms)
        parts += term(one, parts.isEmpty() ? QString() : u"+"_s);
    const QString verdict = slide.tone == theme::Tone::Good ? u"✓ "_s + slide.verdict : u"! "_s + slide.verdict;
    return u"<div class=\"sum\">%1%2</div>%3"_s.arg(
        parts, term(slide.total, u"="_s),
        element(u"p"_s, verdict, slide.tone == theme::Tone::Good ? u"good"_s : u"bad"_s));
}

/// Scrolled sideways where the screen is narrow, by the keyboard too.
QString pictureFrame(const QString &svg)
{
    return u"<div class=\"picture\" role=\"group\" aria-label=\"%1\" tabindex=\"0\">%2</div>\n"_s.arg(
        HtmlWords::tr("Picture").toHtmlEscaped(), svg);
}

QString section(const theme::Theme &theme, const StorySlide &slide)
{
    const QByteArray picture = drawnSvg(pictureSize, [&](QPainter &painter) {
        paintMoneyFlow(painter, QRectF(QPointF(), pictureSize), theme, slide.flow);
    });
    return u"<section>\n"_s + element(u"h2"_s, slide.headline) + element(u"p"_s, slide.explanation, u"muted"_s)
        + pictureFrame(inlineSvg(picture, slide.flow.description(), theme.tokens())) + stepsList(slide) + sumLine(slide)
        + u"\n</section>\n"_s;
}

QString eventsTable(const Moments &moments)
{
    QString rows;
    for (const Moment &moment : moments.all) {
        rows += u"<tr>%1%2</tr>\n"_s.arg(element(u"td"_s, diagram::SequenceWords::time(moment.at), u"time"_s),
                                         element(u"td"_s, moment.text));
    }
    return u"<table><thead><tr>%1%2</tr></thead><tbody>\n%3</tbody></table>"_s.arg(
        element(u"th"_s, HtmlWords::tr("Second")), element(u"th"_s, HtmlWords::tr("Event")), rows);
}

QString details(const theme::Theme &theme, const Moments &moments)
{
    const QByteArray diagram = diagram::sequenceSvg(theme, moments.sequence);
    return u"<section class=\"events\">\n"_s + element(u"h2"_s, HtmlWords::tr("Event by event"))
        + pictureFrame(inlineSvg(diagram, HtmlWords::tr("Diagram of all events; the table below has the same."),
                                 theme.tokens()))
        + eventsTable(moments) + u"\n</section>\n"_s;
}

} // namespace

QByteArray storyHtml(const theme::Theme &theme, const QList<StorySlide> &slides, const Moments &moments)
{
    const QString title = slides.isEmpty() ? moments.title : slides.constFirst().title;
    QString page = head(theme, title) + u"<body>\n<main>\n"_s + element(u"h1"_s, title);
    for (const StorySlide &slide : slides)
        page += section(theme, slide);
    page += details(theme, moments)
        + element(u"footer"_s, HtmlWords::tr("Told by Checkback %1").arg(QLatin1String(CHECKBACK_VERSION)))
        + u"</main>\n</body>\n</html>\n"_s;
    return page.toUtf8();
}

} // namespace ui
