// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/portmemory.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace ui {

PortMemory::PortMemory(const QString &dataDir) : m_path(QDir(dataDir).filePath(u"ports"_s))
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray &line : file.read(4096).split('\n')) {
        const qsizetype equals = line.indexOf('=');
        bool isNumber = false;
        const quint16 port = line.mid(equals + 1).trimmed().toUShort(&isNumber);
        if (equals > 0 && isNumber)
            m_ports.insert(QString::fromLatin1(line.left(equals)), port);
    }
}

bool PortMemory::save() const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (auto port = m_ports.cbegin(); port != m_ports.cend(); ++port)
        file.write(port.key().toLatin1() + '=' + QByteArray::number(port.value()) + '\n');
    return file.commit();
}

} // namespace ui
