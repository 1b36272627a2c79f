// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofreport.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace theme {
class Theme;
}

namespace widgets {
class Card;
class IconButton;
} // namespace widgets

namespace ui {

/// The evidence for one invariant: each thing that is wrong, a link to its message, and the statements it was read
/// with.
class SqlCard final : public QWidget
{
    Q_OBJECT
public:
    explicit SqlCard(const theme::Theme &theme, QWidget *parent = nullptr);

    /// Null: nothing is chosen, or known.
    void show(const InvariantFinding *finding, const ProofReport *report);
    void retranslate();

signals:
    void openMessage(const QByteArray &gid);

private:
    void showOffences(const InvariantFinding &finding, const ProofReport &report);
    void copy();

    widgets::Card *m_card;
    widgets::IconButton *m_copy;
    QListWidget *m_offences;
    QPlainTextEdit *m_sql;
    QLabel *m_foot;
    QList<Offence> m_shown;
};

/// Statements as they can be run, each in lines, below the name of its bank. Pure.
QString sqlText(const QList<ProofSql> &sql, const QStringList &bankNames);

} // namespace ui
