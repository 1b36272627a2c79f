// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casefields.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace core::casefile {

QByteArray CaseFields::pathOf(const QString &name) const
{
    return m_path.isEmpty() ? name.toUtf8() : QByteArray(m_path + '.' + name.toUtf8());
}

void CaseFields::fail(const QString &name, const QString &what)
{
    if (*m_problem)
        return;
    const QByteArray path = pathOf(name);
    *m_problem = Error::invalid(path, u"“%1” must be %2"_s.arg(QString::fromUtf8(path), what));
}

QString CaseFields::text(const QString &name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isUndefined() && !value.isString())
        fail(name, u"a text"_s);
    return failed() ? QString() : value.toString();
}

QByteArray CaseFields::bytes(const QString &name)
{
    const QString coded = name + "_base64"_L1;
    if (!has(coded))
        return text(name).toUtf8();
    const auto decoded =
        QByteArray::fromBase64Encoding(text(coded).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (decoded.decodingStatus != QByteArray::Base64DecodingStatus::Ok)
        fail(coded, u"base 64"_s);
    return failed() ? QByteArray() : decoded.decoded;
}

bool CaseFields::flag(const QString &name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isUndefined() && !value.isBool())
        fail(name, u"true or false"_s);
    return !failed() && value.toBool();
}

std::int64_t CaseFields::number(const QString &name, std::int64_t min, std::int64_t max)
{
    const QJsonValue value = m_object.value(name);
    const std::int64_t wrong = min == 0 ? -1 : min - 1;
    const std::int64_t read = value.isDouble() ? value.toInteger(wrong) : wrong;
    if (read < min || read > max)
        fail(name, u"a whole number from %1 to %2"_s.arg(min).arg(max));
    return failed() ? min : read;
}

Money CaseFields::money(const QString &name)
{
    const Result<Money> amount = Money::fromText(text(name).toLatin1());
    if (!amount.ok())
        fail(name, u"an amount such as \"30.00\""_s);
    return failed() ? Money() : *amount;
}

std::optional<TimePoint> CaseFields::timeIfAny(const QString &name)
{
    return has(name) ? std::optional(time(name)) : std::nullopt;
}

TimePoint CaseFields::time(const QString &name)
{
    const QString written = text(name);
    const QDateTime read = QDateTime::fromString(written, Qt::ISODateWithMs);
    if (!read.isValid() || !written.endsWith(u'Z') || read.date().year() < 1970 || read.date().year() > 9999)
        fail(name, u"a time such as \"2026-09-14T10:58:24.114Z\""_s);
    return failed() ? TimePoint() : fromEpochMs(read.toMSecsSinceEpoch());
}

CaseFields CaseFields::object(const QString &name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject())
        fail(name, u"an object"_s);
    return {value.toObject(), pathOf(name), *m_problem};
}

QList<CaseFields> CaseFields::objects(const QString &name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isUndefined() && !value.isArray())
        fail(name, u"a list"_s);
    QList<CaseFields> all;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size() && !failed(); ++i) {
        const QString place = u"%1[%2]"_s.arg(name).arg(i);
        if (!array.at(i).isObject())
            fail(place, u"an object"_s);
        all.append({array.at(i).toObject(), pathOf(place), *m_problem});
    }
    return all;
}

} // namespace core::casefile
