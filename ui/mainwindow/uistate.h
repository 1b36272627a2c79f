// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace ui {

class Settings;

/// Keeps a window's geometry and the state of all splitters and table headers below it, so that pages need not.
/// Splitters and tables take part by having an object name.
class UiState final
{
public:
    UiState(QWidget &window, Settings &settings);

    void restore();
    void save() const;
    /// Back to how everything stood before restore().
    void restoreDefaults();

private:
    QHash<QString, QByteArray> parts() const;
    void apply(const QHash<QString, QByteArray> &states);

    QWidget &m_window;
    Settings &m_settings;
    QHash<QString, QByteArray> m_defaults;
};

} // namespace ui
