// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/resend.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace ui {
namespace {

constexpr qsizetype gidBytesMax = 128; // PROTOCOL §6
constexpr qsizetype numberBytesMax = 6;

} // namespace

/// A message that was resent already is resent from the first one: not -r1-r1.
QByteArray resentPrefix(const QByteArray &gid)
{
    static const QRegularExpression ending(QStringLiteral("-r\\d{1,5}$"));
    const QString first = QString::fromLatin1(gid).remove(ending);
    return first.toLatin1().left(gidBytesMax - numberBytesMax - 2) + "-r";
}

QByteArray resentGid(const QByteArray &gid, const QList<QByteArray> &taken)
{
    const QByteArray prefix = resentPrefix(gid);
    int number = 1;
    while (taken.contains(prefix + QByteArray::number(number)))
        ++number;
    return prefix + QByteArray::number(number);
}

core::message::Content resentContent(const core::message::Content &content, const QByteArray &gid)
{
    core::message::Content resent = content;
    resent.options.waitResult = false; // nobody waits
    const QJsonDocument data = QJsonDocument::fromJson(content.customData);
    if (!content.customData.isEmpty() && !data.isObject())
        return resent;
    QJsonObject fields = data.object();
    fields.insert(QStringLiteral("resent_from"), QString::fromLatin1(gid));
    resent.customData = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    return resent;
}

} // namespace ui
