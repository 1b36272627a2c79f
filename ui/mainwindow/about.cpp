// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/about.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QFormLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QLabel *selectable(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

About::About(const theme::Theme &theme, const QString &coordinatorUrl, const QString &storePath, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"about"_s);
    setWindowTitle(tr("About Checkback"));
    auto *logo = new QLabel;
    logo->setPixmap(theme::iconPixmap(u"logo"_s, theme.tokens().accentFill, 48, devicePixelRatioF()));
    auto *title = new QLabel(tr("Checkback %1").arg(QStringLiteral(CHECKBACK_VERSION)));
    theme::setTextSize(*title, theme::TextSize::DialogTitle);
    auto *what = new QLabel(tr("Two-phase messages: local commit and message submission happen both or neither."));
    what->setWordWrap(true);

    auto *facts = new QFormLayout;
    facts->setHorizontalSpacing(16);
    facts->addRow(tr("Coordinator"), selectable(coordinatorUrl));
    facts->addRow(tr("Store"), selectable(storePath));
    facts->addRow(tr("Licence"), selectable(tr("Console GPL-3.0-or-later, core Apache-2.0")));
    facts->addRow(tr("Built with"), selectable(u"Qt %1"_s.arg(QLatin1String(qVersion()))));

    auto *close = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(logo);
    column->addWidget(title);
    column->addWidget(what);
    column->addLayout(facts);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace ui
