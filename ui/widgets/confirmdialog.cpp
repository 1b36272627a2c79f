// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirmdialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/dialogparts.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

ConfirmDialog::ConfirmDialog(const theme::Theme &theme, const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_content(new QVBoxLayout)
    , m_fields(new QVBoxLayout)
{
    setObjectName(u"confirm"_s);
    setWindowTitle(question.verb);
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    m_fields->setSpacing(4);
    auto *column = dialogColumn(*this, question.title);
    column->addWidget(paragraph(question.text));
    column->addLayout(m_content, 1);
    column->addLayout(m_fields);
    column->addWidget(createButtons(theme, question.verb));
    if (!question.nameToType.isEmpty())
        demand(u"nameToType"_s, question.nameToType);
}

void ConfirmDialog::setContent(QWidget *content)
{
    m_content->addWidget(content, 1);
}

void ConfirmDialog::demand(const QString &objectName, const QString &text)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(objectName);
    auto *label = paragraph(tr("Type “%1” to go on:").arg(text));
    label->setBuddy(edit);
    edit->setAccessibleName(label->text());
    m_fields->addWidget(label);
    m_fields->addWidget(edit);
    connect(edit, &QLineEdit::textChanged, this, &ConfirmDialog::judge);
    m_demands << Demand{edit, text, label->text()};
    if (m_demands.size() == 1)
        edit->setFocus();
    judge();
}

void ConfirmDialog::setObstacle(const QString &why)
{
    m_obstacle = why;
    judge();
}

QString ConfirmDialog::missing() const
{
    if (!m_obstacle.isEmpty())
        return m_obstacle;
    for (const Demand &demand : m_demands) {
        if (demand.edit->text() != demand.text)
            return demand.label;
    }
    return {};
}

void ConfirmDialog::judge()
{
    m_accept->setEnabled(missing().isEmpty());
    m_accept->setToolTip(missing());
}

QWidget *ConfirmDialog::createButtons(const theme::Theme &theme, const QString &verb)
{
    auto *cancel = new Button(theme, Button::Kind::Plain, tr("Cancel"));
    cancel->setDefault(true);
    m_accept = new Button(theme, Button::Kind::Danger, verb);
    m_accept->setAutoDefault(false);
    return dialogButtons(*this, *cancel, *m_accept);
}

} // namespace widgets
