// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterparser.h"

#include "ui/messages/filterlexer.h"

#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace ui {

using core::message::State;
using core::store::Filter;

namespace {

bool looksLikeOwnGid(const FilterToken &token)
{
    static const QRegularExpression base32(u"^0[0-9A-HJKMNP-TV-Z]{5,25}$"_s);
    return !token.quoted && base32.match(token.value).hasMatch();
}

std::optional<core::Millis> readAge(const QString &text)
{
    static const QRegularExpression pattern(u"^(\\d{1,9})(ms|s|m|h|d)$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    static const QHash<QString, qint64> unitMs{
        {u"ms"_s, 1}, {u"s"_s, 1000}, {u"m"_s, 60'000}, {u"h"_s, 3'600'000}, {u"d"_s, 86'400'000}};
    return core::Millis(match.captured(1).toLongLong() * unitMs.value(match.captured(2)));
}

/// An age before the beginning of the epoch is as good as the beginning.
core::TimePoint momentOf(core::Millis age, core::TimePoint now)
{
    return std::max(now - age, core::TimePoint{});
}

} // namespace

std::optional<Filter> statusFilter(const QString &word)
{
    static const QList<State> unfinished{State::Prepared, State::Submitted};
    if (word == u"waiting")
        return Filter{.states = unfinished};
    if (word == u"retrying")
        return Filter{.states = unfinished, .retrying = true};
    if (word == u"stalled")
        return Filter{.states = unfinished, .stalled = true};
    if (const auto state = core::message::stateFromName(word.toLatin1()))
        return Filter{.states = {*state}};
    return std::nullopt;
}

std::optional<Filter> narrowed(const Filter &view, Filter filter)
{
    const auto differ = [](const auto &a, const auto &b) { return a && b && *a != *b; };
    if (differ(view.retrying, filter.retrying) || differ(view.stalled, filter.stalled))
        return std::nullopt;
    filter.retrying = view.retrying ? view.retrying : filter.retrying;
    filter.stalled = view.stalled ? view.stalled : filter.stalled;
    if (view.states.isEmpty())
        return filter;
    if (filter.states.isEmpty())
        filter.states = view.states;
    filter.states.removeIf([&](State state) { return !view.states.contains(state); });
    return filter.states.isEmpty() ? std::nullopt : std::optional(filter);
}

QString withStatus(const QString &text, const QString &word)
{
    QString rest = text;
    const auto tokens = filterTokens(text);
    for (auto token = tokens.crbegin(); token != tokens.crend(); ++token) {
        if (token->key == u"status")
            rest.remove(token->start, token->length);
    }
    rest = rest.trimmed();
    if (word.isEmpty())
        return rest;
    const QString term = u"status:"_s + word;
    return rest.isEmpty() ? term : term + u' ' + rest;
}

QStringList FilterParser::statusWords()
{
    return {u"waiting"_s, u"prepared"_s, u"submitted"_s, u"retrying"_s, u"stalled"_s, u"succeed"_s, u"failed"_s};
}

namespace {

/// Puts one token after the other into the filter. A function a key; each returns what is wrong, or nothing.
class Builder
{
    Q_DECLARE_TR_FUNCTIONS(ui::FilterParser)
public:
    explicit Builder(core::TimePoint now) : m_now(now) { }

    void add(const FilterToken &token)
    {
        const QString wrong = token.unclosed ? tr("A quote is open: close it with \".") : take(token);
        if (!wrong.isEmpty())
            m_parsed.problems << FilterProblem{token.start, token.length, wrong};
        m_afterFreeText = token.key.isEmpty();
    }

    ParsedFilter parsed() const { return m_parsed; }

private:
    using Take = QString (Builder::*)(const FilterToken &);

    QString take(const FilterToken &token)
    {
        static const QHash<QString, Take> takers{
            {u"status"_s, &Builder::takeStatus},   {u"attempts"_s, &Builder::takeAttempts},
            {u"age"_s, &Builder::takeAge},         {u"url"_s, &Builder::takeUrl},
            {u"payload"_s, &Builder::takePayload}, {u"gid"_s, &Builder::takeGid}};
        if (token.key.isEmpty())
            return takeFreeText(token);
        const Take taker = takers.value(token.key);
        if (!taker)
            return unknownKey(token.key);
        if (token.value.isEmpty())
            return tr("A value is missing after “%1”.").arg(token.key + token.op);
        return (this->*taker)(token);
    }

    static QString unknownKey(const QString &key)
    {
        return tr("There is no term “%1”. Terms are status, attempts, age, url, payload and gid; "
                  "put the text in quotes to search for it as it stands.")
            .arg(key);
    }

    static QString twice(const QString &key) { return tr("“%1” is given twice.").arg(key); }

    QString takeStatus(const FilterToken &token)
    {
        if (token.op != u":" && token.op != u"=")
            return tr("Write status with a colon, as in %1.").arg(u"status:failed"_s);
        if (!m_parsed.status.isEmpty())
            return twice(token.key);
        m_parsed.status = token.value.toLower();
        const QStringList words = m_parsed.status.split(u',', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            const auto one = statusFilter(word);
            if (!one)
                return tr("“%1” is no status. It is one of %2.").arg(word, FilterParser::statusWords().join(u", "_s));
            if (words.size() > 1 && (one->retrying || one->stalled || word == u"waiting"))
                return tr("“%1” stands alone: it is a part of other states.").arg(word);
            mergeStatus(*one);
        }
        return {};
    }

    void mergeStatus(const Filter &one)
    {
        for (const State state : one.states) {
            if (!m_parsed.filter.states.contains(state))
                m_parsed.filter.states << state;
        }
        m_parsed.filter.retrying = one.retrying;
        m_parsed.filter.stalled = one.stalled;
    }

    QString takeAttempts(const FilterToken &token)
    {
        bool isNumber = false;
        const int count = token.value.toInt(&isNumber);
        if (!isNumber || count < 0 || token.op == u"~")
            return tr("attempts takes a whole number, as in %1.").arg(u"attempts>3"_s);
        auto &filter = m_parsed.filter;
        const bool isLower = token.op.startsWith(u'>');
        const bool isUpper = token.op.startsWith(u'<');
        if ((!isUpper && filter.attemptsMin) || (!isLower && filter.attemptsMax))
            return twice(token.key);
        if (token.op == u"<" && count == 0)
            return tr("There are no fewer than 0 attempts.");
        if (!isUpper)
            filter.attemptsMin = token.op == u">" ? std::min(count, std::numeric_limits<int>::max() - 1) + 1 : count;
        if (!isLower)
            filter.attemptsMax = token.op == u"<" ? count - 1 : count;
        return {};
    }

    QString takeAge(const FilterToken &token)
    {
        const auto age = readAge(token.value.toLower());
        const bool isOlder = token.op.startsWith(u'>');
        if (!age || !(isOlder || token.op.startsWith(u'<')))
            return tr("age takes > or < and a time with s, m, h or d, as in %1.").arg(u"age>5m"_s);
        auto &bound = isOlder ? m_parsed.filter.createdTo : m_parsed.filter.createdFrom;
        if (bound)
            return twice(token.key);
        bound = momentOf(*age, m_now);
        return {};
    }

    QString takeUrl(const FilterToken &token) { return takeText(token, m_parsed.filter.urlText, u"url~TransIn"_s); }
    QString takePayload(const FilterToken &token)
    {
        return takeText(token, m_parsed.filter.payloadText, u"payload~\"30\""_s);
    }

    static QString takeText(const FilterToken &token, QByteArray &text, const QString &example)
    {
        if (token.op != u"~" && token.op != u":")
            return tr("Write %1 with ~, as in %2.").arg(token.key, example);
        if (!text.isEmpty())
            return twice(token.key);
        text = token.value.toUtf8();
        return {};
    }

    QString takeGid(const FilterToken &token)
    {
        if (token.op != u":" && token.op != u"=")
            return tr("Write gid with a colon, as in %1.").arg(u"gid:01M2FS"_s);
        if (!core::Gid::fromBytes(token.value.toUtf8()).ok())
            return tr("A gid has 1 to 128 visible ASCII characters without a semicolon.");
        return setGid(token);
    }

    QString setGid(const FilterToken &token)
    {
        if (!m_parsed.filter.gidPrefix.isEmpty())
            return twice(u"gid"_s);
        m_parsed.filter.gidPrefix = token.value.toLatin1();
        return {};
    }

    /// Words that follow each other are one text with blanks between them.
    QString takeFreeText(const FilterToken &token)
    {
        auto &text = m_parsed.filter.text;
        if (token.value.isEmpty())
            return {};
        if (looksLikeOwnGid(token) && text.isEmpty())
            return setGid(token);
        if (!text.isEmpty() && !m_afterFreeText)
            return tr("One free text only: use url~ or payload~ for “%1”.").arg(token.value);
        text += (text.isEmpty() ? QByteArray() : QByteArray(" ")) + token.value.toUtf8();
        return {};
    }

    ParsedFilter m_parsed;
    core::TimePoint m_now;
    bool m_afterFreeText = false;
};

} // namespace

ParsedFilter FilterParser::parse(const QString &text, core::TimePoint now)
{
    Builder builder(now);
    for (const FilterToken &token : filterTokens(text))
        builder.add(token);
    return builder.parsed();
}

} // namespace ui
