// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/verbdialog.h"

#include "core/message/limits.h"
#include "ui/messages/peekwords.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr qsizetype gidEndLength = 8; // what the list shows of it

QString titleOf(Verb verb, const QString &gid)
{
    if (verb == Verb::Resend)
        return VerbDialog::tr("Resend message %1 as a new one?").arg(gid);
    if (verb == Verb::ReplayCheckback)
        return VerbDialog::tr("Replay the checkback of message %1?").arg(gid);
    if (verb == Verb::RetryNow)
        return VerbDialog::tr("Retry message %1 now?").arg(gid);
    return VerbDialog::tr("%1 message %2?").arg(VerbRules::plainName(verb), gid);
}

widgets::Question questionOf(Verb verb, const core::message::Message &message, const QString &nameToType)
{
    const QString name = VerbRules::plainName(verb);
    return {.title = titleOf(verb, message.gid.toString()),
            .text = VerbRules::explanation(verb),
            .verb = name,
            .nameToType = nameToType};
}

} // namespace

VerbDialog::VerbDialog(const theme::Theme &theme, Verb verb, const core::message::Message &message,
                       const QString &nameToType, QWidget *parent)
    : ConfirmDialog(theme, questionOf(verb, message, nameToType), parent)
    , m_message(message)
    , m_waitsForPeek(verb == Verb::ForceStop)
{
    if (verb == Verb::ForceStop || verb == Verb::Resend)
        setContent(createFacts());
    if (verb == Verb::ForceStop)
        setContent(createReason());
    if (verb == Verb::Resend)
        demand(u"gidToType"_s, message.gid.toString().right(gidEndLength));
    judge();
}

void VerbDialog::showPeek(const Peek &peek)
{
    m_waitsForPeek = false;
    if (m_facts) {
        QStringList facts{PeekWords::outlook(peek), VerbRules::applied(m_message)};
        facts << PeekWords::unconfirmed(peek, m_message) << PeekWords::rows(peek);
        facts.removeAll(QString());
        m_facts->setText(facts.join(u'\n'));
    }
    judge();
}

QString VerbDialog::reason() const
{
    return m_reason ? m_reason->toPlainText().trimmed() : QString();
}

QWidget *VerbDialog::createFacts()
{
    const bool isUndecided = m_message.state == core::message::State::Prepared;
    const QString sender = isUndecided ? tr("Sender: not known; it may have committed, and may still commit.")
                                       : tr("Sender: committed, and stays so.");
    QString text = VerbRules::applied(m_message);
    if (!m_message.finished())
        text.prepend(sender + u'\n');
    m_facts = new QLabel(text);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setWordWrap(true);
    m_facts->setObjectName(u"appliedFacts"_s);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    theme::setTone(*m_facts, theme::Tone::Muted);
    return m_facts;
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

QString VerbDialog::obstacle() const
{
    if (m_waitsForPeek)
        return tr("The banks are being read.");
    const qsizetype length = reason().toUtf8().size();
    if (m_reason && length == 0)
        return tr("A reason is needed.");
    return length > core::message::reasonBytesMax ? tr("The reason is too long.") : QString();
}

void VerbDialog::judge()
{
    setObstacle(obstacle());
}

} // namespace ui
