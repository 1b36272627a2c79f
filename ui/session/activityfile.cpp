// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/activityfile.h"

#include <QDateTime>
#include <QDir>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Outcome = Activity::Outcome;

constexpr std::array allOutcomes{Outcome::Requested, Outcome::Accepted, Outcome::Refused, Outcome::Happened,
                                 Outcome::Lost};

QString nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Requested:
        return u"requested"_s;
    case Outcome::Accepted:
        return u"accepted"_s;
    case Outcome::Refused:
        return u"refused"_s;
    case Outcome::Happened:
        return u"happened"_s;
    case Outcome::Lost:
        return u"lost"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Outcome> outcomeFromName(const QString &name)
{
    for (const Outcome outcome : allOutcomes) {
        if (nameOf(outcome) == name)
            return outcome;
    }
    return {};
}

QString cut(const QString &text)
{
    return text.size() <= ActivityFile::textMax ? text : text.first(ActivityFile::textMax - 1) + u'…';
}

const QByteArray idKey = "\"id\":"_ba;

qint64 numberAt(const QByteArray &text, qsizetype at)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto end = std::find_if_not(text.cbegin() + at, text.cend(), isDigit);
    return text.mid(at, end - text.cbegin() - at).toLongLong();
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// Takes one line into the list: a new activity, or the answer to an earlier one.
void take(const QJsonObject &object, QList<Activity> &activities, QHash<qint64, qsizetype> &byId)
{
    const qint64 id = object[u"id"].toInteger();
    const std::optional<Outcome> outcome = outcomeFromName(object[u"outcome"].toString());
    if (id <= 0 || !outcome)
        return;
    if (const auto known = byId.constFind(id); known != byId.cend()) {
        activities[*known].outcome = *outcome;
        activities[*known].error = object[u"error"].toString();
        return;
    }
    const std::optional<ActivityVerb> verb = activityVerbFromName(object[u"verb"].toString());
    const QDateTime at = QDateTime::fromString(object[u"at"].toString(), Qt::ISODateWithMs);
    if (!verb || !at.isValid())
        return;
    byId.insert(id, activities.size());
    activities.append({.id = id,
                       .at = core::fromEpochMs(at.toMSecsSinceEpoch()),
                       .who = object[u"who"].toString(),
                       .verb = *verb,
                       .object = object[u"object"].toString(),
                       .detail = object[u"detail"].toString(),
                       .reason = object[u"reason"].toString(),
                       .outcome = *outcome,
                       .error = object[u"error"].toString()});
}

} // namespace

ActivityFile::ActivityFile(QString folder, qint64 bytesMax) : m_folder(std::move(folder)), m_bytesMax(bytesMax) { }

QString ActivityFile::pathOf(int age) const
{
    return QDir(m_folder).filePath(age == 0 ? u"activity.jsonl"_s : u"activity.%1.jsonl"_s.arg(age));
}

QList<ActivityFile::Kept> ActivityFile::kept() const
{
    QList<Kept> kept;
    for (int age = filesMax - 1; age >= 0; --age) {
        auto file = std::make_shared<QFile>(pathOf(age));
        if (file->open(QIODevice::ReadOnly))
            kept.append({file, file->size()});
    }
    return kept;
}

QList<Activity> ActivityFile::read(const QList<Kept> &kept)
{
    QList<Activity> activities;
    QHash<qint64, qsizetype> byId;
    for (const Kept &one : kept) {
        while (one.file->pos() < one.bytes && !one.file->atEnd())
            take(QJsonDocument::fromJson(one.file->readLine()).object(), activities, byId);
    }
    return activities;
}

/// Ids only grow, so the newest file that has any has the greatest. A quote within a text is escaped: the key is found
/// nowhere else.
qint64 ActivityFile::lastId() const
{
    qint64 last = 0;
    for (int age = 0; age < filesMax && last == 0; ++age) {
        QFile file(pathOf(age));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = file.readAll();
        for (qsizetype at = text.indexOf(idKey); at >= 0; at = text.indexOf(idKey, at + idKey.size()))
            last = std::max(last, numberAt(text, at + idKey.size()));
    }
    return last;
}

core::Status ActivityFile::append(const Activity &activity)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(core::toEpochMs(activity.at), Qt::UTC);
    return write(lineOf({{u"id"_s, activity.id},
                         {u"at"_s, at.toString(Qt::ISODateWithMs)},
                         {u"who"_s, activity.who},
                         {u"verb"_s, activityVerbName(activity.verb)},
                         {u"object"_s, cut(activity.object)},
                         {u"detail"_s, cut(activity.detail)},
                         {u"reason"_s, cut(activity.reason)},
                         {u"outcome"_s, nameOf(activity.outcome)},
                         {u"error"_s, cut(activity.error)}}));
}

core::Status ActivityFile::appendAnswer(const Activity &activity)
{
    return write(
        lineOf({{u"id"_s, activity.id}, {u"outcome"_s, nameOf(activity.outcome)}, {u"error"_s, cut(activity.error)}}));
}

core::Status ActivityFile::write(const QByteArray &line)
{
    if (m_file.isOpen() && m_file.size() + line.size() > m_bytesMax)
        rotate();
    if (!m_file.isOpen()) {
        if (const core::Status opened = open(); !opened.ok())
            return opened;
    }
    if (m_file.write(line) == line.size() && m_file.flush())
        return core::Done{};
    const QString why = m_file.errorString();
    m_file.close(); // the next line begins with a look at how this one ended
    return core::Error::unavailable(u"%1 cannot be written: %2"_s.arg(path(), why));
}

/// A last line that was torn by a crash is ended, so that it spoils no other.
core::Status ActivityFile::open()
{
    m_file.setFileName(path());
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Append))
        return core::Error::unavailable(u"%1 cannot be written: %2"_s.arg(path(), m_file.errorString()));
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (m_file.size() > 0 && m_file.seek(m_file.size() - 1) && m_file.read(1) != "\n")
        m_file.write("\n");
    return core::Done{};
}

void ActivityFile::rotate()
{
    m_file.close();
    QFile::remove(pathOf(filesMax - 1));
    for (int age = filesMax - 1; age > 0; --age)
        QFile::rename(pathOf(age - 1), pathOf(age));
}

} // namespace ui
