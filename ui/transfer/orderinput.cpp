// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/orderinput.h"

#include "ui/widgets/formatting.h"

using namespace Qt::StringLiterals;

namespace ui {

OrderInput OrderInput::read(const OrderTexts &texts, const TransferOrder &base)
{
    OrderInput input;
    input.m_order = base;
    input.readAmount(texts.amount.trimmed());
    input.m_order.count = input.readNumber(OrderField::Count, texts.count, 1, TransferOrder::countMax);
    input.m_order.ratePerSecond = input.readNumber(OrderField::Rate, texts.rate, 1, TransferOrder::rateMax);
    input.m_order.delay =
        core::seconds(input.readNumber(OrderField::Delay, texts.delay, 0, int(TransferOrder::delayMax.count())));
    return input;
}

void OrderInput::readAmount(const QString &text)
{
    const core::Result<core::Money> amount = core::Money::fromText(text.toUtf8());
    if (amount.ok() && *amount > core::Money()) {
        m_order.amount = *amount;
        return;
    }
    m_problems.insert(OrderField::Amount,
                      tr("An amount above zero with at most two decimals, such as %1").arg("30.00"_L1));
}

int OrderInput::readNumber(OrderField field, const QString &text, int min, int max)
{
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    if (isNumber && number >= min && number <= max)
        return number;
    m_problems.insert(field,
                      tr("A whole number from %1 to %2").arg(widgets::formatCount(min), widgets::formatCount(max)));
    return min;
}

OrderTexts OrderInput::textsOf(const TransferOrder &order)
{
    return {QString::fromLatin1(order.amount.toText()), QString::number(order.count),
            QString::number(order.ratePerSecond), QString::number(order.delay.count())};
}

QString OrderInput::sumText(const TransferOrder &order, const QLocale &locale)
{
    if (order.count == 1)
        return widgets::formatMoney(order.amount, locale);
    const core::Money sum = core::Money::fromCents(order.amount.cents() * order.count);
    return tr("%1 × %2 = %3", "count times amount is sum")
        .arg(widgets::formatCount(order.count, locale), widgets::formatMoney(order.amount, locale),
             widgets::formatMoney(sum, locale));
}

QString OrderInput::effectText(const TransferOrder &order, std::optional<core::Money> balance, const QLocale &locale)
{
    const core::Money sum = core::Money::fromCents(order.amount.cents() * order.count);
    const QString user = QString::number(order.fromUser);
    const int duration = (order.count + order.ratePerSecond - 1) / order.ratePerSecond;
    const QString when =
        order.count == 1 ? tr("at once.") : tr("in about %1 s.").arg(widgets::formatCount(duration, locale));
    if (!balance)
        return widgets::joinSentences({when, tr("What user %1 has is not known.").arg(user)});
    if (sum <= *balance)
        return widgets::joinSentences(
            {when, tr("User %1 keeps %2.").arg(user, widgets::formatMoney(*balance - sum, locale))});
    const int covered = int(balance->cents() / order.amount.cents());
    if (covered <= 0) {
        const QString few = order.count == 1 ? tr("User %1 has only %2: the bank refuses the transfer.")
                                             : tr("User %1 has only %2: the bank refuses all of them.");
        return widgets::joinSentences({when, few.arg(user, widgets::formatMoney(*balance, locale))});
    }
    return widgets::joinSentences(
        {when,
         tr("User %1 has only %2: enough for %Ln transfer(s), the bank refuses the others.", nullptr, covered)
             .arg(user, widgets::formatMoney(*balance, locale))});
}

} // namespace ui
