// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterparser.h"

#include "ui/messages/filterlexer.h"
#include "ui/messages/filterwords.h"

#include <QDateTime>
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

/// A date, or a date with a time to the minute or the second, in the local time zone: its first and last millisecond.
std::optional<std::pair<core::TimePoint, core::TimePoint>> readMoment(const QString &text)
{
    struct Form
    {
        const char16_t *pattern;
        core::Millis length;
    };
    static constexpr Form forms[] = {{u"yyyy-MM-dd", std::chrono::days(1)},
                                     {u"yyyy-MM-ddTHH:mm", std::chrono::minutes(1)},
                                     {u"yyyy-MM-ddTHH:mm:ss", std::chrono::seconds(1)}};
    for (const Form &form : forms) {
        const QDateTime moment = QDateTime::fromString(text, QString::fromUtf16(form.pattern));
        if (moment.isValid() && moment.toMSecsSinceEpoch() >= 0) {
            const core::TimePoint first = core::fromEpochMs(moment.toMSecsSinceEpoch());
            return std::pair(first, first + form.length - core::Millis(1));
        }
    }
    return std::nullopt;
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

QStringList FilterParser::keys()
{
    return {u"status"_s, u"attempts"_s, u"age"_s, u"created"_s, u"url"_s, u"payload"_s, u"gid"_s, u"topic"_s};
}

namespace {

using Wrong = std::optional<FilterProblem>;

Wrong wrongTerm(const FilterToken &token, const QString &sentence, const QString &fix = {})
{
    return FilterProblem{token.start, token.length, sentence, fix};
}

Wrong wrongKey(const FilterToken &token, const QString &sentence, const QString &fix)
{
    return FilterProblem{token.start, token.key.size(), sentence, fix};
}

Wrong wrongOperator(const FilterToken &token, const QString &sentence, const QString &fix)
{
    return FilterProblem{token.valueStart - token.op.size(), token.op.size(), sentence, fix};
}

Wrong wrongValue(const FilterToken &token, const QString &sentence, const QString &fix = {})
{
    return FilterProblem{token.valueStart, token.start + token.length - token.valueStart, sentence, fix};
}

/// Puts one token after the other into the filter. A function a key; each returns what is wrong, or nothing.
class Builder
{
    Q_DECLARE_TR_FUNCTIONS(ui::FilterParser)
public:
    explicit Builder(core::TimePoint now) : m_now(now) { }

    void add(const FilterToken &token)
    {
        if (const Wrong wrong = token.unclosed ? openQuote(token) : take(token))
            m_parsed.problems << *wrong;
        m_afterFreeText = token.key.isEmpty();
    }

    ParsedFilter parsed() const { return m_parsed; }

private:
    using Take = Wrong (Builder::*)(const FilterToken &);

    Wrong take(const FilterToken &token)
    {
        static const QHash<QString, Take> takers{
            {u"status"_s, &Builder::takeStatus}, {u"attempts"_s, &Builder::takeAttempts},
            {u"age"_s, &Builder::takeAge},       {u"created"_s, &Builder::takeCreated},
            {u"url"_s, &Builder::takeUrl},       {u"payload"_s, &Builder::takePayload},
            {u"gid"_s, &Builder::takeGid},       {u"topic"_s, &Builder::takeTopic}};
        if (token.key.isEmpty())
            return takeFreeText(token);
        const Take taker = takers.value(token.key);
        if (!taker)
            return unknownKey(token);
        if (token.value.isEmpty())
            return wrongTerm(token, tr("A value is missing after “%1”.").arg(token.key + token.op));
        return (this->*taker)(token);
    }

    static Wrong openQuote(const FilterToken &token)
    {
        return wrongTerm(token, tr("A quote is open: close it with \"."), quotedTerm(token));
    }

    static Wrong unknownKey(const FilterToken &token)
    {
        const QString sentence = tr("There is no term “%1”. Terms are %2; put the text in quotes to search for it as "
                                    "it stands.")
                                     .arg(token.key, FilterParser::keys().join(u", "_s));
        const QString near = nearestWord(token.key, FilterParser::keys());
        if (!near.isEmpty())
            return wrongKey(token, sentence, near);
        return wrongTerm(token, sentence, filterQuoted(token.key + token.op + token.value));
    }

    static Wrong twice(const FilterToken &token)
    {
        return wrongTerm(token, tr("“%1” is given twice.").arg(token.key.isEmpty() ? u"gid"_s : token.key));
    }

    Wrong takeStatus(const FilterToken &token)
    {
        if (token.op != u":" && token.op != u"=")
            return wrongOperator(token, tr("Write status with a colon, as in %1.").arg(u"status:failed"_s), u":"_s);
        if (!m_parsed.status.isEmpty())
            return twice(token);
        m_parsed.status = token.value.toLower();
        const QStringList words = m_parsed.status.split(u',');
        FilterToken word = token;
        for (const QString &text : words) {
            word.length = word.valueStart + text.size() - word.start;
            if (const Wrong wrong = takeStatusWord(text, words.size() == 1, token.quoted ? token : word))
                return wrong;
            word.valueStart += text.size() + 1;
        }
        return {};
    }

    Wrong takeStatusWord(const QString &word, bool isAlone, const FilterToken &token)
    {
        const auto one = statusFilter(word);
        if (word.isEmpty())
            return wrongTerm(token, tr("A status is missing beside the comma."));
        if (!one) {
            return wrongValue(
                token, tr("“%1” is no status. It is one of %2.").arg(word, FilterParser::statusWords().join(u", "_s)),
                nearestWord(word, FilterParser::statusWords()));
        }
        if (!isAlone && (one->retrying || one->stalled || word == u"waiting"))
            return wrongValue(token, tr("“%1” stands alone: it is a part of other states.").arg(word));
        mergeStatus(*one);
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

    Wrong takeAttempts(const FilterToken &token)
    {
        const QString sentence = tr("attempts takes a whole number, as in %1.").arg(u"attempts>3"_s);
        bool isNumber = false;
        const int count = token.value.toInt(&isNumber);
        if (token.op == u"~")
            return wrongOperator(token, sentence, u"="_s);
        if (!isNumber || count < 0)
            return wrongValue(token, sentence);
        if (token.op == u"<" && count == 0)
            return wrongValue(token, tr("There are no fewer than 0 attempts."), u"1"_s);
        return boundAttempts(token, count);
    }

    Wrong boundAttempts(const FilterToken &token, int count)
    {
        auto &filter = m_parsed.filter;
        const bool isLower = token.op.startsWith(u'>');
        const bool isUpper = token.op.startsWith(u'<');
        if ((!isUpper && filter.attemptsMin) || (!isLower && filter.attemptsMax))
            return twice(token);
        if (!isUpper)
            filter.attemptsMin = token.op == u">" ? std::min(count, std::numeric_limits<int>::max() - 1) + 1 : count;
        if (!isLower)
            filter.attemptsMax = token.op == u"<" ? count - 1 : count;
        return {};
    }

    Wrong takeAge(const FilterToken &token)
    {
        const QString sentence = tr("age takes > or < and a time with s, m, h or d, as in %1.").arg(u"age>5m"_s);
        const auto age = readAge(token.value.toLower());
        const bool isOlder = token.op.startsWith(u'>');
        if (!age)
            return wrongValue(token, sentence, readAge(token.value + u'm') ? token.value + u'm' : QString());
        if (!isOlder && !token.op.startsWith(u'<'))
            return wrongOperator(token, sentence, u">"_s);
        auto &bound = isOlder ? m_parsed.filter.createdTo : m_parsed.filter.createdFrom;
        if (bound)
            return twice(token);
        bound = momentOf(*age, m_now);
        return {};
    }

    Wrong takeCreated(const FilterToken &token)
    {
        const auto span = readMoment(token.value);
        if (!span)
            return wrongValue(
                token,
                tr("created takes a date, or a date with a time, as in %1.").arg(u"created>=2026-09-14T08:30"_s));
        if (token.op == u"~")
            return wrongOperator(token, tr("created is compared with >, <, or a colon for the whole of it."), u":"_s);
        auto &filter = m_parsed.filter;
        const bool bounds[] = {!token.op.startsWith(u'<'), !token.op.startsWith(u'>')};
        if ((bounds[0] && filter.createdFrom) || (bounds[1] && filter.createdTo))
            return twice(token);
        if (bounds[0])
            filter.createdFrom = token.op == u">" ? span->second + core::Millis(1) : span->first;
        if (bounds[1])
            filter.createdTo = token.op == u"<" ? span->first - core::Millis(1) : span->second;
        return {};
    }

    Wrong takeUrl(const FilterToken &token) { return takeText(token, m_parsed.filter.urlText, u"url~TransIn"_s); }
    Wrong takePayload(const FilterToken &token)
    {
        return takeText(token, m_parsed.filter.payloadText, u"payload~\"30\""_s);
    }

    static Wrong takeText(const FilterToken &token, QByteArray &text, const QString &example)
    {
        if (token.op != u"~" && token.op != u":")
            return wrongOperator(token, tr("Write %1 with ~, as in %2.").arg(token.key, example), u"~"_s);
        if (!text.isEmpty())
            return twice(token);
        text = token.value.toUtf8();
        return {};
    }

    Wrong takeGid(const FilterToken &token)
    {
        if (token.op != u":" && token.op != u"=")
            return wrongOperator(token, tr("Write gid with a colon, as in %1.").arg(u"gid:01M2FS"_s), u":"_s);
        if (!core::Gid::fromBytes(token.value.toUtf8()).ok())
            return wrongValue(token, tr("A gid has 1 to 128 visible ASCII characters without a semicolon."));
        return setGid(token);
    }

    Wrong setGid(const FilterToken &token)
    {
        if (!m_parsed.filter.gidPrefix.isEmpty())
            return twice(token);
        m_parsed.filter.gidPrefix = token.value.toLatin1();
        return {};
    }

    Wrong takeTopic(const FilterToken &token)
    {
        if (token.op != u":" && token.op != u"=")
            return wrongOperator(token, tr("Write topic with a colon, as in %1.").arg(u"topic:paid"_s), u":"_s);
        if (!m_parsed.filter.topic.isEmpty())
            return twice(token);
        m_parsed.filter.topic = token.value.toUtf8();
        return {};
    }

    /// Words that follow each other are one text with blanks between them.
    Wrong takeFreeText(const FilterToken &token)
    {
        auto &text = m_parsed.filter.text;
        if (token.value.isEmpty())
            return {};
        if (looksLikeOwnGid(token) && text.isEmpty())
            return setGid(token);
        if (!text.isEmpty() && !m_afterFreeText)
            return wrongTerm(token, tr("One free text only: use url~ or payload~ for “%1”.").arg(token.value));
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
