// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/verbdialog.h"

#include "core/message/limits.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

QLabel *wrappedLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

VerbDialog::VerbDialog(const theme::Theme &theme, Verb verb, const core::message::Message &message,
                       const QString &nameToType, QWidget *parent)
    : QDialog(parent)
    , m_nameToType(nameToType)
{
    const QString verbName = VerbRules::name(verb).remove(u'…');
    setWindowTitle(verbName);
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    auto *title = wrappedLabel(tr("%1 message %2?").arg(verbName, message.gid.toString()));
    theme::setTextSize(*title, theme::TextSize::DialogTitle);
    column->addWidget(title);
    column->addWidget(wrappedLabel(VerbRules::explanation(verb)));
    if (verb == Verb::ForceStop) {
        column->addWidget(createFacts(message));
        column->addWidget(createReason());
    }
    if (!m_nameToType.isEmpty())
        column->addWidget(createName());
    column->addStretch();
    column->addWidget(createButtons(theme, verb));
    judge();
}

QString VerbDialog::reason() const
{
    return m_reason ? m_reason->toPlainText().trimmed() : QString();
}

QWidget *VerbDialog::createFacts(const core::message::Message &message)
{
    const bool isSubmitted = message.state == core::message::State::Submitted;
    const QString sender = isSubmitted ? tr("Sender: committed, and stays so.")
                                       : tr("Sender: not known; it may have committed, and may still commit.");
    auto *facts = wrappedLabel(sender + u'\n' + VerbRules::applied(message));
    facts->setObjectName(u"appliedFacts"_s);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    theme::setTone(*facts, theme::Tone::Muted);
    return facts;
}

QWidget *VerbDialog::createReason()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName(u"reason"_s);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(fontMetrics().lineSpacing() * 4);
    m_reason->setAccessibleName(tr("Reason"));
    auto *label = new QLabel(tr("&Reason, kept with the message:"));
    label->setBuddy(m_reason);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    column->addWidget(label);
    column->addWidget(m_reason);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &VerbDialog::judge);
    m_reason->setFocus();
    return box;
}

QWidget *VerbDialog::createButtons(const theme::Theme &theme, Verb verb)
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *cancel = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Cancel"));
    cancel->setObjectName(u"cancel"_s);
    cancel->setDefault(true);
    m_accept = new widgets::Button(theme, widgets::Button::Kind::Danger, VerbRules::name(verb).remove(u'…'));
    m_accept->setObjectName(u"accept"_s);
    m_accept->setAutoDefault(false);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_accept);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QAbstractButton::clicked, this, &QDialog::accept);
    return box;
}

QWidget *VerbDialog::createName()
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"nameToType"_s);
    m_name->setPlaceholderText(tr("Type “%1” to go on").arg(m_nameToType));
    m_name->setAccessibleName(m_name->placeholderText());
    connect(m_name, &QLineEdit::textChanged, this, &VerbDialog::judge);
    return m_name;
}

/// The button is on once all that the verb wants is there; its tooltip says what is missing.
void VerbDialog::judge()
{
    QString missing;
    const qsizetype length = reason().toUtf8().size();
    if (m_name && m_name->text() != m_nameToType)
        missing = m_name->placeholderText();
    if (m_reason && length == 0)
        missing = tr("A reason is needed.");
    if (m_reason && length > core::message::reasonBytesMax)
        missing = tr("The reason is too long.");
    m_accept->setEnabled(missing.isEmpty());
    m_accept->setToolTip(missing);
}

} // namespace ui
