// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/startfailure.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/corewords.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::StartFailure)
};

QString remedyFor(bool isInUse, const QString &dataDir)
{
    if (isInUse)
        return Words::tr("Another program works on the folder %1. End it, or start Checkback with another --data-dir.")
            .arg(dataDir);
    return Words::tr(
               "Nothing in the folder %1 was changed. The engine's words below say what helps; another --data-dir "
               "starts on another folder.")
        .arg(dataDir);
}

QLabel *paragraph(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartFailure StartFailure::of(const core::Error &error, const QString &dataDir)
{
    const bool isInUse = error.code == core::Error::Code::Conflict;
    return {isInUse ? Words::tr("The data folder is in use") : Words::tr("Checkback cannot open its store"),
            remedyFor(isInUse, dataDir), widgets::coreWords(error.detail)};
}

QString StartFailure::plainText() const
{
    return u"checkback: %1: %2\n%3\n"_s.arg(title, detail, remedy);
}

void StartFailure::show(const theme::Theme &theme) const
{
    QDialog dialog;
    dialog.setObjectName(u"startFailure"_s);
    dialog.setWindowTitle(Words::tr("Checkback"));
    auto *heading = paragraph(title);
    theme::setTextSize(*heading, theme::TextSize::DialogTitle);
    auto *words = paragraph(detail);
    theme::setTone(*words, theme::Tone::Muted);
    auto *close = new widgets::Button(theme, widgets::Button::Kind::Primary, Words::tr("Close"));
    QObject::connect(close, &QAbstractButton::clicked, &dialog, &QDialog::accept);
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(paragraph(remedy));
    column->addWidget(words);
    column->addWidget(close, 0, Qt::AlignRight);
    dialog.setMinimumWidth(480);
    dialog.exec();
}

} // namespace ui
