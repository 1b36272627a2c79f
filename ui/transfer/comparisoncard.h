// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/runbook.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class ElidedLabel;
} // namespace widgets

namespace ui {

/// The last run of each mode side by side: how many were sent, into which failure, and what each lost.
class ComparisonCard final : public QFrame
{
    Q_OBJECT
public:
    explicit ComparisonCard(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Shows itself once a naive run was made.
    void show(const std::optional<RunSummary> &twoPhase, const std::optional<RunSummary> &naive);
    void retranslate();

signals:
    /// Send the same in the mode that is not the latest.
    void otherWayWanted(const ui::TransferOrder &order);

private:
    struct Side
    {
        QLabel *title;
        widgets::ElidedLabel *figures;
        widgets::ElidedLabel *lost;
    };
    Side addSide(QHBoxLayout &row, const QString &name);
    void showSide(const Side &side, const std::optional<RunSummary> &run) const;
    QString sentence() const;
    void refresh();

    Side m_left;
    Side m_right;
    QLabel *m_sentence;
    widgets::Button *m_other;
    std::optional<RunSummary> m_twoPhase;
    std::optional<RunSummary> m_naive;
};

/// Whether two runs are the same but for their mode.
bool isSameButForMode(const TransferOrder &a, const TransferOrder &b);

} // namespace ui
