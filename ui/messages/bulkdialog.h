// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/bulkmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QProgressBar;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
}

namespace ui {

/// What is to be done to which messages.
struct BulkOrder
{
    Verb verb = Verb::RetryNow;
    QString scope; ///< in words: the filter, or that rows were chosen
    QString nameToType; ///< what must be typed first, empty: nothing
    bool readOnly = false;
};

/// One verb for many messages: first all that it would be for and the count, then progress, an outcome for each, and
/// those that failed once more. Closing it sends nothing more.
class BulkDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Sends the verb, with a reason where it wants one.
    using SendOne = std::function<void(const BulkTarget &, const QString &reason, BulkRun::Then)>;

    BulkDialog(const theme::Theme &theme, BulkOrder order, SendOne send, QWidget *parent);

    /// Targets that were found so far; the dialog waits for the end before anything can be sent.
    void addTargets(const QList<BulkTarget> &targets);
    /// That were all; problem: why some may be missing.
    void endTargets(const QString &problem);
    void observe(const QList<core::store::Summary> &changed);
    void done(int result) override;

signals:
    /// It was closed while the targets were still being collected.
    void collectingCancelled();

private:
    QWidget *createFields();
    QWidget *createTable();
    QWidget *createButtons();
    void judge();
    QString missing() const;
    QList<BulkTarget> fitting() const;
    QStringList skipReasons() const;
    void run();
    void showProgress();
    void showTitle();

    const theme::Theme &m_theme;
    const BulkOrder m_order;
    SendOne m_send;
    QList<BulkTarget> m_targets;
    int m_fitting = 0;
    bool m_complete = false;
    QString m_problem;
    BulkRun *m_run = nullptr;
    QTimer m_refresh; ///< progress is shown ten times a second at most

    QLabel *m_title;
    QLabel *m_scope;
    QLabel *m_summary;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_name = nullptr;
    BulkModel *m_model;
    QTableView *m_table;
    QProgressBar *m_progress;
    widgets::Button *m_accept;
    widgets::Button *m_again;
    widgets::Button *m_cancel;
};

} // namespace ui
