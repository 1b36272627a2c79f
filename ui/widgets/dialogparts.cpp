// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/dialogparts.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

QLabel *paragraph(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QVBoxLayout *dialogColumn(QDialog &dialog, const QString &title)
{
    auto *heading = paragraph(title);
    theme::setTextSize(*heading, theme::TextSize::DialogTitle);
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(heading);
    return column;
}

QWidget *dialogButtons(QDialog &dialog, Button &cancel, Button &accept)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    cancel.setObjectName(u"cancel"_s);
    accept.setObjectName(u"accept"_s);
    row->addStretch();
    row->addWidget(&cancel);
    row->addWidget(&accept);
    QObject::connect(&cancel, &QAbstractButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(&accept, &QAbstractButton::clicked, &dialog, &QDialog::accept);
    return box;
}

} // namespace widgets
