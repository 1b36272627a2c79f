// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicegroup.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace widgets {

ChoiceGroup::ChoiceGroup(const theme::Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    m_group.setExclusive(true);
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int at, bool checked) {
        if (checked)
            emit currentChanged(m_ids.at(at));
    });
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceGroup::add(const QString &id, QAbstractButton *button)
{
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_ids << id;
    m_buttons.insert(id, button);
    if (m_ids.size() == 1)
        button->setChecked(true); // before it is in the group: what is there from the start is no news
    m_group.addButton(button, int(m_ids.size() - 1));
}

QString ChoiceGroup::current() const
{
    return m_ids.value(m_group.checkedId());
}

void ChoiceGroup::setCurrent(const QString &id)
{
    if (QAbstractButton *button = m_buttons.value(id))
        button->setChecked(true);
}

} // namespace widgets
