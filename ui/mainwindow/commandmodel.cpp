// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/commandmodel.h"

#include "ui/mainwindow/fuzzymatch.h"
#include "ui/widgets/keyhint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int groupMalus = 6; ///< a match that needs the heading is weaker than one of the name alone

/// The best of the name alone and the name under its heading.
std::optional<int> scoreOf(const QString &typed, const QString &name, const QString &group)
{
    const std::optional<int> alone = fuzzyScore(typed, name);
    const std::optional<int> withGroup = fuzzyScore(typed, group + u' ' + name);
    if (!withGroup)
        return alone;
    return alone ? std::max(*alone, *withGroup - groupMalus) : *withGroup - groupMalus;
}

} // namespace

QString plainText(QString actionText)
{
    const qsizetype bracket = actionText.indexOf("(&"_L1); // as Chinese menus have it: 文件(&F)
    if (bracket > 0)
        actionText.remove(bracket, 4);
    return actionText.remove(u'&');
}

void CommandModel::show(const QList<ActionSection> &sections, const QString &typed)
{
    beginResetModel();
    m_typed = typed.trimmed();
    m_rows.clear();
    for (const ActionSection &section : sections) {
        for (QAction *action : section.actions) {
            const auto score = scoreOf(m_typed, plainText(action->text()), section.title);
            if (score && action->isVisible() && !action->isSeparator() && !action->text().isEmpty())
                m_rows.append({action, section.title, *score});
        }
    }
    if (!m_typed.isEmpty())
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
            return std::pair(a.score, a.action->isEnabled()) > std::pair(b.score, b.action->isEnabled());
        });
    if (!m_typed.isEmpty())
        m_rows.append(Row{});
    endResetModel();
}

QAction *CommandModel::action(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).action.data() : nullptr;
}

bool CommandModel::isSearch(const QModelIndex &index) const
{
    return index.isValid() && !m_typed.isEmpty() && index.row() == rowCount() - 1;
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags CommandModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled
                           : Qt::NoItemFlags; // also what cannot be done: it says why
}

/// Every disabled action says why in its tooltip; one that does not has its own text there.
QString CommandModel::reasonOf(const QAction &action)
{
    if (action.isEnabled())
        return {};
    const QString tip = action.toolTip();
    return tip.isEmpty() || tip == plainText(action.text()) ? tr("Not possible here.") : tip;
}

QVariant CommandModel::searchData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return tr("Find messages with “%1”").arg(m_typed);
    case GroupRole:
        return tr("Messages");
    case Qt::AccessibleTextRole:
        return searchData(Qt::DisplayRole);
    default:
        return {};
    }
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (isSearch(index))
        return searchData(role);
    const Row &row = m_rows.at(index.row());
    if (!row.action)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return plainText(row.action->text());
    case Qt::DecorationRole:
        return row.action->icon();
    case GroupRole:
        return row.group;
    case KeysRole:
        return row.action->shortcut().isEmpty() ? QString() : widgets::keyHintText(row.action->shortcut());
    case ReasonRole:
        return reasonOf(*row.action);
    case Qt::AccessibleTextRole:
        return QStringList{plainText(row.action->text()), row.group, reasonOf(*row.action)}.join(u' ').trimmed();
    default:
        return {};
    }
}

} // namespace ui
