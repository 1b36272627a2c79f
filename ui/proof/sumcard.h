// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/proofreport.h"

#include <QList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace theme {
class Theme;
}

namespace widgets {
class Card;
class ElidedLabel;
} // namespace widgets

namespace ui {

/// The sum of a pair, line by line: both banks, what is in flight, total, expected, missing; and what each kind of
/// transfer lost.
class SumCard final : public QWidget
{
    Q_OBJECT
public:
    explicit SumCard(const theme::Theme &theme, QWidget *parent = nullptr);

    void show(const ProofSum &sum, const QStringList &bankNames);
    void retranslate();

private:
    struct Line
    {
        QLabel *name;
        widgets::ElidedLabel *value;
    };
    Line addLine(const QString &objectName);
    void addRule();
    void refresh();

    widgets::Card *m_card;
    QVBoxLayout *m_lines;
    Line m_sender;
    Line m_receiver;
    Line m_inFlight;
    Line m_total;
    Line m_expected;
    Line m_missing;
    Line m_twoPhase;
    Line m_naive;
    ProofSum m_sum;
    QStringList m_names;
};

} // namespace ui
