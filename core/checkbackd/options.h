// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QHostAddress>
#include <QStringList>

namespace core::checkbackd {

/// One option of a command. Its value comes from the command line, else from CHECKBACK_NAME, else from the INI file.
struct OptionSpec
{
    QString name; ///< "listen": --listen, CHECKBACK_LISTEN, listen=
    QString valueName; ///< empty: a switch
    QString description;
    QString defaultValue;
};

/// The options of one command, read and complete.
class Options final
{
public:
    /// Reads arguments (without program and command name). Invalid names the option that is unknown, lacks its value,
    /// or stands in the INI file (--config FILE) without being known, and a switch that is neither on nor off. A
    /// variable that is empty counts as not set.
    static Result<Options> read(const QStringList &arguments, const QList<OptionSpec> &specs);

    QString value(const QString &name) const { return m_values.value(name).value(0); }
    QStringList values(const QString &name) const { return m_values.value(name); }
    bool isOn(const QString &name) const { return m_switches.contains(name); }
    const QStringList &positional() const { return m_positional; }

private:
    Status readIniFile(const QString &path, const QList<OptionSpec> &specs);
    Status readEnvironment(const QList<OptionSpec> &specs);
    Status readArguments(const QStringList &arguments, const QList<OptionSpec> &specs);
    Status set(const OptionSpec &spec, const QStringList &values, const QString &from);

    QHash<QString, QStringList> m_values;
    QStringList m_switches;
    QStringList m_positional;
};

/// The options as a help text, one a line.
QString optionsHelp(const QList<OptionSpec> &specs);

struct Endpoint
{
    QHostAddress address;
    quint16 port = 0;
};

/// Reads "127.0.0.1:36789", "[::1]:0", "localhost:80". Invalid names the option.
Result<Endpoint> endpointFromText(const QString &text, const QByteArray &option);

/// The first line of a file that holds a secret. Invalid names the option when it cannot be read or is empty.
Result<QByteArray> secretFromFile(const QString &path, const QByteArray &option);

} // namespace core::checkbackd
