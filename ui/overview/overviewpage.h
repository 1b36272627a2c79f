// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/overview/truth.h"
#include "ui/session/alertbook.h"
#include "ui/session/overrides.h"
#include "ui/session/session.h"

#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace theme {
class Theme;
}

namespace widgets {
class Banner;
class EmptyState;
} // namespace widgets

namespace ui {

class AlertList;
class ErrorGroupsCard;
class FlowCharts;
class FlowWatch;
class KpiRow;
class TruthHead;

/// How it goes, on one page: whether all money is accounted for, what a person is needed for, the figures, their course
/// and what goes wrong. Paused, figures and charts hold still while the sentence and the alerts go on.
class OverviewPage final : public QWidget
{
    Q_OBJECT
public:
    OverviewPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);
    ~OverviewPage() override;

    bool isPaused() const { return m_isPaused; }
    /// Where the alerts are: the first that waits for a person gets the focus.
    void showAlerts();

public slots:
    /// Reads the store and the banks again.
    void refresh();
    void togglePause();
    /// Asks from when on a person is called, and how.
    void changeRules();

signals:
    void openMessages(const QString &filter);
    void openAccounts();
    void openTransfer();
    /// How fresh what is shown is: for the status bar.
    void statusTextChanged(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *createBody();
    void connectParts();
    void take();
    void takeTruth();
    void takeFlow();
    void showFace();
    void showSilence();
    void openAlert(AlertKind kind);
    void actOnFace();
    QString bankProblem() const;
    void showStatus();
    void retranslate();

    Session &m_session;
    theme::Theme &m_theme;
    core::SystemClock m_clock; ///< by which all here is dated
    FlowWatch &m_flow;
    Overrides m_overrides;
    bool m_isPaused = false;
    core::TimePoint m_pausedAt;

    TruthHead *m_head;
    widgets::Banner *m_silence;
    AlertList *m_alerts;
    KpiRow *m_kpis;
    FlowCharts *m_charts;
    ErrorGroupsCard *m_errors;
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
};

} // namespace ui
