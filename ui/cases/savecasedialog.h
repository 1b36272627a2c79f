// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casefile/casemask.h"

#include <QDialog>

namespace theme {
class Theme;
}

namespace widgets {
class Switch;
}

namespace ui {

/// Says what goes into a case, and asks whether payloads do.
class SaveCaseDialog final : public QDialog
{
    Q_OBJECT
public:
    SaveCaseDialog(const theme::Theme &theme, const QByteArray &gid, QWidget *parent = nullptr);

    core::casefile::Payloads payloads() const;

private:
    widgets::Switch *m_leaveOut;
};

} // namespace ui
