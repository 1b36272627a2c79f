// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace theme {
class Theme;
}

namespace ui {

/// Colours the words of SQL, its literals and its comments from the tokens.
class SqlHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    SqlHighlighter(const theme::Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    const theme::Theme &m_theme;
};

} // namespace ui
