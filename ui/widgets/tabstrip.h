// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/choicegroup.h"

#include <optional>

class QHBoxLayout;

namespace widgets {

/// Views of one list side by side, each with a counter: All 41,318 · Waiting 36 · Stalled 1.
class TabStrip final : public ChoiceGroup
{
    Q_OBJECT
public:
    explicit TabStrip(const theme::Theme &theme, QWidget *parent = nullptr);

    void addTab(const QString &id, const QString &text, const QString &iconName = {});
    void setTabText(const QString &id, const QString &text);
    /// Nothing hides the counter.
    void setCount(const QString &id, std::optional<qint64> count);

private:
    QHBoxLayout *m_row;
};

} // namespace widgets
