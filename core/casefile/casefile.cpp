// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casefile.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace core::casefile {
namespace {

const CaseBank *bankOf(const Case &about, bool isSender)
{
    const auto found = std::find_if(about.banks.begin(), about.banks.end(),
                                    [isSender](const CaseBank &bank) { return bank.isSender == isSender; });
    return found == about.banks.end() ? nullptr : &*found;
}

} // namespace

const CaseBank *senderOf(const Case &about)
{
    return bankOf(about, true);
}

const CaseBank *receiverOf(const Case &about)
{
    return bankOf(about, false);
}

Status saveCase(const QString &path, const Case &about)
{
    const Result<QByteArray> bytes = caseBytes(about);
    if (!bytes.ok())
        return bytes.error();
    QSaveFile file(path);
    const bool isOpen = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (!isOpen || file.write(*bytes) != bytes->size() || !file.commit()) // commit() syncs before it renames
        return Error::unavailable(file.errorString());
    return Done{};
}

Result<Case> openCase(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::unavailable(file.errorString());
    const QByteArray bytes = file.read(caseBytesMax + 1); // one more tells that there is too much
    if (file.error() != QFileDevice::NoError)
        return Error::unavailable(file.errorString());
    return caseFromBytes(bytes);
}

} // namespace core::casefile
