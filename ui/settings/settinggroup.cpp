// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settinggroup.h"

#include "ui/theme/textsize.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int rowGap = 14;

} // namespace

SettingGroup::SettingGroup(QWidget *parent) : QWidget(parent), m_card(new widgets::Card), m_grid(new QGridLayout)
{
    m_card->padBody();
    m_grid->setVerticalSpacing(rowGap);
    m_grid->setHorizontalSpacing(24);
    m_grid->setColumnStretch(0, 1);
    m_card->body()->addLayout(m_grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
}

void SettingGroup::setTitle(const QString &title)
{
    m_card->setTitle(title);
}

int SettingGroup::addRow(QWidget *control)
{
    const Row row{new QLabel, new QLabel, control};
    row.explanation->setWordWrap(true);
    theme::setTone(*row.explanation, theme::Tone::Muted);
    theme::setTextSize(*row.explanation, theme::TextSize::Small);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(row.name);
    words->addWidget(row.explanation);
    const int at = int(m_rows.size());
    m_grid->addLayout(words, at, 0);
    m_grid->addWidget(control, at, 1, Qt::AlignRight | Qt::AlignVCenter);
    m_rows.append(row);
    return at;
}

void SettingGroup::setRowText(int row, const QString &name, const QString &explanation)
{
    m_rows.at(row).name->setText(name);
    m_rows.at(row).explanation->setText(explanation);
    m_rows.at(row).explanation->setHidden(explanation.isEmpty());
    m_rows.at(row).control->setAccessibleName(name);
    m_rows.at(row).control->setAccessibleDescription(explanation);
}

} // namespace ui
