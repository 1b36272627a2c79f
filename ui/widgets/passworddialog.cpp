// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/passworddialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogparts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {

PasswordDialog::PasswordDialog(const theme::Theme &theme, const PasswordQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_password(new QLineEdit)
{
    setObjectName(u"password"_s);
    setWindowTitle(tr("Password"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    auto *hint = paragraph(question.hint);
    theme::setTone(*hint, theme::Tone::Muted);
    theme::setTextSize(*hint, theme::TextSize::Small);
    auto *column = dialogColumn(*this, question.title);
    column->addWidget(paragraph(question.text));
    column->addWidget(createField(theme));
    column->addWidget(hint);
    column->addWidget(createButtons(theme));
    m_password->setFocus();
}

QWidget *PasswordDialog::createField(const theme::Theme &theme)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_password->setObjectName(u"passwordText"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setAccessibleName(tr("Password"));
    auto *look = new Button(theme, Button::Kind::Plain, tr("Show"));
    look->setObjectName(u"showPassword"_s);
    look->setAutoDefault(false);
    look->setToolTip(tr("Shows the password while it is held down."));
    connect(look, &QAbstractButton::pressed, m_password, [this] { m_password->setEchoMode(QLineEdit::Normal); });
    connect(look, &QAbstractButton::released, m_password, [this] { m_password->setEchoMode(QLineEdit::Password); });
    row->addWidget(m_password, 1);
    row->addWidget(look);
    return box;
}

QWidget *PasswordDialog::createButtons(const theme::Theme &theme)
{
    auto *cancel = new Button(theme, Button::Kind::Plain, tr("Cancel"));
    cancel->setAutoDefault(false);
    auto *accept = new Button(theme, Button::Kind::Primary, tr("Log In"));
    accept->setDefault(true);
    return dialogButtons(*this, *cancel, *accept);
}

QString PasswordDialog::password() const
{
    return m_password->text();
}

std::optional<QString> PasswordDialog::ask(const theme::Theme &theme, const PasswordQuestion &question, QWidget *parent)
{
    PasswordDialog dialog(theme, question, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.password()) : std::nullopt;
}

} // namespace widgets
