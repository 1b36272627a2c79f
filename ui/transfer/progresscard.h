// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"
#include "ui/session/transfertypes.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace theme {
class Theme;
enum class State;
} // namespace theme

namespace widgets {
class Button;
class ElidedLabel;
class ProgressSegments;
class StateChip;
} // namespace widgets

namespace ui {

/// How far a run of transfers is: requested, accepted, observed; the states as a bar and as chips; what is in flight.
class ProgressCard final : public QFrame
{
    Q_OBJECT
public:
    explicit ProgressCard(const theme::Theme &theme, QWidget *parent = nullptr);

    void setProgress(const TransferProgress &progress, int ratePerSecond);
    void setTotals(const BankTotals &totals);
    void retranslate();
    QSize minimumSizeHint() const override; ///< the button may stand below

signals:
    void cancelRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Counter
    {
        QLabel *word;
        widgets::ElidedLabel *number;
    };
    QHBoxLayout *createHead();
    QHBoxLayout *createFoot();
    Counter addCounter(QHBoxLayout &row, const QString &name);
    void addChevron(QHBoxLayout &row);
    widgets::StateChip *addChip(QHBoxLayout &row, const QString &name);
    void placeCancel();
    void refresh();
    void refreshChips();
    QString leadText() const;

    const theme::Theme &m_theme;
    QHBoxLayout *m_head = nullptr;
    QLabel *m_lead;
    QLabel *m_title;
    Counter m_requested;
    Counter m_accepted;
    Counter m_observed;
    widgets::Button *m_cancel;
    widgets::ProgressSegments *m_bar;
    widgets::StateChip *m_succeed;
    widgets::StateChip *m_prepared;
    widgets::StateChip *m_submitted;
    widgets::StateChip *m_retrying;
    widgets::StateChip *m_failed;
    widgets::StateChip *m_unknown;
    QLabel *m_money;
    TransferProgress m_progress;
    BankTotals m_totals;
    int m_ratePerSecond = 1;
};

} // namespace ui
