// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace theme {
class Theme;
}

namespace ui {

/// All terms of the filter on one page, each with what it means.
class FilterHelp final : public QDialog
{
    Q_OBJECT
public:
    FilterHelp(const theme::Theme &theme, QWidget *parent);

private:
    QWidget *createTerms(const theme::Theme &theme);
};

} // namespace ui
