// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace ui {

/// The ports that the services of a data folder listened on last time, in the file "ports" (lines of name=port).
/// Messages that outlive the program carry these addresses, so the services come back to them. A file that cannot be
/// read or written only means other ports.
class PortMemory final
{
public:
    /// Reads the file.
    explicit PortMemory(const QString &dataDir);

    quint16 port(const QString &name) const { return m_ports.value(name); } ///< 0: not known
    void setPort(const QString &name, quint16 port) { m_ports.insert(name, port); }
    bool save() const;

private:
    QString m_path;
    QHash<QString, quint16> m_ports;
};

} // namespace ui
