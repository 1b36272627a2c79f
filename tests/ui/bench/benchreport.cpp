// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/bench/benchreport.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace bench {

using namespace Qt::StringLiterals;

double percentile(std::vector<double> values, double percent)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(double(values.size()) * percent / 100))];
}

namespace {

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

QByteArray listed(const QJsonObject &facts)
{
    QByteArray text;
    for (auto fact = facts.begin(); fact != facts.end(); ++fact) {
        const QJsonValue value = fact.value();
        const QString shown = value.isDouble() ? QString::number(value.toDouble()) : value.toString();
        text += (text.isEmpty() ? "  " : ", ") + fact.key().toUtf8() + ' ' + shown.toUtf8();
    }
    return text;
}

} // namespace

void BenchReport::begin(const QByteArray &moment)
{
    m_moment = moment;
    std::printf("-- %s\n", moment.constData());
}

void BenchReport::tell(const QByteArray &name, double value, const QByteArray &unit, double max,
                       const QJsonObject &more)
{
    const bool isMet = value <= max;
    m_missed += isMet ? 0 : 1;
    std::printf("  %-44s %8.1f %-4s ≤%-5.0f %s%s\n", name.constData(), value, unit.constData(), max,
                isMet ? "met    " : "NOT MET", listed(more).constData());
    keep(name, value, unit, max, more);
}

void BenchReport::tellTimes(const QByteArray &name, const std::vector<double> &times, double max, QJsonObject more)
{
    more[u"longest"_s] = rounded(percentile(times, 100));
    tell(name, percentile(times, 50), "ms", max, more);
}

void BenchReport::note(const QByteArray &name, double value, const QByteArray &unit)
{
    std::printf("  %-44s %8.1f %s\n", name.constData(), value, unit.constData());
    keep(name, value, unit, {}, {});
}

void BenchReport::keep(const QByteArray &name, double value, const QByteArray &unit, std::optional<double> max,
                       const QJsonObject &more)
{
    QJsonObject kept = more;
    kept[u"moment"_s] = QString::fromUtf8(m_moment);
    kept[u"case"_s] = QString::fromUtf8(name);
    kept[u"value"_s] = rounded(value);
    kept[u"unit"_s] = QString::fromUtf8(unit);
    if (max) {
        kept[u"max"_s] = *max;
        kept[u"met"_s] = value <= *max;
    }
    m_cases.append(kept);
}

bool BenchReport::write(const QString &path, const QJsonObject &about) const
{
    QFile file(path);
    const QByteArray text = QJsonDocument(QJsonObject{{u"about"_s, about}, {u"cases"_s, m_cases}}).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size())
        return true;
    std::fprintf(stderr, "%s: %s\n", qPrintable(path), qPrintable(file.errorString()));
    return false;
}

} // namespace bench
