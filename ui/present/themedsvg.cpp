// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/present/themedsvg.h"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Variable
{
    const char *name;
    QColor (*of)(const theme::Tokens &);
};

#define PLAIN(name)                                                                                                    \
    Variable                                                                                                           \
    {                                                                                                                  \
#name, [](const theme::Tokens &tokens) { return tokens.name; }                                                 \
    }
#define STATE(name)                                                                                                    \
    Variable{#name "-fill", [](const theme::Tokens &tokens) { return tokens.name.fill; }},                             \
        Variable{#name "-edge", [](const theme::Tokens &tokens) { return tokens.name.edge; }},                         \
        Variable{#name "-text", [](const theme::Tokens &tokens) { return tokens.name.text; }}, Variable                \
    {                                                                                                                  \
#name "-chart", [](const theme::Tokens &tokens) { return tokens.name.chart; }                                  \
    }

/// The first of two that are alike wins: what is drawn most stands first.
constexpr std::array variables{PLAIN(text),        PLAIN(muted),    PLAIN(panel),  PLAIN(border),   PLAIN(edge),
                               PLAIN(window),      PLAIN(raised),   PLAIN(sunken), PLAIN(accent),   PLAIN(accentFill),
                               PLAIN(accentTint),  PLAIN(onAccent), PLAIN(select), PLAIN(neutral),  PLAIN(neutralEdge),
                               PLAIN(neutralText), PLAIN(bankA),    PLAIN(bankB),  PLAIN(grid),     PLAIN(hover),
                               STATE(submitted),   STATE(succeed),  STATE(failed), STATE(prepared), STATE(retrying),
                               STATE(stalled)};
#undef PLAIN
#undef STATE

} // namespace

QByteArray drawnSvg(const QSizeF &size, const std::function<void(QPainter &)> &draw)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setSize(size.toSize());
    generator.setResolution(96);
    QPainter painter(&generator);
    draw(painter);
    painter.end();
    return bytes;
}

QString inlineSvg(const QByteArray &document, const QString &name, const theme::Tokens &tokens)
{
    static const QRegularExpression head(u"<svg[^>]*viewBox=\"([^\"]*)\"[^>]*>"_s);
    static const QRegularExpression headline(u"<(title|desc)>[^<]*</\\1>"_s);
    static const QRegularExpression family(u"font-family=\"([^\"]*)\""_s);
    QString text = QString::fromUtf8(document);
    const QRegularExpressionMatch match = head.match(text);
    if (!match.hasMatch())
        return {};
    const QString opening =
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%1\" role=\"img\" aria-label=\"%2\">"_s;
    text = opening.arg(match.captured(1), name.toHtmlEscaped()) + text.mid(match.capturedEnd());
    text.remove(headline);
    text.replace(family, u"font-family=\"\\1, system-ui, sans-serif\""_s);
    for (const Variable &variable : variables)
        text.replace(u'"' + variable.of(tokens).name() + u'"', u"\"var(--%1)\""_s.arg(QLatin1String(variable.name)),
                     Qt::CaseInsensitive);
    text.replace(u"\"#000000\""_s, u"\"var(--text)\""_s); // what a painter begins with
    return text.trimmed();
}

QString colorVariables(const theme::Tokens &tokens)
{
    QString all;
    for (const Variable &variable : variables)
        all += u"--%1:%2;"_s.arg(QLatin1String(variable.name), variable.of(tokens).name());
    return all;
}

} // namespace ui
