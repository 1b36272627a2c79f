// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/route.h"

#include "ui/diagram/urlname.h"
#include "ui/widgets/jsontext.h"
#include "ui/widgets/visibletext.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using widgets::JsonPiece;

QString unquoted(QStringView text)
{
    const bool quoted = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
    return (quoted ? text.sliced(1, text.size() - 2) : text).toString();
}

bool isValue(JsonPiece::Kind kind)
{
    return kind == JsonPiece::Kind::String || kind == JsonPiece::Kind::Number;
}

int depthChange(QStringView punctuation)
{
    return int(punctuation.count(u'{') + punctuation.count(u'[') - punctuation.count(u'}') - punctuation.count(u']'));
}

/// The strings and numbers of the outermost object, by key. A repeated key keeps its last value, as most readers have
/// it.
QHash<QString, QString> topLevelValues(const QString &json)
{
    QHash<QString, QString> values;
    QString key;
    int depth = 0;
    for (const JsonPiece &piece : widgets::jsonPieces(json)) {
        const QStringView text = QStringView(json).sliced(piece.start, piece.length);
        if (piece.kind == JsonPiece::Kind::Punctuation)
            depth += depthChange(text);
        else if (piece.kind == JsonPiece::Kind::Key && depth == 1)
            key = unquoted(text);
        else if (isValue(piece.kind) && depth == 1 && !key.isEmpty())
            values.insert(std::exchange(key, {}), unquoted(text));
    }
    return values;
}

Route readBy(const PayloadFields &fields, const QHash<QString, QString> &values)
{
    const auto shown = [&values](const QString &key) { return widgets::visibleText(values.value(key)); };
    const bool isUsualTo = fields.to == PayloadFields().to;
    Route route{.from = shown(fields.from),
                .to = shown(isUsualTo && !values.contains(fields.to) ? u"user_id"_s : fields.to),
                .name = {},
                .amountText = shown(fields.amount),
                .amount = {}};
    if (const auto amount = core::Money::fromText(route.amountText.toUtf8()); amount.ok())
        route.amount = amount.value();
    return route;
}

/// How much of a transfer is known; without an amount nothing.
int knownOf(const Route &route)
{
    return route.amount ? 1 + int(!route.from.isEmpty()) + int(!route.to.isEmpty()) : 0;
}

} // namespace

QString Route::ends() const
{
    if (to.isEmpty())
        return from.isEmpty() ? QString() : QString(from + u" →"_s);
    return from.isEmpty() ? QString(u"→ "_s + to) : QString(from + u" → "_s + to);
}

QString Route::text() const
{
    const QString known = ends();
    return known.isEmpty() ? name : QString(known + u" · "_s + name);
}

Route routeOf(const QByteArray &url, const QByteArray &payload, const QList<PayloadFields> &pairs)
{
    const auto values = topLevelValues(QString::fromUtf8(payload));
    Route best = readBy(pairs.value(0), values);
    for (qsizetype i = 1; i < pairs.size(); ++i) {
        if (Route route = readBy(pairs.at(i), values); knownOf(route) > knownOf(best))
            best = std::move(route);
    }
    best.name = diagram::urlName(url);
    return best;
}

} // namespace ui
