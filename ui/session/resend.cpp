// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/resend.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace ui {
namespace {

constexpr qsizetype gidBytesMax = 128; // PROTOCOL §6
constexpr qsizetype numberBytesMax = 6;
const QString fromField = QStringLiteral("resent_from");

} // namespace

/// A message that was resent already is resent from the first one: not -r1-r1.
QByteArray resentPrefix(const QByteArray &gid)
{
    static const QRegularExpression ending(QStringLiteral("-r\\d{1,5}$"));
    const QString first = QString::fromLatin1(gid).remove(ending);
    return first.toLatin1().left(gidBytesMax - numberBytesMax - 2) + "-r";
}

bool isResentGid(const QByteArray &gid, const QByteArray &of)
{
    const QByteArray prefix = resentPrefix(of);
    const QByteArray number = gid.mid(prefix.size());
    return gid.startsWith(prefix) && !number.isEmpty() && number.size() < numberBytesMax
        && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
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
    fields.insert(fromField, QString::fromLatin1(gid));
    resent.customData = QJsonDocument(fields).toJson(QJsonDocument::Compact);
    return resent;
}

QByteArray resentFrom(const core::message::Content &content)
{
    return QJsonDocument::fromJson(content.customData).object().value(fromField).toString().toLatin1();
}

} // namespace ui
