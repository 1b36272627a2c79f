// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/enginebanner.h"

#include "ui/connections/passwordrequest.h"
#include "ui/session/connections.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr core::Millis clocksApartTold{2000}; ///< below, it changes nothing that a person would see

} // namespace

EngineBanner::EngineBanner(Session &session, const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_banner(new widgets::Banner(theme))
    , m_retry(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_password(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
    , m_useFile(new widgets::Button(theme, widgets::Button::Kind::Plain, {}))
{
    setObjectName(u"storeBanner"_s);
    m_retry->setObjectName(u"retryStore"_s);
    m_password->setObjectName(u"storePassword"_s);
    m_useFile->setObjectName(u"useSqlite"_s);
    for (widgets::Button *button : {m_useFile, m_password, m_retry})
        m_banner->addAction(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 0);
    column->addWidget(m_banner);
    connect(m_retry, &QAbstractButton::clicked, this, [this] { m_session.retryStore(); });
    connect(m_password, &QAbstractButton::clicked, this,
            [this] { requestPassword(m_session, m_theme, m_session.engine().connectionId, this); });
    connect(m_useFile, &QAbstractButton::clicked, this, &EngineBanner::useFile);
    connect(&m_session, &Session::engineChanged, this, &EngineBanner::refresh);
    connect(&m_session, &Session::healthChanged, this, &EngineBanner::refresh);
    retranslate();
}

void EngineBanner::refresh()
{
    setVisible(showPhase() || showHealth());
}

/// True: there is something to say.
bool EngineBanner::showPhase()
{
    using Phase = EngineState::Phase;
    const EngineState &state = m_session.engine();
    const Connection *connection = m_session.connections().find(state.connectionId);
    const QString label = connection ? Connections::labelOf(*connection) : QString();
    const bool isFile = state.connectionId == Connections::engineId;
    switch (state.phase) {
    case Phase::Opening:
        offer(false, false, !isFile);
        showContent(false, tr("Opening the store “%1”…").arg(label), tr("Nothing is taken before it is open."));
        return true;
    case Phase::Down:
        offer(false, false, false);
        showContent(true, tr("The coordinator is down: it was crashed on purpose."),
                    tr("It starts again from its store in a moment; until then nobody is answered."));
        return true;
    case Phase::Leaving:
        offer(false, false, false);
        showContent(false, tr("Leaving the store “%1”…").arg(label),
                    tr("Calls in flight are given some seconds to finish."));
        return true;
    case Phase::NeedsPassword:
        offer(false, true, !isFile);
        showContent(true, tr("The store “%1” needs its password.").arg(label),
                    tr("The engine stands still: no message goes on, and callers are turned away."));
        return true;
    case Phase::Away:
        offer(true, connection && connection->isMySql(), !isFile);
        showContent(true, tr("The store “%1” cannot be opened; the engine stands still.").arg(label),
                    widgets::coreWords(state.problem));
        return true;
    case Phase::Running:
    case Phase::Stopped:
        return false;
    }
    return false;
}

bool EngineBanner::showHealth()
{
    const EngineState &state = m_session.engine();
    const core::engine::Health health = m_session.health();
    offer(false, false, false);
    if (state.silentSince) {
        const QString waited = widgets::formatAge(m_clock.now() - *state.silentSince);
        showContent(true, tr("No answer from the store for %1.").arg(waited),
                    tr("What was accepted is kept there. New calls wait and are turned away if it lasts; it is tried "
                       "again by itself."));
        return true;
    }
    if (health.state != core::engine::Health::State::StoreAway)
        return showClock(health.storeAhead);
    showContent(true, tr("The store cannot be written; it is tried again by itself."),
                widgets::coreWords(health.detail));
    return true;
}

/// Messages are dated by the store's clock, the rest of the screen by this computer's.
bool EngineBanner::showClock(core::Millis ahead)
{
    if (std::chrono::abs(ahead) < clocksApartTold)
        return false;
    const QString apart = widgets::formatAge(std::chrono::abs(ahead));
    showContent(false,
                ahead > core::Millis(0)
                    ? tr("The clock of the store's server is %1 ahead of this computer's.").arg(apart)
                    : tr("The clock of the store's server is %1 behind this computer's.").arg(apart),
                tr("Messages are dated, and come due, by the server's clock. Have a time service (NTP) keep both."));
    return true;
}

void EngineBanner::showContent(bool isBad, const QString &title, const QString &text)
{
    m_banner->setContent(isBad ? widgets::Banner::Tone::Bad : widgets::Banner::Tone::Info, title, text);
}

void EngineBanner::offer(bool retry, bool password, bool file)
{
    m_retry->setVisible(retry);
    m_password->setVisible(password);
    m_useFile->setVisible(file);
}

void EngineBanner::useFile()
{
    const Connection file = *m_session.connections().find(Connections::engineId);
    const Consent wanted = consentWanted(file.safety);
    const widgets::Question question{tr("Have the engine keep its messages in “%1”?").arg(Connections::labelOf(file)),
                                     m_useFile->toolTip(), tr("Switch Store"), nameToType(file)};
    if (wanted != Consent::NotAsked && widgets::ConfirmDialog(m_theme, question, this).exec() != QDialog::Accepted)
        return;
    (void)m_session.switchStore(file.id, wanted); // refused only while it is on its way
}

void EngineBanner::retranslate()
{
    m_retry->setText(tr("Retry"));
    m_password->setText(tr("Enter Password…"));
    m_useFile->setText(tr("Use SQLite Instead"));
    m_useFile->setToolTip(tr("Works with the file in the data folder. What is in the other store stays there until it "
                             "is opened again."));
    refresh();
}

} // namespace ui
