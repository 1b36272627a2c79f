// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/alertwords.h"

#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ui::AlertWords)

public:
    static Alerts::Words prepared(const Alert &alert);
    static Alerts::Words stalled(const Alert &alert);
    static Alerts::Words money(const Alert &alert);
    static Alerts::Words store(const Alert &alert);
};

int bounded(std::int64_t count)
{
    return int(std::clamp<std::int64_t>(count, 0, std::numeric_limits<int>::max()));
}

Alerts::Words Text::prepared(const Alert &alert)
{
    const QString age = widgets::formatAge(core::Millis(alert.value));
    const QString limit = widgets::formatAge(core::Millis(alert.limit));
    return {tr("A message has been prepared for too long"),
            tr("It is neither submitted nor taken back after %1; the limit is %2.").arg(age, limit)};
}

Alerts::Words Text::stalled(const Alert &alert)
{
    return {tr("%Ln message(s) stalled", nullptr, bounded(alert.value)),
            tr("They failed too often in a row and are still tried again. See what they answer.")};
}

Alerts::Words Text::money(const Alert &alert)
{
    const core::Money amount = core::Money::fromCents(alert.value);
    const QString title = amount > core::Money() ? tr("Money is missing: %1").arg(widgets::formatMoney(amount))
                                                 : tr("There is too much money: %1").arg(widgets::formatMoney(-amount));
    return {title, tr("Balances and what is in flight are not the total that they were.")};
}

Alerts::Words Text::store(const Alert &alert)
{
    return {tr("The store is away"), widgets::coreWords(alert.detail)};
}

} // namespace

Alerts::Words alertWords(const Alert &alert)
{
    switch (alert.kind) {
    case AlertKind::PreparedTooOld:
        return Text::prepared(alert);
    case AlertKind::Stalled:
        return Text::stalled(alert);
    case AlertKind::MoneyWrong:
        return Text::money(alert);
    case AlertKind::StoreAway:
        return Text::store(alert);
    }
    return {};
}

} // namespace ui
