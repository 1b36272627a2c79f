// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/simulation.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <cstdio>

/// For long runs: sim --seeds N --from S. Prints one line; ends with 1 where an invariant broke.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Runs the coordinator in simulated worlds and checks its invariants."));
    parser.addHelpOption();
    parser.addOption(
        {QStringLiteral("seeds"), QStringLiteral("How many worlds."), QStringLiteral("N"), QStringLiteral("20000")});
    parser.addOption(
        {QStringLiteral("from"), QStringLiteral("The first world's seed."), QStringLiteral("S"), QStringLiteral("1")});
    parser.addOption({QStringLiteral("log"), QStringLiteral("With the engine's log.")});
    parser.process(app);
    if (!parser.isSet(QStringLiteral("log")))
        QLoggingCategory::setFilterRules(QStringLiteral("core.*=false"));

    const std::uint64_t seeds = parser.value(QStringLiteral("seeds")).toULongLong();
    const std::uint64_t from = parser.value(QStringLiteral("from")).toULongLong();
    QElapsedTimer timer;
    timer.start();
    const QString violation = test::simulateAll(from, seeds);
    if (violation.isEmpty())
        std::printf("%llu seeds from %llu, 0 violations, %.1f s\n", static_cast<unsigned long long>(seeds),
                    static_cast<unsigned long long>(from), static_cast<double>(timer.elapsed()) / 1000);
    else
        std::printf("%s\n", qPrintable(violation));
    return violation.isEmpty() ? 0 : 1;
}
