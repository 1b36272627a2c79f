// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/sequence.h"
#include "ui/messages/messagefacts.h"

#include <QDialog>

#include <array>

class QLabel;

namespace diagram {
class SequencePanel;
}

namespace theme {
class Theme;
}

namespace widgets {
class Switch;
}

namespace ui {

class DetailHead;

/// Two messages side by side, from the first event that differs; what is alike can be shown too. As they were when they
/// were opened: it does not follow them.
class CompareDialog final : public QDialog
{
    Q_OBJECT
public:
    CompareDialog(const theme::Theme &theme, const diagram::MessageFacts &left, const diagram::MessageFacts &right,
                  QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Side
    {
        diagram::MessageFacts facts;
        DetailHead *head = nullptr;
        diagram::SequencePanel *panel = nullptr;
    };

    QWidget *createSide(const theme::Theme &theme, Side &side);
    QWidget *createBar();
    void showSequences();
    QString verdict(int alike, bool differs) const;
    void retranslate();

    std::array<Side, 2> m_sides;
    QLabel *m_verdict;
    widgets::Switch *m_showAll;
    widgets::Switch *m_asTable;
};

} // namespace ui
