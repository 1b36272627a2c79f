// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsontext.h"

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

using Kind = JsonPiece::Kind;

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool isPunctuation(QChar c)
{
    return QStringView(u"{}[],:").contains(c);
}

/// Behind the closing quote, or at the end of the text where there is none.
qsizetype stringEnd(QStringView text, qsizetype start)
{
    for (qsizetype i = start + 1; i < text.size(); ++i) {
        if (text[i] == u'\\')
            ++i;
        else if (text[i] == u'"')
            return i + 1;
    }
    return text.size();
}

qsizetype wordEnd(QStringView text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && !isSpace(text[end]) && !isPunctuation(text[end]) && text[end] != u'"')
        ++end;
    return end;
}

qsizetype spaceEnd(QStringView text, qsizetype start)
{
    qsizetype end = start;
    while (end < text.size() && isSpace(text[end]))
        ++end;
    return end;
}

Kind wordKind(QStringView word)
{
    if (word == u"true" || word == u"false" || word == u"null")
        return Kind::Word;
    const bool startsAsNumber = word[0].isDigit() || (word[0] == u'-' && word.size() > 1 && word[1].isDigit());
    return startsAsNumber ? Kind::Number : Kind::Other;
}

JsonPiece pieceAt(QStringView text, qsizetype start)
{
    const QChar c = text[start];
    if (isSpace(c))
        return {Kind::Space, start, spaceEnd(text, start) - start};
    if (isPunctuation(c))
        return {Kind::Punctuation, start, 1};
    if (c == u'"') {
        const qsizetype end = stringEnd(text, start);
        const qsizetype next = spaceEnd(text, end);
        const bool isKey = next < text.size() && text[next] == u':';
        return {isKey ? Kind::Key : Kind::String, start, end - start};
    }
    const qsizetype end = wordEnd(text, start);
    return {wordKind(text.sliced(start, end - start)), start, end - start};
}

/// Writes the pieces of correct JSON on lines of their own.
class PrettyWriter
{
public:
    void write(QStringView piece, bool nextCloses)
    {
        const QChar c = piece[0];
        if (piece.size() > 1 || !isPunctuation(c)) {
            m_text += piece;
            return;
        }
        if (c == u'{' || c == u'[')
            open(c, nextCloses);
        else if (c == u'}' || c == u']')
            close(c);
        else
            separate(c);
    }

    QString take() { return std::move(m_text); }
    bool isBalanced() const { return m_depth == 0 && !m_broken; }

private:
    void open(QChar c, bool nextCloses)
    {
        m_text += c;
        ++m_depth;
        m_empty = nextCloses;
        if (!nextCloses)
            newLine();
    }

    void close(QChar c)
    {
        m_broken |= m_depth == 0;
        m_depth = qMax(0, m_depth - 1);
        if (!m_empty)
            newLine();
        m_empty = false;
        m_text += c;
    }

    void separate(QChar c)
    {
        m_text += c;
        if (c == u',')
            newLine();
        else
            m_text += u' ';
    }

    void newLine() { m_text += u'\n' + QString(m_depth * 2, u' '); }

    QString m_text;
    int m_depth = 0;
    bool m_empty = false;
    bool m_broken = false;
};

bool closes(QStringView piece)
{
    return piece == u"}" || piece == u"]";
}

} // namespace

QList<JsonPiece> jsonPieces(QStringView text)
{
    QList<JsonPiece> pieces;
    for (qsizetype at = 0; at < text.size();) {
        pieces << pieceAt(text, at);
        at += pieces.last().length;
    }
    return pieces;
}

QString prettyJson(QStringView text)
{
    QList<QStringView> parts;
    for (const JsonPiece &piece : jsonPieces(text)) {
        if (piece.kind == Kind::Other)
            return text.toString();
        if (piece.kind != Kind::Space)
            parts << text.sliced(piece.start, piece.length);
    }
    PrettyWriter writer;
    for (qsizetype i = 0; i < parts.size(); ++i)
        writer.write(parts.at(i), i + 1 < parts.size() && closes(parts.at(i + 1)));
    return writer.isBalanced() ? writer.take() : text.toString();
}

} // namespace widgets
