// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/faultorders.h"

#include "core/base/faultpoint.h"

#include <cstdio>
#include <iostream>
#include <string>
#include <thread>

using namespace Qt::StringLiterals;

namespace core::checkbackd {

namespace {

void answer(const QByteArray &text)
{
    std::printf("%s\n", text.constData());
    std::fflush(stdout);
}

void readOrders()
{
    for (std::string line; std::getline(std::cin, line);) {
        const Status armed = armFaultPoints(QByteArray::fromStdString(line));
        answer(armed.ok() ? QByteArray("faults armed") : "faults refused: " + armed.error().detail.toUtf8());
    }
}

} // namespace

OptionSpec faultOrdersOption()
{
    return {u"faults-from-stdin"_s, {}, u"with --test-mode: each line of standard input arms faults"_s, {}};
}

void takeFaultOrders(const Options &options)
{
    if (options.isOn(u"faults-from-stdin"_s))
        std::thread(readOrders).detach(); // nothing can end the reading but the end of the input, or of the process
}

} // namespace core::checkbackd
