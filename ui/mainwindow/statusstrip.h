// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/health.h"
#include "ui/session/bankview.h"

#include <QTimer>
#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {
class StatusItem;
}

namespace ui {

class Session;

/// The bar at the foot: connection, how fresh what is shown is, what the page says; whether all money is accounted for,
/// and the time.
class StatusStrip final : public QWidget
{
    Q_OBJECT
public:
    StatusStrip(const theme::Theme &theme, Session &session, QWidget *parent = nullptr);

    void setConnection(const Connection &connection);
    void setPageText(const QString &text);
    void retranslate();

signals:
    /// The verdict on the money was clicked: the page that explains it is wanted.
    void moneyClicked();
    /// What is armed was clicked: the fault lab is wanted.
    void faultsClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void noteUpdate();
    void fitPage();
    void refresh();
    void refreshMoney();
    void refreshFaults();
    QString moneyText(const BankTotals &totals) const;

    const theme::Theme &m_theme;
    Session &m_session;
    Connection m_engine;
    core::engine::Health::State m_shownState = core::engine::Health::State::Stopped;
    core::TimePoint m_updatedAt;
    QTimer m_ticker;
    widgets::StatusItem *m_connection;
    widgets::StatusItem *m_live;
    widgets::StatusItem *m_page;
    widgets::StatusItem *m_faults;
    widgets::StatusItem *m_money;
    widgets::StatusItem *m_time;
};

} // namespace ui
