// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <functional>

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
    /// For a part of the window that was made after restore(): what stands there are its defaults, and it gets the
    /// state that it had last in this scope.
    void restorePart(QWidget &part);
    void save() const;
    /// Keeps how it stands, and shows how it stood in another scope. dress: what else makes the other scope; it may
    /// change fonts, after which columns are fitted anew, and is called in between.
    void switchTo(const QString &scope, const std::function<void()> &dress = {});
    /// Back to how everything stood before restore(), in all scopes.
    void restoreDefaults();

private:
    using States = QHash<QString, QByteArray>;

    static States partsOf(const QWidget &root);
    static void apply(QWidget &root, const States &states);
    void applyScope(QWidget &root, States states);
    QString scoped(const QString &name) const { return m_scope + u'/' + name; }

    QWidget &m_window;
    Settings &m_settings;
    QString m_scope;
    QHash<QString, QByteArray> m_defaults;
};

} // namespace ui
