// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/viewbar.h"

#include "ui/messages/filterparser.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString allTab = u"all"_s;
const QString savedTab = u"saved"_s;
const QString savedPrefix = u"saved:"_s;
constexpr int nameLengthMax = 60;

} // namespace

ViewBar::ViewBar(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new widgets::TabStrip(theme))
    , m_button(new widgets::Button(theme, widgets::Button::Kind::Quiet, {}))
    , m_menu(new QMenu(this))
{
    m_tabs->setObjectName(u"views"_s);
    for (const QString &view : {allTab, u"waiting"_s, u"retrying"_s, u"stalled"_s, u"failed"_s})
        m_tabs->addTab(view, {});
    m_tabs->addTab(savedTab, {}, u"star"_s);
    m_tabs->button(savedTab)->hide();
    m_button->setObjectName(u"savedViews"_s);
    m_button->setIconName(u"star"_s);
    m_menu->setObjectName(u"savedViewsMenu"_s);
    m_menu->setToolTipsVisible(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_tabs);
    row->addStretch();
    row->addWidget(m_button);
    connect(m_tabs, &widgets::TabStrip::currentChanged, this, &ViewBar::changeTab);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewBar::fillMenu);
    connect(m_button, &QAbstractButton::clicked, this,
            [this] { m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    retranslate();
}

QString ViewBar::current() const
{
    return m_chosen.isEmpty() ? m_tabs->current() : savedPrefix + m_chosen;
}

void ViewBar::setCurrent(const QString &id)
{
    if (id.startsWith(savedPrefix))
        return choose(id.mid(savedPrefix.size()));
    m_tabs->setCurrent(id);
}

bool ViewBar::isAll() const
{
    return m_tabs->current() == allTab;
}

void ViewBar::showAll()
{
    m_tabs->setCurrent(allTab);
}

void ViewBar::setCounts(const core::store::Counts &counts)
{
    m_tabs->setCount(allTab, counts.total);
    m_tabs->setCount(u"waiting"_s, counts.prepared + counts.submitted);
    m_tabs->setCount(u"retrying"_s, counts.retrying);
    m_tabs->setCount(u"stalled"_s, counts.stalled);
    m_tabs->setCount(u"failed"_s, counts.failed);
}

void ViewBar::setSavedViews(const QList<SavedView> &views)
{
    m_saved = views;
}

void ViewBar::setFilterText(const QString &text)
{
    m_filterText = text;
    const SavedView *view = find(m_chosen);
    if (m_chosen.isEmpty() || (view && view->filter == text))
        return;
    leaveSaved();
    m_tabs->setCurrent(allTab);
}

const SavedView *ViewBar::find(const QString &name) const
{
    const auto found =
        std::find_if(m_saved.cbegin(), m_saved.cend(), [&name](const SavedView &view) { return view.name == name; });
    return found == m_saved.cend() ? nullptr : &*found;
}

void ViewBar::changeTab(const QString &id)
{
    if (id != savedTab && !m_chosen.isEmpty()) {
        leaveSaved();
        emit filterWanted(QString());
    }
    emit currentChanged();
}

void ViewBar::leaveSaved()
{
    m_chosen.clear();
    m_tabs->button(savedTab)->hide();
}

void ViewBar::choose(const QString &name)
{
    const SavedView *view = find(name);
    if (!view)
        return;
    const QString filter = view->filter;
    m_chosen = name;
    m_filterText = filter;
    m_tabs->setTabText(savedTab, name);
    m_tabs->button(savedTab)->show();
    m_tabs->setCurrent(savedTab);
    emit filterWanted(filter);
}

void ViewBar::fillMenu()
{
    m_menu->clear();
    for (const SavedView &view : std::as_const(m_saved)) {
        QAction *action = m_menu->addAction(QString(view.name).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(view.name == m_chosen);
        action->setToolTip(view.filter);
        connect(action, &QAction::triggered, this, [this, name = view.name] { choose(name); });
    }
    m_menu->addSeparator();
    QAction *saving = m_menu->addAction(tr("Save View…"));
    saving->setObjectName(u"saveView"_s);
    saving->setEnabled(!m_filterText.trimmed().isEmpty() || !isAll());
    saving->setToolTip(saving->isEnabled() ? tr("Keeps the filter of now under a name.")
                                           : tr("There is no filter to be saved."));
    connect(saving, &QAction::triggered, this,
            [this] { askName(tr("Save view"), m_chosen, [this](const QString &name) { save(name); }); });
    if (m_chosen.isEmpty())
        return;
    const QString chosen = m_chosen;
    connect(m_menu->addAction(tr("Rename “%1”…").arg(chosen)), &QAction::triggered, this, [this, chosen] {
        askName(tr("Rename view"), chosen, [this, chosen](const QString &name) { rename(chosen, name); });
    });
    connect(m_menu->addAction(tr("Delete “%1”").arg(chosen)), &QAction::triggered, this,
            [this, chosen] { remove(chosen); });
}

void ViewBar::askName(const QString &title, const QString &name, const std::function<void(const QString &)> &then)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"viewName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the view; one of the same name is replaced:"));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, [then](const QString &typed) {
        if (const QString kept = typed.simplified().left(nameLengthMax); !kept.isEmpty())
            then(kept);
    });
    dialog->open();
}

/// A view by state becomes a term of the filter, so that a name and a text are all there is to keep.
void ViewBar::save(const QString &name)
{
    const bool isByState = m_chosen.isEmpty() && !isAll();
    const QString filter = isByState ? withStatus(m_filterText, m_tabs->current()) : m_filterText;
    m_saved.removeIf([&name](const SavedView &view) { return view.name == name; });
    m_saved.append({name, filter});
    emit savedViewsChanged();
    choose(name);
}

void ViewBar::rename(const QString &from, const QString &to)
{
    if (from == to || !find(from))
        return;
    m_saved.removeIf([&to](const SavedView &view) { return view.name == to; });
    for (SavedView &view : m_saved) {
        if (view.name == from)
            view.name = to;
    }
    emit savedViewsChanged();
    choose(to);
}

void ViewBar::remove(const QString &name)
{
    m_saved.removeIf([&name](const SavedView &view) { return view.name == name; });
    emit savedViewsChanged();
    showAll();
}

void ViewBar::retranslate()
{
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->setTabText(allTab, tr("All"));
    //: messages that are not finished
    m_tabs->setTabText(u"waiting"_s, tr("Waiting"));
    m_tabs->setTabText(u"retrying"_s, widgets::stateWord(theme::State::Retrying));
    m_tabs->setTabText(u"stalled"_s, widgets::stateWord(theme::State::Stalled));
    m_tabs->setTabText(u"failed"_s, widgets::stateWord(theme::State::Failed));
    //: a button with the menu of filters that were saved
    m_button->setText(tr("Saved views"));
    m_button->setToolTip(tr("Filters that were saved under a name"));
}

} // namespace ui
