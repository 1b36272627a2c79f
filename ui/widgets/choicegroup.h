// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QHash>
#include <QWidget>

namespace theme {
class Theme;
}

namespace widgets {

/// A row or column of buttons of which one is chosen, each known by an id. Arrow keys move the choice; Tab goes past.
/// The base of Segmented, TabStrip and NavRail.
class ChoiceGroup : public QWidget
{
    Q_OBJECT
public:
    QString current() const;
    /// Chooses; an unknown id changes nothing. Emits currentChanged() if it was another one.
    void setCurrent(const QString &id);
    QStringList ids() const { return m_ids; }
    QAbstractButton *button(const QString &id) const { return m_buttons.value(id); }

signals:
    void currentChanged(const QString &id);

protected:
    ChoiceGroup(const theme::Theme &theme, QWidget *parent);
    /// Takes a button into the group; the first becomes the current one.
    void add(const QString &id, QAbstractButton *button);
    const theme::Theme &theme() const { return m_theme; }

private:
    const theme::Theme &m_theme;
    QButtonGroup m_group;
    QStringList m_ids;
    QHash<QString, QAbstractButton *> m_buttons;
};

} // namespace widgets
