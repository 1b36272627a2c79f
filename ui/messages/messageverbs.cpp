// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messageverbs.h"

#include "ui/messages/curlcommand.h"
#include "ui/messages/verbdialog.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// More entries than this make no menu; those branches are in the Raw tab.
constexpr qsizetype branchesInMenuMax = 20;

QString actionObjectName(Verb verb)
{
    switch (verb) {
    case Verb::ReplayCheckback:
        return u"replayCheckback"_s;
    case Verb::RetryNow:
        return u"retryNow"_s;
    case Verb::Abort:
        return u"abort"_s;
    case Verb::ForceStop:
        return u"forceStop"_s;
    }
    return {};
}

} // namespace

MessageVerbs::MessageVerbs(Session &session, theme::Theme &theme, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_theme(theme)
    , m_window(window)
    , m_copyMenu(std::make_unique<QMenu>())
    , m_copyAsCurl(new QAction(this))
{
    for (const Verb verb : allVerbs) {
        auto *action = new QAction(this);
        action->setObjectName(actionObjectName(verb));
        action->setIcon(theme.icon(VerbRules::iconName(verb)));
        connect(action, &QAction::triggered, this, [this, verb] { run(verb); });
        m_actions.insert(int(verb), action);
    }
    action(Verb::RetryNow)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    m_copyAsCurl->setObjectName(u"copyAsCurl"_s);
    m_copyAsCurl->setIcon(theme.icon(u"copy"_s));
    m_copyAsCurl->setMenu(m_copyMenu.get());
    connect(&m_session.connections(), &Connections::changed, this, &MessageVerbs::refresh);
    connect(m_copyMenu.get(), &QMenu::aboutToShow, this, &MessageVerbs::fillCopyMenu);
    retranslate();
}

MessageVerbs::~MessageVerbs() = default;

void MessageVerbs::setMessage(const std::optional<core::message::Message> &message)
{
    m_message = message;
    refresh();
}

QList<QAction *> MessageVerbs::actions() const
{
    QList<QAction *> all;
    for (const Verb verb : allVerbs)
        all << action(verb);
    return all << m_copyAsCurl;
}

void MessageVerbs::retranslate()
{
    for (const Verb verb : allVerbs)
        action(verb)->setText(VerbRules::name(verb));
    m_copyAsCurl->setText(tr("Copy as curl"));
    refresh();
}

void MessageVerbs::refresh()
{
    const core::message::Message *message = m_message ? &*m_message : nullptr;
    for (const Verb verb : allVerbs) {
        const QString whyNot = VerbRules::whyNot(verb, message, m_session.readOnly());
        action(verb)->setEnabled(whyNot.isEmpty());
        action(verb)->setToolTip(whyNot.isEmpty() ? VerbRules::explanation(verb) : whyNot);
        action(verb)->setStatusTip(action(verb)->toolTip());
    }
    m_copyAsCurl->setEnabled(message != nullptr);
    m_copyAsCurl->setToolTip(message ? tr("Puts a call of this message on the clipboard, as a command for a shell.")
                                     : tr("No message is chosen."));
}

void MessageVerbs::run(Verb verb)
{
    const bool isFree = m_session.connections().engine().safety == Connection::Safety::Open;
    switch (verb) {
    case Verb::ReplayCheckback:
    case Verb::RetryNow:
        return isFree ? send(verb, {}) : confirm(verb);
    case Verb::Abort:
    case Verb::ForceStop:
        return confirm(verb);
    }
}

void MessageVerbs::confirm(Verb verb)
{
    const Connection &engine = m_session.connections().engine();
    const bool wantsName = engine.safety == Connection::Safety::TypeName;
    auto *dialog =
        new VerbDialog(m_theme, verb, *m_message, wantsName ? Connections::labelOf(engine) : QString(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QByteArray gid = m_message->gid.bytes();
    connect(dialog, &QDialog::accepted, this, [this, dialog, verb, gid] {
        if (m_message && m_message->gid.bytes() == gid)
            send(verb, dialog->reason());
    });
    dialog->open();
}

void MessageVerbs::send(Verb verb, const QString &reason)
{
    const QByteArray gid = m_message->gid.bytes();
    emit requested(verb, *m_message);
    const auto then = [this, gid](const std::optional<core::Error> &error) { emit answered(gid, error); };
    switch (verb) {
    case Verb::ReplayCheckback:
        return m_session.replayCheckback(gid, this, then);
    case Verb::RetryNow:
        return m_session.retryNow(gid, this, then);
    case Verb::Abort:
        return m_session.abort(gid, this, then);
    case Verb::ForceStop:
        return m_session.forceStop(gid, reason, this, then);
    }
}

void MessageVerbs::fillCopyMenu()
{
    m_copyMenu->clear();
    if (!m_message)
        return;
    addCopy(tr("Submit"), submitCommand(*m_message, m_session.coordinatorUrl()));
    const auto &branches = m_message->content->branches;
    for (qsizetype i = 0; i < std::min(branches.size(), branchesInMenuMax); ++i)
        addCopy(tr("Branch %1").arg(QString::fromLatin1(branches.at(i).id)), branchCommand(*m_message, int(i)));
    if (const QString command = checkbackCommand(*m_message); !command.isEmpty())
        addCopy(tr("Checkback (may fence the message)"), command);
}

void MessageVerbs::addCopy(const QString &text, const QString &command)
{
    QAction *entry = m_copyMenu->addAction(text);
    connect(entry, &QAction::triggered, this, [this, text, command] {
        QGuiApplication::clipboard()->setText(command);
        emit copied(text);
    });
}

} // namespace ui
