// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casefile/casereplay.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTableWidget;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
}

namespace ui {

/// Runs a case's message once more on an engine of its own, and shows what came of it beside the record.
class ReplayPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ReplayPane(const theme::Theme &theme, QWidget *parent = nullptr);

    void setCase(const core::casefile::Case &about);
    bool isRunning() const { return m_isRunning; }
    void retranslate();

public slots:
    /// Starts it on a thread of its own, unless it runs.
    void run();

signals:
    void finished();

private:
    void take(const core::Result<core::casefile::Replay> &replay);
    void showOutcome();

    std::optional<core::casefile::Case> m_case;
    std::optional<core::Result<core::casefile::Replay>> m_outcome;
    bool m_isRunning = false;
    QLabel *m_explanation;
    widgets::Button *m_run;
    QLabel *m_verdict;
    QTableWidget *m_table;
    QLabel *m_times;
};

} // namespace ui
