// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/sqlhighlighter.h"

#include "ui/theme/theme.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

SqlHighlighter::SqlHighlighter(const theme::Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &theme::Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void SqlHighlighter::highlightBlock(const QString &text)
{
    static const QRegularExpression words(
        u"\\b(SELECT|FROM|WHERE|AND|OR|ORDER|BY|GROUP|HAVING|LIMIT|DESC|IN|AS|CASE|WHEN|THEN|ELSE|END|SUM|COUNT|MAX|"
        "MIN|COALESCE|CAST|LEFT|JOIN|ON)\\b"_s);
    static const QRegularExpression literals(u"'[^']*'"_s);
    const theme::Tokens &tokens = m_theme.tokens();
    if (text.startsWith("--"_L1))
        return setFormat(0, int(text.size()), tokens.muted);
    for (auto found = words.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), tokens.accent);
    }
    for (auto found = literals.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        setFormat(int(match.capturedStart()), int(match.capturedLength()), tokens.succeed.text);
    }
}

} // namespace ui
