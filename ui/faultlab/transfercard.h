// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/sessionclock.h"

#include <QWidget>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class Switch;
} // namespace widgets

namespace ui {

struct Connection;
class FaultDesk;
class TransferRun;

/// Sends one transfer through the armed faults and says in words how far it came.
class TransferCard final : public QWidget
{
    Q_OBJECT
public:
    TransferCard(Session &session, TransferRun &run, const theme::Theme &theme, QWidget *parent = nullptr);

    void retranslate();

signals:
    void openMessage(const QByteArray &gid);

private:
    void start();
    /// Asks, since the engine or a bank wants that. True: go on.
    bool confirm(const Connection &connection);
    void showRun();
    QString headline() const;
    QString detail() const;

    Session &m_session;
    TransferRun &m_run;
    const theme::Theme &m_theme;
    SessionClock m_clock;
    QString m_problem;
    widgets::Card *m_card;
    QLabel *m_what;
    QLabel *m_headline;
    QLabel *m_detail;
    widgets::Button *m_start;
    widgets::Switch *m_quick;
    widgets::Button *m_open;
};

} // namespace ui
