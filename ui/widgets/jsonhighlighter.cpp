// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonhighlighter.h"

#include "ui/theme/theme.h"
#include "ui/widgets/jsontext.h"

namespace widgets {
namespace {

QColor colorOf(JsonPiece::Kind kind, const theme::Tokens &tokens)
{
    switch (kind) {
    case JsonPiece::Kind::Key:
        return tokens.accent;
    case JsonPiece::Kind::String:
        return tokens.succeed.text;
    case JsonPiece::Kind::Number:
        return tokens.prepared.text;
    case JsonPiece::Kind::Word:
        return tokens.stalled.text;
    case JsonPiece::Kind::Punctuation:
        return tokens.muted;
    case JsonPiece::Kind::Space:
    case JsonPiece::Kind::Other:
        return tokens.text;
    }
    Q_UNREACHABLE();
}

} // namespace

JsonHighlighter::JsonHighlighter(const theme::Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &theme::Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    for (const JsonPiece &piece : jsonPieces(text))
        setFormat(int(piece.start), int(piece.length), colorOf(piece.kind, m_theme.tokens()));
}

} // namespace widgets
