// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace bench {

double percentile(std::vector<double> values, double percent);

/// Prints one line a case, with what it may be and whether it is, and keeps all for a JSON file.
class BenchReport final
{
public:
    /// A headline; the cases that follow belong to it.
    void begin(const QByteArray &moment);
    /// Judged by the value. more: facts beside it, printed behind and kept.
    void tell(const QByteArray &name, double value, const QByteArray &unit, double max, const QJsonObject &more = {});
    /// Milliseconds, judged by the median.
    void tellTimes(const QByteArray &name, const std::vector<double> &times, double max, QJsonObject more = {});
    /// Only printed and kept.
    void note(const QByteArray &name, double value, const QByteArray &unit);

    int missed() const { return m_missed; }
    /// Writes all cases; false, with the reason on stderr, when it cannot.
    bool write(const QString &path, const QJsonObject &about) const;

private:
    void keep(const QByteArray &name, double value, const QByteArray &unit, std::optional<double> max,
              const QJsonObject &more);

    QByteArray m_moment;
    QJsonArray m_cases;
    int m_missed = 0;
};

} // namespace bench
