// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterhints.h"

#include "ui/messages/filterlexer.h"
#include "ui/messages/filterparser.h"
#include "ui/messages/filterwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype hintsMax = 8;

/// Collects hints whose text begins with what is typed, or contains it.
class Hinter
{
    Q_DECLARE_TR_FUNCTIONS(ui::FilterHints)
public:
    Hinter(const QString &typed, const KnownWords &known) : m_typed(typed), m_known(known) { }

    QList<FilterHint> terms()
    {
        offer({u"status:"_s, tr("prepared, submitted, retrying, stalled, succeed, failed, waiting"), {}, true});
        offer({u"attempts>"_s, tr("calls made so far"), {}, true});
        offer({u"age>"_s, tr("older than 30s, 5m, 2h, 1d; < for younger"), {}, true});
        offer({u"url~"_s, tr("stands in a URL"), {}, true});
        offer({u"payload~"_s, tr("stands in a payload"), {}, true});
        offer({u"gid:"_s, tr("begins with"), {}, true});
        offer({u"created>="_s, tr("since a date, as in 2026-09-14T08:30"), {}, true});
        offer({u"topic:"_s, tr("goes to this topic"), {}, true});
        if (m_typed.size() > 1)
            offerUrls(m_known.routes);
        return m_hints.first(std::min(m_hints.size(), hintsMax));
    }

    QList<FilterHint> valuesOf(const FilterToken &token)
    {
        if (token.key == u"status")
            offerStatuses(token);
        else if (token.key == u"attempts")
            offerAttempts();
        else if (token.key == u"age")
            offerAges();
        else if (token.key == u"created")
            offerDates(token);
        else if (token.key == u"url") {
            offerUrls(m_known.routes, token.value);
            offerUrls(m_known.hosts, token.value);
        }
        return m_hints.first(std::min(m_hints.size(), hintsMax));
    }

private:
    void offer(const FilterHint &hint)
    {
        if (hint.insert.startsWith(m_typed, Qt::CaseInsensitive) && hint.insert != m_typed)
            m_hints << hint;
    }

    /// The list before the last comma stays.
    void offerStatuses(const FilterToken &token)
    {
        const qsizetype comma = token.value.lastIndexOf(u',');
        const QString before = token.key + token.op + token.value.left(comma + 1);
        for (const QString &word : FilterParser::statusWords())
            offer({before + word, statusMeaning(word), {}});
    }

    static QString statusMeaning(const QString &word)
    {
        if (word == u"waiting")
            return tr("prepared or submitted");
        if (word == u"prepared")
            return tr("promised, not submitted yet");
        if (word == u"submitted")
            return tr("to be delivered");
        if (word == u"retrying")
            return tr("waiting, and its last try failed");
        if (word == u"stalled")
            return tr("failed too often in a row; still tried");
        return word == u"succeed" ? tr("delivered") : tr("ended undelivered");
    }

    void offerAttempts()
    {
        offer({u"attempts>0"_s, tr("called at least once"), {}});
        offer({u"attempts>1"_s, tr("more than one call"), {}});
        offer({u"attempts>3"_s, tr("more than three calls"), {}});
        offer({u"attempts>=10"_s, tr("ten calls or more"), {}});
    }

    void offerAges()
    {
        offer({u"age<5m"_s, tr("of the last five minutes"), {}});
        offer({u"age<1h"_s, tr("of the last hour"), {}});
        offer({u"age<1d"_s, tr("of the last 24 hours"), {}});
        offer({u"age>5m"_s, tr("older than five minutes"), {}});
        offer({u"age>1h"_s, tr("older than an hour"), {}});
        offer({u"age>1d"_s, tr("older than a day"), {}});
    }

    void offerDates(const FilterToken &token)
    {
        const QDate today = QDate::currentDate();
        const QString before = token.key + token.op;
        offer({before + today.toString(Qt::ISODate), tr("today"), {}});
        offer({before + today.addDays(-1).toString(Qt::ISODate), tr("yesterday"), {}});
        offer({before + today.addDays(-7).toString(Qt::ISODate), tr("a week ago"), {}});
    }

    void offerUrls(const QList<KnownWord> &words) { offerUrls(words, m_typed); }
    void offerUrls(const QList<KnownWord> &words, const QString &part)
    {
        for (const KnownWord &known : words) {
            if (known.word.contains(part, Qt::CaseInsensitive) && known.word != part)
                m_hints << FilterHint{u"url~"_s + filterValue(known.word), tr("stands in the URL"), known.count};
        }
    }

    QString m_typed;
    const KnownWords &m_known;
    QList<FilterHint> m_hints;
};

std::optional<FilterToken> tokenAt(const QString &text, qsizetype cursor)
{
    for (const FilterToken &token : filterTokens(text)) {
        if (token.start < cursor && cursor <= token.start + token.length)
            return token;
    }
    return std::nullopt;
}

} // namespace

FilterHints filterHints(const QString &text, qsizetype cursor, const KnownWords &known)
{
    const std::optional<FilterToken> token = tokenAt(text, cursor);
    if (!token)
        return {cursor, 0, Hinter({}, known).terms()};
    if (token->quoted || token->start + token->length != cursor)
        return {};
    const QString typed = text.sliced(token->start, token->length);
    Hinter hinter(typed, known);
    return {token->start, token->length, token->key.isEmpty() ? hinter.terms() : hinter.valuesOf(*token)};
}

std::pair<QString, qsizetype> withHint(const QString &text, const FilterHints &hints, const FilterHint &hint)
{
    const QString before = text.left(hints.start);
    QString after = text.mid(hints.start + hints.length);
    if (!hint.goesOn && !after.startsWith(u' '))
        after.prepend(u' ');
    const qsizetype cursor = before.size() + hint.insert.size() + (hint.goesOn ? 0 : 1);
    return {before + hint.insert + after, cursor};
}

} // namespace ui
