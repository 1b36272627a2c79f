// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace core::engine {

/// The mean of the latest values of something that is measured again and again: the first counts whole, each later one
/// a twentieth of the mean. A value.
class RecentMean
{
public:
    void add(double value) { m_mean = m_mean ? *m_mean + weightOfNew * (value - *m_mean) : value; }
    double value() const { return m_mean.value_or(0); } ///< 0 before the first

private:
    static constexpr double weightOfNew = 0.05;

    std::optional<double> m_mean;
};

} // namespace core::engine
