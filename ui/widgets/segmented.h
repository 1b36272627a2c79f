// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choicegroup.h"

namespace widgets {

/// A few choices side by side in one frame: Operate | Investigate | Present.
class Segmented final : public ChoiceGroup
{
    Q_OBJECT
public:
    explicit Segmented(const theme::Theme &theme, QWidget *parent = nullptr);
    void addOption(const QString &id, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace widgets
