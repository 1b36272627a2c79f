// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/scenariocommand.h"

#include "core/checkbackd/commands.h"
#include "core/checkbackd/termination.h"
#include "core/faults/pace.h"
#include "core/faults/runner.h"
#include "core/faults/scenariolibrary.h"

#include <QCoreApplication>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

constexpr int scenarioSeedMax = 1'000'000'000;

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

int tellOutcome(const faults::Outcome &outcome, const Narrator &narrator)
{
    using Ending = faults::Outcome::Ending;
    switch (outcome.ending) {
    case Ending::Holds:
        narrator.tell({u"\nAll expectations and invariants hold."_s, u"\n所有预期和不变量都成立。"_s});
        return exitGood;
    case Ending::Broken:
        narrator.tell({u"\nNot everything holds: see BROKEN above."_s, u"\n并非全部成立：见上面的 BROKEN。"_s});
        return exitFailed;
    case Ending::Stopped:
        narrator.tell({u"\nStopped; nothing was judged."_s, u"\n已停止，未作判定。"_s});
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

int listScenarios(const Narrator &narrator)
{
    for (const QString &name : faults::scenarioNames()) {
        const auto scenario = faults::loadScenario(name);
        if (!scenario.ok())
            return report(scenario.error());
        Narrator::line(u"%1 %2"_s.arg(name, -34).arg(narrator.in(scenario->title)));
    }
    const faults::Caption naive{u"Naive transfers against two-phase messages"_s, u"朴素转账与二阶段消息的对比"_s};
    Narrator::line(u"%1 %2"_s.arg(u"naive"_s, -34).arg(narrator.in(naive)));
    return exitGood;
}

int playScenario(const QString &nameOrPath, const Options &options, const std::optional<store::StoreAddress> &store,
                 const ExampleBanks &banks, const Narrator &narrator)
{
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
                           .inChinese = narrator.isChinese(),
                           .pace = *pace,
                           .tell = Narrator::line,
                           .control = &control});
    return tellOutcome(runner.run(*scenario), narrator);
}

} // namespace core::checkbackd
