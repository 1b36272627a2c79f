// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/session/proofreport.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class EmptyState;
class Legend;
class TotalPlot;
} // namespace widgets

namespace ui {

class EvidenceCard;
class NaiveRepair;
class PairChooser;
class Session;
class SqlCard;
class SumCard;
class VerdictBanner;

/// Whether all money is accounted for, with the evidence: checked again and again while the page is shown.
class ProofPage final : public QWidget
{
    Q_OBJECT
public:
    ProofPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);
    ~ProofPage() override;

    void retranslate();
    /// Writes the report that is shown, as HTML or, by the name's ending, as JSON.
    core::Status exportTo(const QString &path) const;

public slots:
    /// Checks once more, now.
    void refresh();
    /// What naive transfers lost, and the way to put it right.
    void showNaiveLosses();

signals:
    void openMessage(const QByteArray &gid);
    void openConnections();
    void told(const QString &sentence, bool isBad); ///< what came of something
    void statusTextChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void createBanner();
    QWidget *createPlot();
    void connectParts();
    void setWidths();
    void begin();
    void watch(bool on);
    int bank() const; ///< the sender of the pair that is shown; −1: there is no pair
    void takeConnections();
    void take();
    void takeReport();
    void takePlot();
    void showEmpty();
    void showEvidence();
    void showVerdict();
    void showProgress();
    void showStatus();
    void openMark();
    void askForExport();

    Session &m_session;
    theme::Theme &m_theme;
    QStackedWidget *m_faces;
    widgets::EmptyState *m_empty;
    VerdictBanner *m_banner;
    PairChooser *m_pairs;
    widgets::Button *m_repair;
    widgets::Button *m_export;
    widgets::Button *m_check;
    widgets::TotalPlot *m_plot;
    widgets::Legend *m_legend;
    widgets::Card *m_plotCard;
    SumCard *m_sum;
    EvidenceCard *m_evidence;
    SqlCard *m_sql;
    NaiveRepair *m_naive;
    QTimer m_begin; ///< runs from the show until the reading begins
    QTimer m_tick;
    bool m_watching = false;
};

} // namespace ui
