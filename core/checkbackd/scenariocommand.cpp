// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/scenariocommand.h"

#include "core/checkbackd/commands.h"
#include "core/checkbackd/termination.h"
#include "core/faults/pace.h"
#include "core/faults/runner.h"
#include "core/faults/scenariolibrary.h"

#include <QCoreApplication>

#include <cstdio>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

constexpr int scenarioSeedMax = 1'000'000'000;

/// UTF-8 whatever the locale says: the captions are Chinese as well.
void printLine(const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

Result<bool> isChinese(const Options &options)
{
    const QString language = options.value(u"language"_s);
    if (language == u"en" || language == u"zh")
        return language == u"zh";
    return Error::invalid("language", u"--language %1: give en or zh"_s.arg(language));
}

Status applySeed(const Options &options, faults::Scenario &scenario)
{
    const QString text = options.value(u"seed"_s);
    bool isNumber = false;
    const int seed = text.toInt(&isNumber);
    if (text.isEmpty())
        return Done{};
    if (!isNumber || seed < 1 || seed > scenarioSeedMax)
        return Error::invalid("seed", u"--seed %1: give a whole number from 1 to %2"_s.arg(text).arg(scenarioSeedMax));
    scenario.seed = seed;
    return Done{};
}

Result<int> paceOf(const Options &options)
{
    const QString pace = options.value(u"pace"_s);
    if (pace == u"quick" || pace == u"slow")
        return pace == u"slow" ? faults::slowPace : faults::RunnerOptions::paceQuick;
    return Error::invalid("pace", u"--pace %1: give quick or slow"_s.arg(pace));
}

int tellOutcome(const faults::Outcome &outcome)
{
    using Ending = faults::Outcome::Ending;
    switch (outcome.ending) {
    case Ending::Holds:
        printLine(u"\nAll expectations and invariants hold."_s);
        return exitGood;
    case Ending::Broken:
        printLine(u"\nNot everything holds: see BROKEN above."_s);
        return exitFailed;
    case Ending::Stopped:
        printLine(u"\nStopped; nothing was judged."_s);
        return exitFailed;
    case Ending::NotStarted:
        break;
    }
    report(Error::unavailable(outcome.problem));
    return exitFailed;
}

faults::StageOptions stageOptions(const Options &options, const std::optional<store::StoreAddress> &store,
                                  const ExampleBanks &banks)
{
    const auto *mysql = store ? std::get_if<store::MysqlAddress>(&*store) : nullptr;
    return {.program = QCoreApplication::applicationFilePath(),
            .store = options.value(u"store"_s),
            .senderDatabase = options.value(u"bank-a"_s),
            .receiverDatabase = options.value(u"bank-b"_s),
            .storePassword = mysql ? mysql->password : QString(),
            .bankPassword = banks.password};
}

} // namespace

int listScenarios(const Options &options)
{
    const Result<bool> chinese = isChinese(options);
    if (!chinese.ok())
        return report(chinese.error());
    for (const QString &name : faults::scenarioNames()) {
        const auto scenario = faults::loadScenario(name);
        if (!scenario.ok())
            return report(scenario.error());
        const faults::Caption &title = scenario->title;
        printLine(u"%1 %2"_s.arg(name, -34).arg(*chinese ? title.chinese : title.english));
    }
    printLine(u"%1 %2"_s.arg(u"naive"_s, -34)
                  .arg(*chinese ? u"朴素转账与二阶段消息的对比"_s : u"Naive transfers against two-phase messages"_s));
    return exitGood;
}

int playScenario(const QString &nameOrPath, const Options &options, const std::optional<store::StoreAddress> &store,
                 const ExampleBanks &banks)
{
    const Result<bool> chinese = isChinese(options);
    if (!chinese.ok())
        return report(chinese.error());
    auto scenario = faults::loadScenario(nameOrPath);
    if (!scenario.ok()) {
        const bool isUnknown = scenario.error().code == Error::Code::NotFound;
        const QString more = isUnknown ? u"; the example is http_msg_doAndCommit"_s : QString();
        return report(Error::invalid("name", scenario.error().detail + more));
    }
    if (const Status seeded = applySeed(options, *scenario); !seeded.ok())
        return report(seeded.error());
    const Result<int> pace = paceOf(options);
    if (!pace.ok())
        return report(pace.error());
    faults::RunControl control;
    QObject watcher;
    watchTermination(&watcher, [&control] { control.stop(); });
    faults::Runner runner({.stage = stageOptions(options, store, banks),
                           .inChinese = *chinese,
                           .pace = *pace,
                           .tell = printLine,
                           .control = &control});
    return tellOutcome(runner.run(*scenario));
}

} // namespace core::checkbackd
