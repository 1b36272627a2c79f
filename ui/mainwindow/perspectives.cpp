// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/perspectives.h"

#include "ui/mainwindow/actions.h"
#include "ui/mainwindow/pages.h"
#include "ui/mainwindow/uistate.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString presentId = u"present"_s;

QString pageKey(const QString &perspective)
{
    return perspective + u"/page"_s;
}

} // namespace

struct Perspectives::Choice
{
    QString id;
    ActionId action;
    QString page; ///< that it begins with
};

QList<Perspectives::Choice> Perspectives::choices()
{
    return {{u"operate"_s, ActionId::Operate, Pages::overviewId},
            {u"investigate"_s, ActionId::Investigate, Pages::messagesId},
            {presentId, ActionId::Present, Pages::presentId}};
}

Perspectives::Perspectives(UiState &uiState, Settings &settings, theme::Theme &theme, Actions &actions, QObject *parent)
    : QObject(parent)
    , m_uiState(uiState)
    , m_settings(settings)
    , m_theme(theme)
    , m_actions(actions)
    , m_bar(new widgets::Segmented(theme))
{
    m_bar->setObjectName(u"perspectives"_s);
    for (const Choice &choice : choices()) {
        m_bar->addOption(choice.id, {});
        connect(actions.get(choice.action), &QAction::triggered, this, [this, id = choice.id] { choose(id); });
    }
    connect(m_bar, &widgets::Segmented::currentChanged, this, &Perspectives::choose);
    retranslate();
}

bool Perspectives::isPresent() const
{
    return m_current == presentId;
}

void Perspectives::restore()
{
    const QList<Choice> known = choices();
    const bool isKnown = std::any_of(known.cbegin(), known.cend(),
                                     [this](const Choice &choice) { return choice.id == m_settings.perspective(); });
    show(isKnown ? m_settings.perspective() : known.constFirst().id);
    m_uiState.restore(m_current);
}

void Perspectives::choose(const QString &id)
{
    if (id == m_current)
        return emit changed(startOf(id)); // chosen again: back to where it begins
    m_settings.setUiState(pageKey(m_current), m_settings.page().toUtf8());
    m_settings.setPerspective(id);
    m_uiState.switchTo(id, [this, id] { show(id); });
    emit changed(pageOf(id));
}

void Perspectives::show(const QString &id)
{
    m_current = id;
    m_bar->setCurrent(id);
    for (const Choice &choice : choices())
        m_actions.get(choice.action)->setChecked(choice.id == id);
    m_theme.setPresenting(isPresent());
    if (widgets::gidsAreHidden() == isPresent())
        return;
    widgets::setGidsHidden(isPresent());
    QEvent anew(QEvent::LanguageChange); // gids are words of the screen
    QApplication::sendEvent(m_bar->window(), &anew);
}

QString Perspectives::pageOf(const QString &id) const
{
    const QByteArray kept = m_settings.uiState(pageKey(id));
    return kept.isEmpty() ? startOf(id) : QString::fromUtf8(kept);
}

QString Perspectives::startOf(const QString &id)
{
    for (const Choice &choice : choices()) {
        if (choice.id == id)
            return choice.page;
    }
    return {};
}

void Perspectives::retranslate()
{
    m_bar->button(u"operate"_s)->setText(tr("Operate"));
    m_bar->button(u"investigate"_s)->setText(tr("Investigate"));
    m_bar->button(presentId)->setText(tr("Present"));
    m_bar->setAccessibleName(tr("Perspective"));
    m_bar->updateGeometry();
}

} // namespace ui
