// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace diagram {

/// What a URL is called on the screen: the last part of its path, "SagaBTransIn" of "http://b/api/SagaBTransIn?x=1";
/// the topic of "topic://NAME". Pure.
inline QString urlName(const QByteArray &url)
{
    qsizetype end = url.indexOf('?');
    if (end < 0)
        end = url.size();
    while (end > 0 && url.at(end - 1) == '/')
        --end;
    const qsizetype slash = end > 0 ? url.lastIndexOf('/', end - 1) : -1;
    return QString::fromUtf8(url.sliced(slash + 1, end - slash - 1));
}

} // namespace diagram
