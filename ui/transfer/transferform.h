// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"
#include "ui/transfer/orderinput.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QVBoxLayout;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class FieldBox;
class Switch;
} // namespace widgets

namespace ui {

class AccountPicker;
class ModeChoice;

/// The form of a transfer: who pays whom how much, how often and how fast. Holds no state beyond its fields.
class TransferForm final : public QWidget
{
    Q_OBJECT
public:
    explicit TransferForm(const theme::Theme &theme, QWidget *parent = nullptr);

    void setBanks(const QList<BankInfo> &banks);
    void setAccounts(const QList<AccountRow> &from, const QList<AccountRow> &to);
    void setOrder(const TransferOrder &order);
    /// What "Like the last one" fills in; the button is off without it.
    void setLastOrder(const std::optional<TransferOrder> &order);
    /// Why nothing can be sent now; empty: it can.
    void setObstacle(const QString &reason);
    /// Why the naive way is closed; empty: it is open.
    void setNaiveObstacle(const QString &reason);
    /// Why no fault can be armed; empty: it can. mayBeOpened: switching the fault lab on is all that it takes.
    void setFaultObstacle(const QString &reason, bool mayBeOpened);
    /// A refusal of the whole order, below the summary; goes away with the next change.
    void showRefusal(const QString &reason);
    OrderInput input() const;
    void retranslate();

public slots:
    /// Emits orderGiven() if every field is right, else puts the cursor into the first wrong one.
    void send();

signals:
    void obstacleChanged(const QString &whyNot); ///< why nothing can be sent now; empty: it can
    void faultLabWanted(); ///< to be switched on
    void orderGiven(const ui::TransferOrder &order);

private:
    QWidget *createParties();
    QWidget *createFields();
    QWidget *createWaitBox();
    QWidget *createPresetBox();
    QString obstacle() const;
    void showObstacle();
    QWidget *createFoot();
    void connectFields();
    void check();
    void showSummary(const OrderInput &input);
    widgets::FieldBox *box(OrderField field) const;

    const theme::Theme &m_theme;
    widgets::Card *m_card;
    widgets::Button *m_likeLast;
    QLabel *m_fromLabel;
    QLabel *m_toLabel;
    AccountPicker *m_from;
    AccountPicker *m_to;
    QMap<OrderField, widgets::FieldBox *> m_boxes;
    QLabel *m_waitLabel;
    widgets::Switch *m_wait;
    QLabel *m_howLabel;
    ModeChoice *m_modes;
    QLabel *m_presetLabel;
    QComboBox *m_preset;
    widgets::Button *m_labOn;
    QString m_labObstacle;
    QLabel *m_summary;
    QLabel *m_refusal;
    QBoxLayout *m_lastRow;
    QLabel *m_hint;
    widgets::Button *m_send;
    std::optional<TransferOrder> m_lastOrder;
    QString m_obstacle;
};

} // namespace ui
