// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofreport.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class TabStrip;
}

namespace ui {

class InvariantsModel;
class ReconciliationModel;

/// What was found: the invariants one by one, the barrier rows beside the messages, and what the checks leave out.
class EvidenceCard final : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceCard(theme::Theme &theme, QWidget *parent = nullptr);

    /// Without a report nothing is known yet.
    void show(const std::optional<ProofReport> &report);
    /// Of the chosen invariant; null without a report.
    const InvariantFinding *chosen() const;
    void choose(Invariant invariant);
    /// Where there is little room, the SQL stands in its card alone.
    void setSqlShown(bool on);
    void setWidths();
    void retranslate();

signals:
    void chosenChanged();
    void openMessage(const QByteArray &gid);

private:
    QTableView *addTable(const QString &name, QAbstractItemModel &model);
    void createInvariants();
    void createReconciliation();
    QWidget *createHead();
    void createExempt();
    void showExempt(const QList<ExemptMessage> &exempt);

    theme::Theme &m_theme;
    widgets::TabStrip *m_tabs;
    QLabel *m_counts;
    QLabel *m_exempt;
    QStackedWidget *m_tables;
    InvariantsModel *m_invariants;
    ReconciliationModel *m_rows;
    QTableView *m_invariantTable = nullptr;
    QTableView *m_rowTable = nullptr;
};

} // namespace ui
