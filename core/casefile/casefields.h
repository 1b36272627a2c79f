// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace core::casefile {

/// Reads the fields of an object and keeps the first mistake of the whole file, with the path to it
/// ("message.branches[2].step"). After a mistake everything reads as empty, so that callers need not look after each
/// field. problem must outlive this.
class CaseFields final
{
public:
    CaseFields(QJsonObject object, QByteArray path, std::optional<Error> &problem)
        : m_object(std::move(object))
        , m_path(std::move(path))
        , m_problem(&problem)
    { }

    bool has(const QString &name) const { return m_object.contains(name); }
    QString text(const QString &name); ///< left out: empty
    QByteArray bytes(const QString &name); ///< NAME, or NAME_base64; left out: empty
    bool flag(const QString &name); ///< left out: false
    std::int64_t number(const QString &name, std::int64_t min, std::int64_t max); ///< must be there
    Money money(const QString &name); ///< must be there
    TimePoint time(const QString &name); ///< must be there
    std::optional<TimePoint> timeIfAny(const QString &name);
    CaseFields object(const QString &name); ///< must be there
    QList<CaseFields> objects(const QString &name); ///< left out: none

    bool failed() const { return m_problem->has_value(); }
    /// what: what would be right.
    void fail(const QString &name, const QString &what);

private:
    QByteArray pathOf(const QString &name) const;

    QJsonObject m_object;
    QByteArray m_path;
    std::optional<Error> *m_problem;
};

} // namespace core::casefile
