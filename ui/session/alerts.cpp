// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/alerts.h"

#include "ui/session/desktopnotifier.h"
#include "ui/session/log.h"
#include "ui/session/webhook.h"

namespace ui {

Alerts::Alerts(std::unique_ptr<DesktopNotifier> desktop, std::unique_ptr<Webhook> webhook, QObject *parent)
    : QObject(parent)
    , m_desktop(std::move(desktop))
    , m_webhook(std::move(webhook))
{
    m_words = [](const Alert &alert) { return Words{alertKindName(alert.kind), {}}; };
    connect(m_desktop.get(), &DesktopNotifier::changed, this, &Alerts::changed);
    connect(m_webhook.get(), &Webhook::changed, this, &Alerts::changed);
}

Alerts::~Alerts() = default;

void Alerts::setRules(const AlertRules &rules)
{
    if (rules == m_book.rules())
        return;
    m_book.setRules(rules);
    m_webhook->setUrl(rules.webhook);
    emit rulesChanged();
}

void Alerts::take(const AlertFacts &facts, core::TimePoint now)
{
    for (const AlertBook::Change &change : m_book.take(facts, now))
        tell(change);
    QList<Alert> present = m_book.alerts();
    if (present != std::exchange(m_told, present))
        emit changed();
}

void Alerts::tell(const AlertBook::Change &change)
{
    qCWarning(lcSession).nospace() << "alert kind=" << alertKindName(change.alert.kind) << " raised=" << change.isRaised
                                   << " value=" << change.alert.value;
    const Words words = m_words(change.alert);
    const AlertNews news{change.alert, change.isRaised, words.title, words.text};
    if (m_book.rules().desktop)
        m_desktop->tell(news);
    m_webhook->tell(news);
}

void Alerts::acknowledge(AlertKind kind)
{
    m_book.acknowledge(kind);
    m_told = m_book.alerts();
    emit changed();
}

QString Alerts::desktopProblem() const
{
    return m_book.rules().desktop ? m_desktop->problem() : QString();
}

QString Alerts::webhookProblem() const
{
    return m_webhook->problem();
}

} // namespace ui
