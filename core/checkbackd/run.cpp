// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/banksoption.h"
#include "core/checkbackd/commands.h"
#include "core/checkbackd/example.h"
#include "core/checkbackd/naivecommand.h"
#include "core/checkbackd/narrator.h"
#include "core/checkbackd/scenariocommand.h"
#include "core/checkbackd/storeoption.h"
#include "core/checkbackd/story.h"

#include <QLoggingCategory>

namespace core::checkbackd {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds endWithin{30'000};
constexpr char exampleName[] = "http_msg_doAndCommit";

/// The amount, and who sends to whom, are those of dtm's example (PROTOCOL §5).
QByteArray transferBody(const Gid &gid)
{
    return "{\"from\":1,\"to\":2,\"amount\":\"30.00\",\"wait_result\":true,\"key\":\"" + gid.bytes() + "\"}";
}

/// None where it is left out.
Result<std::optional<store::StoreAddress>> namedStore(const Options &options)
{
    if (options.value(u"store"_s).isEmpty())
        return std::optional<store::StoreAddress>();
    const auto store = storeFrom(options);
    if (!store.ok())
        return store.error();
    return std::optional(*store);
}

Result<bool> play(Example &example, const QString &store, const Narrator &narrator)
{
    const Story story(narrator, SystemClock().now());
    if (const Status started = example.start(); !started.ok())
        return started.error();
    story.opening(example, store);
    const auto before = example.books();
    if (!before.ok())
        return before.error();

    const Gid gid = example.coordinator().newGid();
    story.transferAsked(gid, example.coordinator().now());
    const auto answer = example.transfer(transferBody(gid));
    if (!answer.ok())
        return answer.error();
    const TimePoint answeredAt = example.coordinator().now();
    const auto message = example.waitForEnd(gid, QDeadlineTimer(endWithin));
    if (!message.ok())
        return message.error();
    const auto after = example.books();
    if (!after.ok())
        return after.error();
    story.transferDone(*message, *answer, answeredAt, *after);
    story.balances(*before, *after);
    const Money expected = bank::totalOf(before->receiver, before->sender).total();
    return story.verdict(*message, bank::checkBanks(after->receiver, after->sender, expected));
}

int playExample(const std::optional<store::StoreAddress> &store, const ExampleBanks &banks, const Narrator &narrator)
{
    Example example(store, banks);
    const auto holds = play(example, store ? store::storeName(*store) : QString(), narrator);
    example.stop();
    if (!holds.ok()) {
        report(holds.error());
        return exitFailed;
    }
    return *holds ? exitGood : exitFailed;
}

} // namespace

QList<OptionSpec> runOptions()
{
    return storeOptions(u"where messages are kept; left out: a temporary file"_s, {}) + banksOptions(u"temporary"_s)
        + QList<OptionSpec>{
            {u"list"_s, {}, u"list the scenarios with their titles"_s, {}},
            {u"language"_s, u"LANGUAGE"_s, u"that the story is told in, en or zh (en)"_s, u"en"_s},
            {u"pace"_s, u"PACE"_s,
             u"of a scenario: quick, as its file says, or slow, near the usual time-outs (quick)"_s, u"quick"_s},
            {u"seed"_s, u"NUMBER"_s, u"makes a scenario's gids; left out: as its file says"_s, {}},
            {u"config"_s, u"FILE"_s, u"read options from an INI file"_s, {}},
            {u"test-mode"_s, {}, u"let CHECKBACK_FAULTS arm fault points of the example"_s, {}},
        };
}

int run(const Options &options)
{
    const auto narrator = Narrator::from(options);
    if (!narrator.ok())
        return report(narrator.error());
    if (options.isOn(u"list"_s))
        return listScenarios(*narrator);
    const QString name = options.positional().value(0);
    if (options.positional().isEmpty() || options.positional().size() > (isNaive(name) ? 2 : 1))
        return report(Error::invalid(
            "name", u"give one name: %1, naive, or a scenario of --list"_s.arg(QLatin1String(exampleName))));
    const auto store = namedStore(options);
    if (!store.ok())
        return report(store.error());
    const auto banks = banksFrom(options);
    if (!banks.ok())
        return report(banks.error());
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
        QLoggingCategory::setFilterRules(u"*.info=false"_s); // the story is what there is to read
    if (isNaive(name))
        return playNaive(options, *narrator);
    if (name != QLatin1String(exampleName))
        return playScenario(name, options, *store, *banks, *narrator);
    return playExample(*store, *banks, *narrator);
}

} // namespace core::checkbackd
