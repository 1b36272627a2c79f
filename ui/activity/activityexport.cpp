// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/activityexport.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

/// In the order of the columns.
struct Field
{
    QString name;
    QString (*text)(const Activity &);
};

QList<Field> fields()
{
    return {
        {u"at"_s,
         [](const Activity &activity) {
             return QDateTime::fromMSecsSinceEpoch(core::toEpochMs(activity.at), Qt::UTC).toString(Qt::ISODateWithMs);
         }},
        {u"who"_s, [](const Activity &activity) { return activity.who; }},
        {u"verb"_s, [](const Activity &activity) { return activityVerbName(activity.verb); }},
        {u"object"_s, [](const Activity &activity) { return activity.object; }},
        {u"detail"_s, [](const Activity &activity) { return activity.detail; }},
        {u"reason"_s, [](const Activity &activity) { return activity.reason; }},
        {u"outcome"_s, [](const Activity &activity) { return activityOutcomeName(activity.outcome); }},
        {u"error"_s, [](const Activity &activity) { return activity.error; }}};
}

QByteArray csvCell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.at(0)))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace

QByteArray activitiesAsCsv(const QList<Activity> &activities)
{
    const QList<Field> columns = fields();
    QByteArrayList header;
    for (const Field &column : columns)
        header << column.name.toUtf8();
    QByteArray csv = header.join(',') + "\r\n";
    for (const Activity &activity : activities) {
        QByteArrayList cells;
        for (const Field &column : columns)
            cells << csvCell(column.text(activity));
        csv += cells.join(',') + "\r\n";
    }
    return csv;
}

QByteArray activitiesAsJson(const QList<Activity> &activities)
{
    const QList<Field> columns = fields();
    QJsonArray array;
    for (const Activity &activity : activities) {
        QJsonObject object;
        for (const Field &column : columns)
            object.insert(column.name, column.text(activity));
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

} // namespace ui
