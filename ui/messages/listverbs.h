// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/transition.h"
#include "ui/messages/bulkrun.h"
#include "ui/messages/exporttext.h"
#include "ui/messages/messagetablemodel.h"
#include "ui/messages/verbs.h"
#include "ui/session/consent.h"

#include <QAction>
#include <QHash>
#include <QPointer>

#include <functional>

class QMenu;

namespace theme {
class Theme;
}

namespace ui {

class BulkDialog;
class Session;

/// The messages that are chosen in the list.
struct ListScope
{
    QList<core::store::Summary> chosen;
    bool allMatching = false; ///< all that match the filter, read or not
    std::optional<core::store::Filter> filter;
    QString filterText; ///< for people
};

/// What can be done with the chosen messages together: a verb for each, export, comparison. Made once, shown in the bar
/// below the list, in context menus and in the window's menu. A disabled action says why in its tooltip.
class ListVerbs final : public QObject
{
    Q_OBJECT
public:
    using Scope = std::function<ListScope()>;

    /// window: whatever the dialogs belong to. The actions have their texts with the first retranslate(), and before
    /// that the scope is not asked for.
    ListVerbs(Session &session, const theme::Theme &theme, QWidget &window, MessageSource source, Scope scope);
    ~ListVerbs() override;

    /// Those of the verbs alone, for the bar below the list.
    QMenu *menu() const { return m_menu.get(); }
    QList<QAction *> actions() const;
    QAction *exportAction() const { return m_export; }
    /// The selection is another one.
    void refresh();
    void observe(const QList<core::store::Summary> &changed);
    void retranslate();
    /// Writes the chosen rows, or all that match, to this file; for the action and for tests.
    void exportTo(const QString &path, ExportFormat format);

signals:
    void compareRequested(const QByteArray &gid, const QByteArray &other);
    /// Something came to its end that is worth a sentence; isBad: it failed.
    void told(const QString &sentence, bool isBad);

private:
    void run(Verb verb);
    void collect(const ListScope &scope, BulkDialog &dialog);
    void sendOne(Verb verb, const BulkTarget &target, const QString &reason, Consent consent, BulkRun::Then then);
    void chooseFile();
    void compare();
    QString scopeWords(const ListScope &scope) const;

    Session &m_session;
    const theme::Theme &m_theme;
    QWidget &m_window;
    MessageSource m_source;
    Scope m_scope;
    QHash<int, QAction *> m_verbs; ///< by Verb
    QAction *m_export;
    QAction *m_compare;
    std::unique_ptr<QMenu> m_menu;
    QPointer<BulkDialog> m_dialog;
};

} // namespace ui
