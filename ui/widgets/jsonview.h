// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <memory>

namespace theme {
class Theme;
}

namespace widgets {

class JsonHighlighter;

/// Shows JSON read-only: indented, coloured, numbers exactly as they came, what cannot be seen made visible.
class JsonView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit JsonView(const theme::Theme &theme, QWidget *parent = nullptr);
    ~JsonView() override;

    void setJson(const QByteArray &json);
    /// The bytes as they were given, for copying and saving.
    QByteArray json() const { return m_json; }
    /// The indented text, for copying; what is shown is its visibleText().
    QString text() const;
    /// Marks every place where text stands, without regard to case, moves to the first one and returns their number.
    int search(const QString &text);
    /// Moves to the next or the previous place that the search found, around the ends.
    void findNext(bool backwards = false);

private:
    void refresh();

    const theme::Theme &m_theme;
    std::unique_ptr<JsonHighlighter> m_highlighter;
    QByteArray m_json;
    QString m_searched;
};

} // namespace widgets
