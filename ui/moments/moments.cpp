// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/moments/moments.h"

#include <algorithm>

namespace ui {
namespace {

core::Money balanceIn(const QList<AccountBalance> &balances, const AccountBalance &account)
{
    const auto same = [&](const AccountBalance &one) { return one.side == account.side && one.user == account.user; };
    const auto found = std::find_if(balances.begin(), balances.end(), same);
    return found == balances.end() ? account.balance : found->balance;
}

} // namespace

StateThen stateAt(const Moments &moments, qsizetype index)
{
    if (moments.all.isEmpty())
        return {};
    const qsizetype at = std::clamp<qsizetype>(index, 0, moments.all.size() - 1);
    const Moment &now = moments.all.at(at);
    const Moment &before = moments.all.at(std::max<qsizetype>(at - 1, 0));
    StateThen state{.at = now.at,
                    .text = now.text,
                    .caption = moments.captions.value(now.scene),
                    .inFlight = now.inFlight,
                    .total = now.inFlight,
                    .steps = now.steps};
    for (const AccountBalance &account : now.balances) {
        state.balances << BalanceThen{account, account.balance - balanceIn(before.balances, account)};
        state.total = state.total + account.balance;
    }
    for (const PresentRow &row : now.rows)
        state.rows << RowThen{row, at > 0 && !before.rows.contains(row)};
    for (const MessageFace &face : now.faces)
        state.faces << FaceThen{face, at > 0 && !before.faces.contains(face)};
    return state;
}

qsizetype momentAt(const Moments &moments, core::Millis at)
{
    const auto after = std::upper_bound(moments.all.begin(), moments.all.end(), at,
                                        [](core::Millis time, const Moment &moment) { return time < moment.at; });
    const qsizetype count = after - moments.all.begin();
    return moments.all.isEmpty() ? -1 : std::max<qsizetype>(count - 1, 0);
}

qsizetype lastOfScene(const Moments &moments, int scene)
{
    for (qsizetype i = moments.all.size() - 1; i >= 0; --i) {
        if (moments.all.at(i).scene == scene)
            return i;
    }
    return -1;
}

} // namespace ui
