// SPDX-License-Identifier: Apache-2.0
#include "core/faults/scenariolibrary.h"

#include "core/faults/scenarioparser.h"

#include <QDir>
#include <QFileInfo>

namespace core::faults {

using namespace Qt::StringLiterals;

namespace {

constexpr char scenarioFolder[] = ":/scenarios";

QString scenarioPath(const QString &nameOrPath)
{
    return nameOrPath.endsWith(u".txt") ? nameOrPath : u"%1/%2.txt"_s.arg(QLatin1String(scenarioFolder), nameOrPath);
}

} // namespace

QStringList scenarioNames()
{
    QStringList names;
    const QStringList files = QDir(QLatin1String(scenarioFolder)).entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        names.append(file.chopped(4));
    return names;
}

Result<Scenario> loadScenario(const QString &nameOrPath)
{
    QFile file(scenarioPath(nameOrPath));
    if (!file.open(QIODevice::ReadOnly))
        return Error::notFound(u"'%1' is no scenario: there are %2, or give the path of a .txt file"_s.arg(
            nameOrPath, scenarioNames().join(u", "_s)));
    return parseScenario(QFileInfo(file).completeBaseName(), file.readAll());
}

} // namespace core::faults
