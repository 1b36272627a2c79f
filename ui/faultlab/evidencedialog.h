// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace theme {
class Theme;
}

namespace ui {

struct ScenarioEntry;

/// The verdict over a run: each invariant with what the banks' own rows say.
class EvidenceDialog final : public QDialog
{
    Q_OBJECT
public:
    EvidenceDialog(const ScenarioEntry &entry, const theme::Theme &theme, QWidget *parent = nullptr);
};

} // namespace ui
