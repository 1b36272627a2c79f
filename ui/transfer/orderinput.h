// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/transfertypes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>

namespace ui {

enum class OrderField { Amount, Count, Rate, Delay };

/// What stands in the fields of the form, as it was typed.
struct OrderTexts
{
    QString amount;
    QString count;
    QString rate;
    QString delay;
};

/// Reads the fields of the form and says of each wrong one what would be right. Pure but for the language of its words.
class OrderInput final
{
    Q_DECLARE_TR_FUNCTIONS(ui::OrderInput)
public:
    /// texts as typed; users and waiting are those of base.
    static OrderInput read(const OrderTexts &texts, const TransferOrder &base);
    static OrderTexts textsOf(const TransferOrder &order);

    bool ok() const { return m_problems.isEmpty(); }
    const TransferOrder &order() const { return m_order; } ///< of meaning only if ok()
    QString problem(OrderField field) const { return m_problems.value(field); } ///< empty: the field is right

    /// "50 × 30.00 = 1,500.00", what moves in all.
    static QString sumText(const TransferOrder &order, const QLocale &locale = QLocale());
    /// How long sending takes and what it leaves: "in about 5 s. User 1 keeps 8,260.00." No balance: it is not known.
    static QString effectText(const TransferOrder &order, std::optional<core::Money> balance,
                              const QLocale &locale = QLocale());

private:
    void readAmount(const QString &text);
    int readNumber(OrderField field, const QString &text, int min, int max);

    TransferOrder m_order;
    QMap<OrderField, QString> m_problems;
};

} // namespace ui
