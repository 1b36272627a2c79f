// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/jsonview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/jsonhighlighter.h"
#include "ui/widgets/jsontext.h"
#include "ui/widgets/visibletext.h"

namespace widgets {

JsonView::JsonView(const theme::Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_highlighter(std::make_unique<JsonHighlighter>(theme, document()))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("JSON"));
    document()->setDocumentMargin(12);
    connect(&theme, &theme::Theme::changed, this, &JsonView::refresh);
    refresh();
}

JsonView::~JsonView() = default;

void JsonView::setJson(const QByteArray &json)
{
    if (json == m_json)
        return; // keeps selection and scroll position
    m_json = json;
    setPlainText(visibleText(text()));
    search(m_searched);
}

QString JsonView::text() const
{
    return prettyJson(QString::fromUtf8(m_json));
}

int JsonView::search(const QString &text)
{
    m_searched = text;
    QList<QTextEdit::ExtraSelection> found;
    QTextCursor at(document());
    while (!text.isEmpty()) {
        at = document()->find(text, at);
        if (at.isNull())
            break;
        QTextEdit::ExtraSelection mark;
        mark.cursor = at;
        mark.format.setBackground(m_theme.tokens().changed);
        found << mark;
    }
    setExtraSelections(found);
    if (!found.isEmpty())
        setTextCursor(found.first().cursor);
    return int(found.size());
}

void JsonView::findNext(bool backwards)
{
    if (m_searched.isEmpty())
        return;
    const auto direction = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (find(m_searched, direction))
        return;
    moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
    find(m_searched, direction);
}

void JsonView::refresh()
{
    document()->setDefaultFont(m_theme.mono());
    QList<QTextEdit::ExtraSelection> marks = extraSelections();
    for (QTextEdit::ExtraSelection &mark : marks)
        mark.format.setBackground(m_theme.tokens().changed);
    setExtraSelections(marks);
}

} // namespace widgets
