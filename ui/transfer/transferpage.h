// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/sessionclock.h"
#include "ui/session/transfertypes.h"

#include <QWidget>

#include <optional>

class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class EmptyState;
} // namespace widgets

namespace ui {

class ComparisonCard;
class ProgressCard;
class ResultsModel;
class TransferForm;

/// Sends transfers from bank A to bank B and shows what becomes of each.
class TransferPage final : public QWidget
{
    Q_OBJECT
public:
    TransferPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);
    ~TransferPage() override;

    void retranslate();
    QString statusText() const;

public slots:
    /// Fills in the form; nothing is sent.
    void fillIn(const ui::TransferOrder &order);
    /// Reads the balances again.
    void refresh();

signals:
    void openMessage(const QByteArray &gid);
    void openMessages();
    void openProof();
    void statusTextChanged(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *createResults();
    QTableView *createTable();
    void setWidths();
    void connectAll();
    bool mayStart(const TransferOrder &order);
    void startTransfers(const TransferOrder &order);
    void refreshBanks();
    void refreshRun();
    QString obstacle() const; ///< why nothing can be sent now; empty: it can
    void refreshObstacles();
    void openRow(int row);

    Session &m_session;
    SessionClock m_clock;
    theme::Theme &m_theme;
    TransferForm *m_form;
    ProgressCard *m_progress;
    ComparisonCard *m_comparison;
    widgets::Card *m_results;
    widgets::Button *m_openAll;
    QStackedWidget *m_faces;
    widgets::EmptyState *m_empty;
    QTableView *m_table;
    ResultsModel *m_model;
    std::optional<TransferOrder> m_lastOrder;
    bool m_watching = false;
};

} // namespace ui
