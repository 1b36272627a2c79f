// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "ui/session/flowsample.h"

#include <QList>
#include <QString>

#include <array>

namespace ui {

/// What a person is called for.
enum class AlertKind { PreparedTooOld, Stalled, MoneyWrong, StoreAway };
inline constexpr std::array<AlertKind, 4> alertKinds{AlertKind::PreparedTooOld, AlertKind::Stalled,
                                                     AlertKind::MoneyWrong, AlertKind::StoreAway};
/// As it stands in a webhook: "prepared-too-old", …
QString alertKindName(AlertKind kind);

/// From when on a person is called, and how.
struct AlertRules
{
    core::seconds preparedMax{300}; ///< an older prepared message is too old
    int stalledMax = 0; ///< more stalled messages than these are too many
    bool desktop = true;
    QString webhook; ///< an http or https URL; empty: none
    friend bool operator==(const AlertRules &, const AlertRules &) = default;
};

/// What is known at one moment. What is unknown neither raises nor clears.
struct AlertFacts
{
    std::optional<Backlog> backlog;
    std::optional<core::Money> missing; ///< below zero: there is too much
    bool storeIsAway = false;
    QString storeProblem;
};

struct Alert
{
    AlertKind kind = AlertKind::StoreAway;
    core::TimePoint raisedAt;
    std::optional<core::TimePoint> clearedAt; ///< none: it holds
    bool acknowledged = false;
    std::int64_t value = 0; ///< the worst so far: milliseconds, messages, or cents
    std::int64_t limit = 0; ///< in the same unit
    QString detail; ///< of StoreAway: why

    friend bool operator==(const Alert &, const Alert &) = default;
};

/// Which alerts there are: each is raised once and not again while it holds, cleared when it is over, and stays until
/// a person acknowledged it. At most one of a kind. No thread, no clock.
class AlertBook final
{
public:
    struct Change
    {
        Alert alert;
        bool isRaised = false; ///< false: it was cleared
    };

    void setRules(const AlertRules &rules) { m_rules = rules; }
    const AlertRules &rules() const { return m_rules; }

    QList<Change> take(const AlertFacts &facts, core::TimePoint now);
    void acknowledge(AlertKind kind);

    QList<Alert> alerts() const; ///< the latest first
    int openCount() const; ///< not acknowledged yet

    /// The sum of the banks is read in steps: only what stays wrong is.
    static constexpr core::Millis moneySettles{3000};
    /// It must be over for so long, so that what flickers does not call again and again.
    static constexpr core::Millis clearsAfter{5000};

private:
    struct Finding
    {
        bool known = false;
        bool holds = false;
        std::int64_t value = 0;
        std::int64_t limit = 0;
        QString detail;
    };
    struct Line
    {
        std::optional<Alert> alert;
        std::optional<core::TimePoint> turnedAt; ///< since when what was found speaks against what is told
    };

    Finding find(AlertKind kind, const AlertFacts &facts) const;
    std::optional<Change> follow(Line &line, AlertKind kind, const Finding &finding, core::TimePoint now);
    static Change raise(Line &line, AlertKind kind, const Finding &finding, core::TimePoint now);
    static Change clear(Line &line, core::TimePoint now);

    AlertRules m_rules;
    std::array<Line, alertKinds.size()> m_lines;
};

} // namespace ui
