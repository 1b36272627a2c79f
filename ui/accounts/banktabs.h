// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"
#include "ui/widgets/choicegroup.h"

class QHBoxLayout;

namespace ui {

/// One tab a bank: its mark, name and place. The ids are the banks' indexes.
class BankTabs final : public widgets::ChoiceGroup
{
    Q_OBJECT
public:
    explicit BankTabs(const theme::Theme &theme, QWidget *parent = nullptr);
    /// Tabs of banks that are gone are hidden; the first one is chosen then.
    void setBanks(const QList<BankInfo> &banks);
    int bank() const { return current().toInt(); }

private:
    QHBoxLayout *m_row;
};

} // namespace ui
