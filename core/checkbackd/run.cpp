// SPDX-License-Identifier: Apache-2.0
#include "core/checkbackd/commands.h"
#include "core/checkbackd/example.h"
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

Money sumOf(const Example::Books &books)
{
    Money sum;
    for (const bank::BankSnapshot *bank : {&books.sender, &books.receiver}) {
        for (const bank::Account &account : bank->accounts)
            sum = sum + account.balance;
    }
    return sum;
}

Result<bool> play(Example &example, const QString &store)
{
    const Story story(SystemClock().now());
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
    return story.verdict(*message, bank::checkBanks(after->receiver, after->sender, sumOf(*before)));
}

} // namespace

QList<OptionSpec> runOptions()
{
    return {
        {u"store"_s, u"sqlite:PATH"_s, u"where messages are kept; left out: a temporary file"_s, {}},
        {u"config"_s, u"FILE"_s, u"read options from an INI file"_s, {}},
        {u"test-mode"_s, {}, u"let CHECKBACK_FAULTS arm fault points"_s, {}},
    };
}

int run(const Options &options)
{
    const QString name = options.positional().value(0);
    if (name != QLatin1String(exampleName) || options.positional().size() != 1)
        return report(
            Error::invalid("name", u"'%1' is not an example: give %2"_s.arg(name, QLatin1String(exampleName))));
    QString storePath;
    if (const QString store = options.value(u"store"_s); !store.isEmpty()) {
        const auto path = sqlitePathFromText(store, "store");
        if (!path.ok())
            return report(path.error());
        storePath = *path;
    }
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
        QLoggingCategory::setFilterRules(u"*.info=false"_s); // the story is what there is to read
    Example example(storePath);
    const auto holds = play(example, storePath);
    example.stop();
    if (!holds.ok()) {
        report(holds.error());
        return exitFailed;
    }
    return *holds ? exitGood : exitFailed;
}

} // namespace core::checkbackd
