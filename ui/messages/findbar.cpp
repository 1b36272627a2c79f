// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/findbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/jsonview.h"
#include "ui/widgets/searchbox.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {

FindBar::FindBar(const theme::Theme &theme, widgets::JsonView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_text(new widgets::SearchBox(theme, {}))
    , m_count(new QLabel)
    , m_previous(new widgets::IconButton(theme, u"chevron-up"_s, {}))
    , m_next(new widgets::IconButton(theme, u"chevron-down"_s, {}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_text->setObjectName(u"findText"_s);
    m_count->setObjectName(u"findCount"_s);
    m_previous->setFlat(true);
    m_next->setFlat(true);
    theme::setTone(*m_count, theme::Tone::Muted);
    row->addWidget(m_text, 1);
    row->addWidget(m_count);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::refresh);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { m_view.findNext(); });
    connect(m_previous, &QAbstractButton::clicked, this, [this] { m_view.findNext(true); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { m_view.findNext(); });
    retranslate();
}

void FindBar::refresh()
{
    const int count = m_view.search(m_text->text());
    const bool searches = !m_text->text().isEmpty();
    m_count->setVisible(searches);
    m_count->setText(count == 0 ? tr("nothing found") : tr("%n found", nullptr, count));
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F3)
        return m_view.findNext(event->modifiers() & Qt::ShiftModifier);
    QWidget::keyPressEvent(event);
}

void FindBar::retranslate()
{
    m_text->setPlaceholderText(tr("Find in the payload"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_previous->setToolTip(tr("Previous place (Shift+F3)"));
    m_previous->setAccessibleName(m_previous->toolTip());
    m_next->setToolTip(tr("Next place (F3)"));
    m_next->setAccessibleName(m_next->toolTip());
    refresh();
}

} // namespace ui
