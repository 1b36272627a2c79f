// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirmdialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

QLabel *paragraph(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConfirmDialog::ConfirmDialog(const theme::Theme &theme, const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_content(new QVBoxLayout)
{
    setObjectName(u"confirm"_s);
    setWindowTitle(question.verb);
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    auto *title = paragraph(question.title);
    theme::setTextSize(*title, theme::TextSize::DialogTitle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(paragraph(question.text));
    column->addLayout(m_content, 1);
    if (!question.nameToType.isEmpty())
        column->addWidget(createNameRow(question.nameToType));
    column->addWidget(createButtons(theme, question.verb));
    if (!m_name)
        return;
    m_accept->setEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this,
            [this, name = question.nameToType](const QString &typed) { m_accept->setEnabled(typed == name); });
    m_name->setFocus();
}

void ConfirmDialog::setContent(QWidget *content)
{
    m_content->addWidget(content, 1);
}

QWidget *ConfirmDialog::createNameRow(const QString &name)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_name = new QLineEdit;
    m_name->setObjectName(u"nameToType"_s);
    auto *label = new QLabel(tr("Type “%1” to go on:").arg(name));
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(m_name);
    m_name->setAccessibleName(label->text());
    column->addWidget(label);
    column->addWidget(m_name);
    return box;
}

QWidget *ConfirmDialog::createButtons(const theme::Theme &theme, const QString &verb)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *cancel = new Button(theme, Button::Kind::Plain, tr("Cancel"));
    cancel->setObjectName(u"cancel"_s);
    cancel->setDefault(true);
    m_accept = new Button(theme, Button::Kind::Danger, verb);
    m_accept->setObjectName(u"accept"_s);
    m_accept->setAutoDefault(false);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_accept);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QAbstractButton::clicked, this, &QDialog::accept);
    return box;
}

} // namespace widgets
