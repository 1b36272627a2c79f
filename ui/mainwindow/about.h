// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace theme {
class Theme;
}

namespace ui {

/// Version, licence, and where the engine of this window listens and keeps its store.
class About final : public QDialog
{
    Q_OBJECT
public:
    About(const theme::Theme &theme, const QString &coordinatorUrl, const QString &storePath,
          QWidget *parent = nullptr);
};

} // namespace ui
