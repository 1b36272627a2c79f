// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/transfercard.h"

#include "ui/faultlab/pointwords.h"
#include "ui/faultlab/transferrun.h"
#include "ui/session/connections.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/switch.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr std::chrono::milliseconds countdownEvery{250};

} // namespace

TransferCard::TransferCard(Session &session, TransferRun &run, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_run(run)
    , m_theme(theme)
    , m_clock(session)
    , m_card(new widgets::Card)
    , m_what(new QLabel)
    , m_headline(new QLabel)
    , m_detail(new QLabel)
    , m_start(new widgets::Button(theme, widgets::Button::Kind::Primary, {}))
    , m_quick(new widgets::Switch(theme, {}))
    , m_open(new widgets::Button(theme, widgets::Button::Kind::Link, {}))
{
    theme::setTextSize(*m_what, theme::TextSize::Small);
    theme::setTone(*m_what, theme::Tone::Muted);
    theme::setTextSize(*m_headline, theme::TextSize::DialogTitle);
    theme::setTone(*m_detail, theme::Tone::Muted);
    m_headline->setObjectName(u"runHeadline"_s);
    m_detail->setObjectName(u"runDetail"_s);
    for (QLabel *label : {m_what, m_headline, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_start->setObjectName(u"runTransfer"_s);
    m_start->setIconName(u"play"_s);
    m_quick->setObjectName(u"quickWaits"_s);
    m_quick->setCheckable(true);
    m_quick->setChecked(true);
    m_open->setObjectName(u"openRunMessage"_s);
    m_open->setIconName(u"external"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(16);
    buttons->addWidget(m_start);
    buttons->addWidget(m_quick);
    buttons->addStretch(1);
    buttons->addWidget(m_open);
    m_card->padBody();
    m_card->body()->setSpacing(6);
    m_card->body()->addWidget(m_what);
    m_card->body()->addWidget(m_headline);
    m_card->body()->addWidget(m_detail);
    m_card->body()->addStretch(1);
    m_card->body()->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_start, &QAbstractButton::clicked, this, &TransferCard::start);
    connect(m_open, &QAbstractButton::clicked, this, [this] { emit openMessage(m_run.gid()); });
    connect(&m_run, &TransferRun::changed, this, &TransferCard::showRun);
    connect(&m_session, &Session::engineChanged, this, &TransferCard::showRun);
    connect(&m_session.faults(), &FaultDesk::downChanged, this, &TransferCard::showRun);
    auto *ticker = new QTimer(this);
    connect(ticker, &QTimer::timeout, this, [this] {
        if (isVisible() && m_run.hasStarted() && !m_run.isOver())
            showRun();
    });
    ticker->start(countdownEvery);
    retranslate();
}

void TransferCard::start()
{
    const Connection &strictest = m_session.transferConnection();
    const Consent wanted = consentWanted(strictest.safety);
    if (wanted != Consent::NotAsked && !confirm(strictest))
        return;
    const core::Status started = m_run.start(m_quick->isChecked(), wanted);
    m_problem = started.ok() ? QString() : widgets::coreWords(started.error().detail);
    showRun();
}

bool TransferCard::confirm(const Connection &connection)
{
    const widgets::Question question{
        tr("Send 30.00 from user %1 to user %2?").arg(TransferRun::fromUser).arg(TransferRun::toUser),
        //: %1: the name of a connection
        tr("The money moves at once. “%1” wants to be asked first.").arg(Connections::labelOf(connection)), tr("Send"),
        nameToType(connection)};
    return widgets::ConfirmDialog(m_theme, question, this).exec() == QDialog::Accepted;
}

QString TransferCard::headline() const
{
    using core::message::State;
    const TransferOutcome outcome = m_run.outcome();
    if (!m_problem.isEmpty())
        return tr("Nothing was sent.");
    if (!m_run.hasStarted())
        return tr("Arm a fault, then run a transfer and watch.");
    if (m_run.isOver() && outcome.isBrokenOff)
        return tr("Ended: no message was made, and nothing moved.");
    if (m_run.isOver())
        return outcome.state == State::Succeed ? tr("Delivered: bank B answered SUCCESS.")
                                               : tr("Ended: the message failed, and nothing is credited.");
    if (m_session.faults().down().contains(FaultDesk::Part::Engine))
        return tr("The coordinator is down.");
    if (outcome.state == State::Submitted && outcome.retrying)
        return tr("Submitted; the call is tried again.");
    if (m_run.lastPoint().isEmpty())
        return tr("On its way…");
    return PointWords::title(m_run.lastPoint());
}

QString TransferCard::detail() const
{
    const TransferOutcome outcome = m_run.outcome();
    if (!m_problem.isEmpty())
        return m_problem;
    if (!m_run.hasStarted())
        return tr("Its way is drawn in the picture as it goes; a fault is marked where it strikes.");
    QStringList parts;
    if (m_run.isOver()) {
        if (outcome.timeToSucceed)
            //: %1: a time
            parts << tr("It took %1.").arg(widgets::formatDuration(*outcome.timeToSucceed));
    } else if (!m_run.lastPoint().isEmpty()) {
        parts << PointWords::place(m_run.lastPoint());
    }
    if (!m_run.isOver() && outcome.dueAt && *outcome.dueAt > m_clock.now())
        //: %1: "0.4 s", or "now"
        parts << tr("Next in %1.").arg(widgets::formatCountdown(*outcome.dueAt - m_clock.now()));
    if (!m_run.struck().isEmpty())
        parts << tr("%n fault(s) struck it.", nullptr, int(m_run.struck().size()));
    if (!outcome.note.isEmpty())
        parts << widgets::coreWords(outcome.note);
    return widgets::joinSentences(parts);
}

void TransferCard::showRun()
{
    m_headline->setText(headline());
    m_detail->setText(detail());
    const bool isSending = m_session.transferProgress().running;
    const bool canRun = !isSending && !m_session.readOnly() && !m_session.coordinatorUrl().isEmpty();
    m_start->setEnabled(canRun);
    QString tip = tr("Send 30.00 from user %1 to user %2").arg(TransferRun::fromUser).arg(TransferRun::toUser);
    if (m_session.readOnly())
        tip = tr("The console is read-only here.");
    else if (isSending)
        tip = tr("A transfer is being sent.");
    else if (!canRun)
        tip = tr("The engine does not run.");
    m_start->setToolTip(tip);
    m_open->setEnabled(m_run.hasStarted());
    m_open->setToolTip(m_run.hasStarted() ? widgets::shownGid(QString::fromLatin1(m_run.gid()))
                                          : tr("No transfer was run yet."));
}

void TransferCard::retranslate()
{
    m_what->setText(tr("One transfer of 30.00 from user %1 of bank A to user %2 of bank B")
                        .arg(TransferRun::fromUser)
                        .arg(TransferRun::toUser));
    m_start->setText(tr("Run a transfer"));
    m_quick->setText(tr("35 s waits take 3 s"));
    m_quick->setToolTip(tr("An unsubmitted message is asked back after 3 s in place of 35 s, and a call is tried again "
                           "after 2 s in place of 10 s."));
    m_open->setText(tr("Open message"));
    showRun();
}

} // namespace ui
