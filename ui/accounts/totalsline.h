// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class ElidedLabel;
class StateChip;
} // namespace widgets

namespace ui {

/// A + B + in flight = total, and whether that is what it was when watching began. For a bank alone its sum.
class TotalsLine final : public QWidget
{
    Q_OBJECT
public:
    explicit TotalsLine(const theme::Theme &theme, QWidget *parent = nullptr);

    void show(const BankTotals &totals, const QString &nameA, const QString &nameB);

private:
    struct Figure
    {
        QWidget *box;
        QLabel *name;
        widgets::ElidedLabel *value;
    };

    Figure addFigure(QHBoxLayout *row, const QString &objectName);
    QLabel *addSign(QHBoxLayout *row, const QString &sign);
    void colorInFlight();
    void showChip(const BankTotals &totals);

    const theme::Theme &m_theme;
    Figure m_a;
    Figure m_b;
    Figure m_inFlight;
    Figure m_total;
    widgets::StateChip *m_chip;
    QList<QWidget *> m_ofPairs; ///< what a bank alone has not
};

} // namespace ui
