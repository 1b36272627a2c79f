// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterlexer.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// Reads tokens from left to right; m_at is the next character.
class Lexer
{
public:
    explicit Lexer(const QString &text) : m_text(text) { }

    QList<FilterToken> all()
    {
        QList<FilterToken> tokens;
        for (skipBlanks(); m_at < m_text.size(); skipBlanks())
            tokens << next();
        return tokens;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    FilterToken next()
    {
        FilterToken token{.start = m_at};
        readKey(token);
        token.valueStart = m_at;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"')
            readQuoted(token);
        else
            readPlain(token);
        token.length = m_at - token.start;
        return token;
    }

    void readKey(FilterToken &token)
    {
        static const QRegularExpression head(u"([A-Za-z]+)(:(?!//)|~|=|<=|>=|<|>)"_s);
        const auto match =
            head.match(m_text, m_at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return;
        token.key = match.captured(1).toLower();
        token.op = match.captured(2);
        m_at = match.capturedEnd();
    }

    void readPlain(FilterToken &token)
    {
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace())
            token.value += m_text.at(m_at++);
    }

    void readQuoted(FilterToken &token)
    {
        const qsizetype quote = m_at;
        token.quoted = true;
        token.unclosed = true;
        for (++m_at; m_at < m_text.size() && token.unclosed; ++m_at) {
            if (m_text.at(m_at) == u'"')
                token.unclosed = false;
            else
                token.value += unescaped();
        }
        if (!token.unclosed && m_at < m_text.size() && !m_text.at(m_at).isSpace())
            readAsItStands(token, quote);
    }

    /// JSON like "amount":30 begins with a quote and is no quotation.
    void readAsItStands(FilterToken &token, qsizetype start)
    {
        m_at = start;
        token.quoted = false;
        token.value.clear();
        readPlain(token);
    }

    QChar unescaped()
    {
        const bool escape = m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size()
            && (m_text.at(m_at + 1) == u'"' || m_text.at(m_at + 1) == u'\\');
        if (escape)
            ++m_at;
        return m_text.at(m_at);
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QList<FilterToken> filterTokens(const QString &text)
{
    return Lexer(text).all();
}

} // namespace ui
