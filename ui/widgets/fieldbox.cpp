// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fieldbox.h"

#include "ui/theme/textsize.h"

#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace widgets {
namespace {

constexpr int unitMargin = 12;

} // namespace

FieldBox::FieldBox(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel)
    , m_edit(new QLineEdit)
    , m_unit(new QLabel(m_edit))
    , m_problem(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addWidget(m_label);
    column->addWidget(m_edit);
    column->addWidget(m_problem);
    column->addStretch(1);

    m_edit->setObjectName(name);
    m_edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_edit->installEventFilter(this);
    m_label->setBuddy(m_edit);
    m_label->hide();
    m_problem->setWordWrap(true);
    m_problem->hide();
    theme::setTextSize(*m_problem, theme::TextSize::Small);
    theme::setTone(*m_problem, theme::Tone::Bad);
    theme::setTone(*m_unit, theme::Tone::Muted);
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(m_edit, &QLineEdit::textChanged, this, &FieldBox::textChanged);
}

void FieldBox::setLabel(const QString &label)
{
    m_label->setText(label);
    m_label->setHidden(label.isEmpty());
    m_edit->setAccessibleName(label);
}

void FieldBox::alignLeft()
{
    m_edit->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void FieldBox::setUnit(const QString &unit)
{
    m_unit->setText(unit);
    placeUnit();
}

void FieldBox::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_edit->setAccessibleDescription(problem);
    const bool isInvalid = !problem.isEmpty();
    if (m_edit->property("invalid").toBool() == isInvalid)
        return;
    m_edit->setProperty("invalid", isInvalid);
    m_edit->style()->unpolish(m_edit); // the style sheet looks at properties only when polishing
    m_edit->style()->polish(m_edit);
}

QString FieldBox::problem() const
{
    return m_problem->text();
}

QString FieldBox::text() const
{
    return m_edit->text();
}

void FieldBox::setText(const QString &text)
{
    m_edit->setText(text);
}

bool FieldBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        placeUnit();
    return QWidget::eventFilter(watched, event);
}

void FieldBox::placeUnit()
{
    m_unit->adjustSize();
    const int width = m_unit->text().isEmpty() ? 0 : m_unit->width() + 4;
    m_unit->move(m_edit->width() - m_unit->width() - unitMargin, (m_edit->height() - m_unit->height()) / 2);
    m_edit->setTextMargins(0, 0, width, 0);
}

} // namespace widgets
