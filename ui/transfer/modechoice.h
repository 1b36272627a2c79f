// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/transfertypes.h"

#include <QButtonGroup>
#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {
class FlowStrip;
class OptionCard;
} // namespace widgets

namespace ui {

/// How a transfer is sent, each way with one sentence and a drawing on what differs: the promise on record before the
/// debit and the way back when something dies, or debit and call.
class ModeChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit ModeChoice(const theme::Theme &theme, QWidget *parent = nullptr);

    TransferMode mode() const;
    void setMode(TransferMode mode);
    /// Why the naive way is closed; empty: it is open. A choice of it goes back to the other.
    void setNaiveObstacle(const QString &reason);
    void retranslate();

signals:
    void changed();

private:
    widgets::OptionCard *m_twoPhase;
    widgets::OptionCard *m_naive;
    widgets::FlowStrip *m_twoPhaseFlow;
    widgets::FlowStrip *m_naiveFlow;
    QButtonGroup m_group;
    QString m_obstacle;
};

} // namespace ui
