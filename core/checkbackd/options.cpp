// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/options.h"

#include <QFile>
#include <QSettings>

#include <algorithm>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

const OptionSpec *findSpec(const QList<OptionSpec> &specs, const QString &name)
{
    const auto found =
        std::find_if(specs.cbegin(), specs.cend(), [&](const OptionSpec &spec) { return spec.name == name; });
    return found == specs.cend() ? nullptr : &*found;
}

QByteArray variableName(const OptionSpec &spec)
{
    return "CHECKBACK_" + spec.name.toUpper().replace(u'-', u'_').toLatin1();
}

bool isOnWord(const QString &word)
{
    return word == u"1" || word == u"true" || word == u"yes" || word == u"on";
}

bool isOffWord(const QString &word)
{
    return word == u"0" || word == u"false" || word == u"no" || word == u"off" || word.isEmpty();
}

Error wrongEndpoint(const QString &text, const QByteArray &option)
{
    return Error::invalid(option,
                          u"--%1 %2: give an address and a port, such as 127.0.0.1:36789 or [::1]:0"_s.arg(
                              QString::fromLatin1(option), text));
}

} // namespace

Result<Options> Options::read(const QStringList &arguments, const QList<OptionSpec> &specs)
{
    Options options;
    for (const OptionSpec &spec : specs) {
        if (!spec.defaultValue.isEmpty())
            options.m_values.insert(spec.name, {spec.defaultValue});
    }
    const qsizetype config = arguments.indexOf(u"--config"_s);
    if (config >= 0 && config + 1 < arguments.size()) {
        if (const Status fromFile = options.readIniFile(arguments[config + 1], specs); !fromFile.ok())
            return fromFile.error();
    }
    if (const Status fromEnvironment = options.readEnvironment(specs); !fromEnvironment.ok())
        return fromEnvironment.error();
    if (const Status fromArguments = options.readArguments(arguments, specs); !fromArguments.ok())
        return fromArguments.error();
    return options;
}

Status Options::readIniFile(const QString &path, const QList<OptionSpec> &specs)
{
    if (!QFile::exists(path))
        return Error::invalid("config", u"--config %1: there is no such file"_s.arg(path));
    const QSettings file(path, QSettings::IniFormat);
    if (file.status() != QSettings::NoError)
        return Error::invalid("config", u"--config %1: not an INI file"_s.arg(path));
    for (const QString &key : file.allKeys()) {
        const OptionSpec *spec = findSpec(specs, key);
        if (!spec)
            return Error::invalid(key.toUtf8(), u"%1 in %2 is not an option of this command"_s.arg(key, path));
        if (const Status done = set(*spec, file.value(key).toStringList(), path); !done.ok())
            return done;
    }
    return Done{};
}

Status Options::readEnvironment(const QList<OptionSpec> &specs)
{
    for (const OptionSpec &spec : specs) {
        const QByteArray name = variableName(spec);
        if (qEnvironmentVariableIsEmpty(name.constData()))
            continue; // as if it were not set
        const Status done = set(spec, {qEnvironmentVariable(name.constData())}, QString::fromLatin1(name));
        if (!done.ok())
            return done;
    }
    return Done{};
}

Status Options::readArguments(const QStringList &arguments, const QList<OptionSpec> &specs)
{
    QHash<QString, QStringList> given;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (!arguments[i].startsWith(u"--")) {
            m_positional.append(arguments[i]);
            continue;
        }
        const qsizetype equals = arguments[i].indexOf(u'=');
        const QString name = arguments[i].mid(2, equals < 0 ? -1 : equals - 2);
        const OptionSpec *spec = findSpec(specs, name);
        if (!spec)
            return Error::invalid(name.toUtf8(),
                                  u"--%1 is not an option of this command; --help lists them"_s.arg(name));
        const bool valueFollows = !spec->valueName.isEmpty() && equals < 0;
        if (valueFollows && i + 1 == arguments.size())
            return Error::invalid(name.toUtf8(), u"--%1 needs a value: --%1 %2"_s.arg(name, spec->valueName));
        given[name].append(valueFollows ? arguments[++i] : equals < 0 ? u"1"_s : arguments[i].mid(equals + 1));
    }
    for (auto option = given.cbegin(); option != given.cend(); ++option) {
        if (const Status done = set(*findSpec(specs, option.key()), option.value(), u"the command line"_s); !done.ok())
            return done;
    }
    return Done{};
}

Status Options::set(const OptionSpec &spec, const QStringList &values, const QString &from)
{
    if (!spec.valueName.isEmpty()) {
        if (values.contains(QString()))
            return Error::invalid(spec.name.toUtf8(), u"%1 in %2 is empty"_s.arg(spec.name, from));
        m_values.insert(spec.name, values);
        return Done{};
    }
    if (!isOnWord(values.last()) && !isOffWord(values.last()))
        return Error::invalid(spec.name.toUtf8(),
                              u"%1 in %2 is '%3': give true or false"_s.arg(spec.name, from, values.last()));
    m_switches.removeAll(spec.name);
    if (isOnWord(values.last()))
        m_switches.append(spec.name);
    return Done{};
}

QString optionsHelp(const QList<OptionSpec> &specs)
{
    QString text;
    for (const OptionSpec &spec : specs) {
        const QString value = spec.valueName.isEmpty() ? QString() : u' ' + spec.valueName;
        const QString head = u"--"_s + spec.name + value;
        text += u"  %1 %2\n"_s.arg(head, -28).arg(spec.description);
    }
    return text;
}

Result<Endpoint> endpointFromText(const QString &text, const QByteArray &option)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isPort = false;
    const uint port = colon < 0 ? 0 : QStringView(text).mid(colon + 1).toUInt(&isPort);
    if (!isPort || port > 65535)
        return wrongEndpoint(text, option);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    const QHostAddress address = host == u"localhost" ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
    if (address.isNull())
        return wrongEndpoint(text, option);
    return Endpoint{address, static_cast<quint16>(port)};
}

Result<QByteArray> secretFromFile(const QString &path, const QByteArray &option)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::invalid(option, u"--%1 %2: %3"_s.arg(QString::fromLatin1(option), path, file.errorString()));
    const QByteArray line = file.readLine(4096).trimmed();
    if (line.isEmpty())
        return Error::invalid(option, u"--%1 %2: the first line is empty"_s.arg(QString::fromLatin1(option), path));
    return line;
}

} // namespace core::checkbackd
