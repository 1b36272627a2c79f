// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messageverbs.h"

#include "ui/messages/curlcommand.h"
#include "ui/messages/likethis.h"
#include "ui/messages/peekdialog.h"
#include "ui/messages/rawjson.h"
#include "ui/messages/sqlqueries.h"
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

} // namespace

MessageVerbs::MessageVerbs(Session &session, theme::Theme &theme, QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_theme(theme)
    , m_window(window)
    , m_copyMenu(std::make_unique<QMenu>())
    , m_whatHappened(makeAction(u"whatHappened"_s, u"step"_s))
    , m_saveCase(makeAction(u"saveCase"_s, u"download"_s))
    , m_likeThis(makeAction(u"transferLikeThis"_s, u"transfer"_s))
    , m_copyAsCurl(makeAction(u"copyAsCurl"_s, u"copy"_s))
    , m_copyAsJson(makeAction(u"copyAsJson"_s, u"copy"_s))
    , m_copyAsSql(makeAction(u"copyAsSql"_s, u"copy"_s))
{
    for (const Verb verb : allVerbs) {
        QAction *action = makeAction(VerbRules::objectName(verb), VerbRules::iconName(verb));
        connect(action, &QAction::triggered, this, [this, verb] { run(verb); });
        m_actions.insert(int(verb), action);
    }
    action(Verb::Peek)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    action(Verb::RetryNow)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    action(Verb::ReplayCheckback)->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_whatHappened->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    m_saveCase->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_likeThis->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    connect(m_likeThis, &QAction::triggered, this, [this] { emit transferRequested(orderOfMessage().value()); });
    m_copyAsCurl->setMenu(m_copyMenu.get());
    connect(m_whatHappened, &QAction::triggered, this, [this] { emit whatHappenedRequested(*m_message); });
    connect(m_saveCase, &QAction::triggered, this, [this] { emit saveCaseRequested(*m_message); });
    connect(m_copyAsJson, &QAction::triggered, this, &MessageVerbs::copyJson);
    connect(m_copyAsSql, &QAction::triggered, this, &MessageVerbs::copySql);
    connect(&m_session.connections(), &Connections::changed, this, &MessageVerbs::refresh);
    connect(m_copyMenu.get(), &QMenu::aboutToShow, this, &MessageVerbs::fillCopyMenu);
    retranslate();
}

QAction *MessageVerbs::makeAction(const QString &objectName, const QString &iconName)
{
    auto *action = new QAction(this);
    action->setObjectName(objectName);
    action->setIcon(m_theme.icon(iconName));
    return action;
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
    return all << m_likeThis << m_whatHappened << m_saveCase << m_copyAsCurl << m_copyAsJson << m_copyAsSql;
}

void MessageVerbs::retranslate()
{
    for (const Verb verb : allVerbs)
        action(verb)->setText(VerbRules::name(verb));
    m_whatHappened->setText(tr("Show What Happened"));
    m_saveCase->setText(tr("Save Case…"));
    m_likeThis->setText(tr("Transfer Like This"));
    m_copyAsCurl->setText(tr("Copy as curl"));
    m_copyAsJson->setText(tr("Copy as JSON"));
    m_copyAsSql->setText(tr("Copy as SQL"));
    refresh();
}

void MessageVerbs::refresh()
{
    const std::optional<Standing> standing = m_message ? std::optional(standingOf(*m_message)) : std::nullopt;
    for (const Verb verb : allVerbs) {
        const QString whyNot = VerbRules::whyNot(verb, standing, m_session.readOnly());
        action(verb)->setEnabled(whyNot.isEmpty());
        action(verb)->setToolTip(whyNot.isEmpty() ? VerbRules::explanation(verb) : whyNot);
        action(verb)->setStatusTip(action(verb)->toolTip());
    }
    refreshLikeThis();
    const QString none = tr("No message is chosen.");
    const auto offer = [&](QAction *copy, const QString &tip) {
        copy->setEnabled(m_message.has_value());
        copy->setToolTip(m_message ? tip : none);
    };
    offer(m_whatHappened,
          tr("Goes through this message event by event: its state, the balances and the barrier rows."));
    offer(m_saveCase,
          tr("Keeps this message with its attempts, barrier rows and balances in a file, to be looked at "
             "elsewhere. Secrets are masked."));
    offer(m_copyAsCurl, tr("Puts a call of this message on the clipboard, as a command for a shell."));
    offer(m_copyAsJson, tr("Puts all fields of this message and its attempts on the clipboard."));
    offer(m_copyAsSql, tr("Puts queries on the clipboard that find this message in the store and at the banks."));
}

/// Of one more transfer like the message that is open, where there can be one.
std::optional<TransferOrder> MessageVerbs::orderOfMessage() const
{
    return m_message ? orderLike(*m_message, m_session.connections().payloadFields()) : std::nullopt;
}

void MessageVerbs::refreshLikeThis()
{
    m_likeThis->setEnabled(orderOfMessage().has_value());
    QString tip = tr("Fills in the form of a transfer as this message has it; nothing is sent yet.");
    if (!m_likeThis->isEnabled())
        tip = m_message ? tr("Its payload names no receiver and amount.") : tr("No message is chosen.");
    m_likeThis->setToolTip(tip);
    m_likeThis->setStatusTip(tip);
}

void MessageVerbs::run(Verb verb)
{
    if (verb == Verb::Peek)
        return peek(*m_message);
    const bool isFree = m_session.connections().engine().safety == Connection::Safety::Open;
    return isFree && !VerbRules::isGrave(verb) ? send(verb, {}, Consent::NotAsked) : confirm(verb);
}

void MessageVerbs::peek(const core::message::Message &message)
{
    auto *dialog = new PeekDialog(m_theme, message, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    m_session.peek(message, dialog, [dialog](const Peek &peek) { dialog->showPeek(peek); });
}

void MessageVerbs::confirm(Verb verb)
{
    const QString name = nameToType(m_session.connections().engine());
    auto *dialog = new VerbDialog(m_theme, verb, *m_message, name, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const core::message::Message seen = *m_message;
    connect(dialog, &QDialog::accepted, this, [this, dialog, verb, seen, name] {
        if (!m_message || m_message->gid != seen.gid)
            return;
        m_message = seen; // decided on what the dialog showed; the engine refuses if that is no longer so
        send(verb, dialog->reason(), consentBy(name));
    });
    dialog->open();
    m_session.peek(seen, dialog, [dialog](const Peek &peek) { dialog->showPeek(peek); });
}

void MessageVerbs::send(Verb verb, const QString &reason, Consent consent)
{
    const QByteArray gid = m_message->gid.bytes();
    emit requested(verb, *m_message);
    const auto then = [this, gid](const std::optional<core::Error> &error) { emit answered(gid, error); };
    switch (verb) {
    case Verb::Peek:
        return;
    case Verb::ReplayCheckback:
        return m_session.replayCheckback(gid, this, then, consent);
    case Verb::RetryNow:
        return m_session.retryNow(gid, this, then, consent);
    case Verb::Submit:
        return m_session.submit(gid, this, then, consent);
    case Verb::Abort:
        return m_session.abort(gid, this, then, consent);
    case Verb::ForceStop:
        return m_session.forceStop(gid, reason, core::message::seenOf(*m_message), this, then, consent);
    case Verb::Resend:
        return resend(consent);
    }
}

void MessageVerbs::resend(Consent consent)
{
    const QByteArray gid = m_message->gid.bytes();
    const auto then = [this, gid](const core::Result<QByteArray> &made) {
        emit answered(gid, made.ok() ? std::nullopt : std::optional(made.error()));
        if (made.ok())
            emit resent(*made);
    };
    m_session.resend(gid, this, then, consent);
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
    connect(m_copyMenu->addAction(text), &QAction::triggered, this, [this, text, command] { copy(text, command); });
}

void MessageVerbs::copyJson()
{
    const core::message::Message message = *m_message;
    m_session.attempts(message.rowId, this, [this, message](const auto &attempts) {
        copy(tr("JSON"),
             QString::fromUtf8(rawJson(message, attempts.ok() ? *attempts : QList<core::message::Attempt>())));
    });
}

void MessageVerbs::copySql()
{
    copy(tr("SQL"), sqlQueries(*m_message));
}

void MessageVerbs::copy(const QString &what, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    emit copied(what);
}

} // namespace ui
