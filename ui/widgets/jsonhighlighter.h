// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace theme {
class Theme;
}

namespace widgets {

/// Colours JSON line by line from the tokens.
class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    JsonHighlighter(const theme::Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    const theme::Theme &m_theme;
};

} // namespace widgets
