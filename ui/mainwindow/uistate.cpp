// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/uistate.h"

#include "ui/settings/settings.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

const QString geometryName = u"geometry"_s;

QString splitterName(const QSplitter &splitter)
{
    return u"splitter-"_s + splitter.objectName();
}

QString headerName(const QTableView &table)
{
    return u"header-"_s + table.objectName();
}

} // namespace

UiState::UiState(QWidget &window, Settings &settings) : m_window(window), m_settings(settings) { }

UiState::States UiState::partsOf(const QWidget &root)
{
    States parts;
    for (const QSplitter *splitter : root.findChildren<QSplitter *>()) {
        if (!splitter->objectName().isEmpty())
            parts.insert(splitterName(*splitter), splitter->saveState());
    }
    for (const QTableView *table : root.findChildren<QTableView *>()) {
        if (!table->objectName().isEmpty())
            parts.insert(headerName(*table), table->horizontalHeader()->saveState());
    }
    return parts;
}

void UiState::apply(QWidget &root, const States &states)
{
    for (QSplitter *splitter : root.findChildren<QSplitter *>()) {
        if (const QByteArray state = states.value(splitterName(*splitter)); !state.isEmpty())
            splitter->restoreState(state);
    }
    for (QTableView *table : root.findChildren<QTableView *>()) {
        if (const QByteArray state = states.value(headerName(*table)); !state.isEmpty())
            table->horizontalHeader()->restoreState(state);
    }
}

void UiState::restore(const QString &scope)
{
    m_defaults = partsOf(m_window);
    m_scope = scope;
    applyScope(m_window, m_defaults);
    if (const QByteArray geometry = m_settings.uiState(geometryName); !geometry.isEmpty())
        m_window.restoreGeometry(geometry);
}

void UiState::restorePart(QWidget &part)
{
    const States defaults = partsOf(part);
    m_defaults.insert(defaults);
    applyScope(part, defaults);
}

void UiState::applyScope(QWidget &root, States states)
{
    for (auto state = states.begin(); state != states.end(); ++state) {
        if (const QByteArray kept = m_settings.uiState(scoped(state.key())); !kept.isEmpty())
            *state = kept;
    }
    apply(root, states);
}

void UiState::switchTo(const QString &scope, const std::function<void()> &dress)
{
    save();
    m_scope = scope;
    if (dress)
        dress();
    applyScope(m_window, m_defaults);
}

void UiState::save() const
{
    m_settings.setUiState(geometryName, m_window.saveGeometry());
    const States now = partsOf(m_window);
    for (auto part = now.cbegin(); part != now.cend(); ++part)
        m_settings.setUiState(scoped(part.key()), part.value());
}

void UiState::restoreDefaults()
{
    m_settings.forgetUiState();
    apply(m_window, m_defaults);
}

} // namespace ui
