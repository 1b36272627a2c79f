// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QPointer>

namespace ui {

/// Actions that belong together, under one heading in the cheat sheet and beside each name in the palette.
struct ActionSection
{
    QString title;
    QList<QAction *> actions;
};

/// The text of an action without its mnemonic: "&File" → "File", "文件(&F)" → "文件". Pure.
QString plainText(QString actionText);

/// What the palette offers for what was typed: actions by how well they match, and last the search for a message.
class CommandModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        GroupRole = Qt::UserRole + 1, ///< QString: where the action belongs
        KeysRole, ///< QString: its shortcut; empty: none
        ReasonRole, ///< QString: why it cannot be chosen; empty: it can
    };

    using QAbstractListModel::QAbstractListModel;

    /// Disabled actions stand behind the enabled ones that match as well.
    void show(const QList<ActionSection> &sections, const QString &typed);
    /// Null for the search for a message, and for an action that is gone.
    QAction *action(const QModelIndex &index) const;
    bool isSearch(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        QPointer<QAction> action; ///< null: the search
        QString group;
        int score = 0;
    };

    static QString reasonOf(const QAction &action);
    QVariant searchData(int role) const;

    QList<Row> m_rows;
    QString m_typed;
};

} // namespace ui
