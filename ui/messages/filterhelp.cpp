// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/filterhelp.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

FilterHelp::FilterHelp(const theme::Theme &theme, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"filterHelpDialog"_s);
    setWindowTitle(tr("Terms of the filter"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 90);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto *title = new QLabel(windowTitle());
    theme::setTextSize(*title, theme::TextSize::DialogTitle);
    column->addWidget(title);
    auto *intro =
        new QLabel(tr("A message is listed when all terms fit. Text without a term stands in the gid, a "
                      "URL or a payload. Quotes keep blanks and operators together; inside them \\\" is a quote."));
    intro->setWordWrap(true);
    column->addWidget(intro);
    column->addWidget(createTerms(theme));
    column->addStretch();
    auto *close = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Close"));
    close->setDefault(true);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
}

QWidget *FilterHelp::createTerms(const theme::Theme &theme)
{
    const QList<std::pair<QString, QString>> terms{
        {u"status:failed"_s,
         tr("One of waiting, prepared, submitted, retrying, stalled, succeed, failed; several with commas.")},
        {u"attempts>3"_s, tr("Calls made so far; also >=, <, <= and =.")},
        {u"age>5m"_s, tr("Older than that; < for younger. Units: ms, s, m, h, d.")},
        {u"created>=2026-09-14T08:30"_s,
         tr("Since then, by the clock of this computer; a colon means within that day "
            "or minute.")},
        {u"url~TransIn"_s, tr("Stands in the URL of a branch or of the checkback.")},
        {u"payload~\"30.00\""_s, tr("Stands in a payload, byte for byte.")},
        {u"gid:01M2FS"_s, tr("The gid begins so; capitals count.")},
        {u"topic:paid"_s, tr("Goes to a topic whose name begins so.")}};
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < terms.size(); ++row) {
        auto *term = new QLabel(terms.at(row).first);
        term->setFont(theme.mono());
        term->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto *meaning = new QLabel(terms.at(row).second);
        meaning->setWordWrap(true);
        grid->addWidget(term, row, 0, Qt::AlignTop);
        grid->addWidget(meaning, row, 1);
    }
    return box;
}

} // namespace ui
