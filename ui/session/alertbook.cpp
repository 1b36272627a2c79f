// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/alertbook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

QString alertKindName(AlertKind kind)
{
    switch (kind) {
    case AlertKind::PreparedTooOld:
        return u"prepared-too-old"_s;
    case AlertKind::Stalled:
        return u"stalled"_s;
    case AlertKind::MoneyWrong:
        return u"money-wrong"_s;
    case AlertKind::StoreAway:
        return u"store-away"_s;
    }
    return {};
}

QList<AlertBook::Change> AlertBook::take(const AlertFacts &facts, core::TimePoint now)
{
    QList<Change> changes;
    for (const AlertKind kind : alertKinds) {
        const Finding finding = find(kind, facts);
        if (!finding.known)
            continue;
        if (const auto change = follow(m_lines[static_cast<std::size_t>(kind)], kind, finding, now))
            changes.append(*change);
    }
    return changes;
}

AlertBook::Finding AlertBook::find(AlertKind kind, const AlertFacts &facts) const
{
    switch (kind) {
    case AlertKind::PreparedTooOld: {
        if (!facts.backlog)
            return {};
        const core::Millis age = facts.backlog->oldestPrepared.value_or(core::Millis(0));
        const core::Millis limit = m_rules.preparedMax;
        return {true, age > limit, age.count(), limit.count(), {}};
    }
    case AlertKind::Stalled:
        if (!facts.backlog)
            return {};
        return {true, facts.backlog->stalled > m_rules.stalledMax, facts.backlog->stalled, m_rules.stalledMax, {}};
    case AlertKind::MoneyWrong:
        if (!facts.missing)
            return {};
        return {true, *facts.missing != core::Money(), facts.missing->cents(), 0, {}};
    case AlertKind::StoreAway:
        return {true, facts.storeIsAway, 0, 0, facts.storeProblem};
    }
    return {};
}

std::optional<AlertBook::Change> AlertBook::follow(Line &line, AlertKind kind, const Finding &finding,
                                                   core::TimePoint now)
{
    const bool isTold = line.alert && !line.alert->clearedAt;
    if (isTold && finding.holds && qAbs(finding.value) > qAbs(line.alert->value))
        line.alert->value = finding.value;
    if (finding.holds == isTold) {
        line.turnedAt.reset();
        return std::nullopt;
    }
    line.turnedAt = line.turnedAt.value_or(now);
    const core::Millis raisesAfter = kind == AlertKind::MoneyWrong ? moneySettles : core::Millis(0);
    if (now - *line.turnedAt < (isTold ? clearsAfter : raisesAfter))
        return std::nullopt;
    line.turnedAt.reset();
    return isTold ? clear(line, now) : raise(line, kind, finding, now);
}

AlertBook::Change AlertBook::raise(Line &line, AlertKind kind, const Finding &finding, core::TimePoint now)
{
    line.alert =
        Alert{.kind = kind, .raisedAt = now, .value = finding.value, .limit = finding.limit, .detail = finding.detail};
    return {*line.alert, true};
}

AlertBook::Change AlertBook::clear(Line &line, core::TimePoint now)
{
    line.alert->clearedAt = now;
    const Change change{*line.alert, false};
    if (line.alert->acknowledged)
        line.alert.reset();
    return change;
}

void AlertBook::acknowledge(AlertKind kind)
{
    std::optional<Alert> &alert = m_lines[static_cast<std::size_t>(kind)].alert;
    if (!alert)
        return;
    alert->acknowledged = true;
    if (alert->clearedAt)
        alert.reset();
}

QList<Alert> AlertBook::alerts() const
{
    QList<Alert> alerts;
    for (const Line &line : m_lines) {
        if (line.alert)
            alerts.append(*line.alert);
    }
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const Alert &a, const Alert &b) { return a.raisedAt > b.raisedAt; });
    return alerts;
}

int AlertBook::openCount() const
{
    const QList<Alert> all = alerts();
    return int(std::count_if(all.cbegin(), all.cend(), [](const Alert &alert) { return !alert.acknowledged; }));
}

} // namespace ui
