// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchbox.h"

#include "ui/theme/theme.h"
#include "ui/widgets/keyhint.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int iconRoom = 52; // the icon before the text, and the margins

} // namespace

SearchBox::SearchBox(const theme::Theme &theme, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_icon(addAction(QIcon(), QLineEdit::LeadingPosition))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setProperty("leadingIcon", true); // for the style sheet
    setIconName(u"search"_s);
    connect(this, &QLineEdit::textChanged, this, &SearchBox::placeHint);
}

void SearchBox::setIconName(const QString &name)
{
    m_icon->setIcon(m_theme.icon(name, &theme::Tokens::muted));
}

void SearchBox::setKeyHint(const QKeySequence &keys)
{
    delete m_hint;
    m_hint = new KeyHint(m_theme, keys, this);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    placeHint();
}

void SearchBox::placeHint()
{
    if (!m_hint)
        return;
    const QSize size = m_hint->sizeHint();
    m_hint->setGeometry(QRect(QPoint(width() - size.width() - 8, (height() - size.height()) / 2), size));
    const int wanted = iconRoom + fontMetrics().horizontalAdvance(placeholderText()) + size.width();
    m_hint->setVisible(text().isEmpty() && wanted < width());
}

void SearchBox::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeHint();
}

void SearchBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    QLineEdit::keyPressEvent(event);
}

} // namespace widgets
