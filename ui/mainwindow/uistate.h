// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace ui {

class Settings;

/// Keeps a window's geometry and the state of all splitters and table headers below it, so that pages need not.
/// Splitters and tables take part by having an object name. Their states are kept once for each scope; the geometry is
/// the window's alone.
class UiState final
{
public:
    UiState(QWidget &window, Settings &settings);

    /// What stands now are the defaults; then how it stood last in this scope.
    void restore(const QString &scope);
    void save() const;
    /// Keeps how it stands, and shows how it stood in another scope.
    void switchTo(const QString &scope);
    /// Back to how everything stood before restore(), in all scopes.
    void restoreDefaults();

private:
    QHash<QString, QByteArray> parts() const;
    void apply(const QHash<QString, QByteArray> &states);
    void applyScope();
    QString scoped(const QString &name) const { return m_scope + u'/' + name; }

    QWidget &m_window;
    Settings &m_settings;
    QString m_scope;
    QHash<QString, QByteArray> m_defaults;
};

} // namespace ui
