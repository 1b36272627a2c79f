// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/sqldialog.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int charactersWide = 104;
constexpr int linesHigh = 24;

} // namespace

SqlDialog::SqlDialog(const theme::Theme &theme, const QString &sql, QWidget *parent)
    : QDialog(parent)
    , m_sql(new QPlainTextEdit(sql))
{
    setObjectName(u"sqlDialog"_s);
    setWindowTitle(tr("SQL"));
    auto *title = new QLabel(tr("What this page was read with"));
    theme::setTextSize(*title, theme::TextSize::DialogTitle);
    auto *text = new QLabel(tr("These statements only read. Run them in a client of your own to check the figures."));
    text->setWordWrap(true);
    m_sql->setObjectName(u"sql"_s);
    m_sql->setAccessibleName(tr("SQL"));
    m_sql->setReadOnly(true);
    m_sql->setFont(theme.mono());
    m_sql->setMinimumSize(m_sql->fontMetrics().averageCharWidth() * charactersWide,
                          m_sql->fontMetrics().lineSpacing() * linesHigh);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(m_sql, 1);
    column->addWidget(createButtons(theme));
}

QWidget *SqlDialog::createButtons(const theme::Theme &theme)
{
    using widgets::Button;
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *copy = new Button(theme, Button::Kind::Plain, tr("Copy"));
    copy->setObjectName(u"copySql"_s);
    copy->setIconName(u"copy"_s);
    copy->setAutoDefault(false);
    auto *close = new Button(theme, Button::Kind::Primary, tr("Close"));
    close->setObjectName(u"close"_s);
    close->setDefault(true);
    row->addWidget(copy);
    row->addStretch();
    row->addWidget(close);
    connect(copy, &QAbstractButton::clicked, this, [this, copy] {
        QGuiApplication::clipboard()->setText(m_sql->toPlainText());
        copy->setIconName(u"check"_s);
        copy->setText(tr("Copied"));
    });
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    return box;
}

} // namespace ui
