// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/peekdialog.h"

#include "ui/messages/peekwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formatting.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QLabel *selectableLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

PeekDialog::PeekDialog(const theme::Theme &theme, const core::message::Message &message, QWidget *parent)
    : QDialog(parent)
    , m_message(message)
    , m_outlook(selectableLabel(u"peekOutlook"_s))
    , m_rows(selectableLabel(u"peekRows"_s))
{
    setWindowTitle(tr("Peek"));
    setMinimumWidth(fontMetrics().averageCharWidth() * 80);
    auto *title = new QLabel(tr("Message %1 at the banks").arg(widgets::shownGid(message.gid.toString())));
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    theme::setTextSize(*title, theme::TextSize::DialogTitle);
    auto *note = new QLabel(tr("Read just now; nothing was called and nothing written."));
    theme::setTone(*note, theme::Tone::Muted);
    m_rows->setFont(theme.mono());
    auto *rows = new widgets::Card(tr("Barrier rows"));
    rows->padBody();
    rows->body()->addWidget(m_rows);
    auto *close = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Close"));
    close->setObjectName(u"closePeek"_s);
    close->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(m_outlook);
    column->addWidget(rows);
    column->addWidget(note);
    column->addStretch();
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    m_outlook->setText(tr("Reading the banks…"));
}

void PeekDialog::showPeek(const Peek &peek)
{
    QString outlook = PeekWords::outlook(peek);
    if (m_message.finished())
        outlook = tr("The message is finished: its sender is asked no more. %1").arg(outlook);
    m_outlook->setText(outlook);
    m_rows->setText(PeekWords::rows(peek));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    resize(size().expandedTo(QSize(width(), layout()->totalHeightForWidth(width()))));
}

} // namespace ui
