// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casefile.h"
#include "core/casefile/casemask.h"
#include "core/casefile/casereplay.h"
#include "core/checkbackd/banksoption.h"
#include "core/checkbackd/commands.h"
#include "core/checkbackd/storeoption.h"
#include "core/store/makestore.h"

#include <QLoggingCategory>

#include <cstdio>
#include <set>

namespace core::checkbackd {

using namespace Qt::StringLiterals;
using casefile::Case;
using casefile::CaseBank;

namespace {

void say(const QString &text)
{
    std::fputs(qPrintable(text + u'\n'), stdout);
}

void quieten()
{
    if (!qEnvironmentVariableIsSet("QT_LOGGING_RULES"))
        QLoggingCategory::setFilterRules(u"*.info=false"_s);
}

Status readBank(CaseBank &bank, const bank::DatabaseUrl &url, const QString &password, const QByteArray &gid)
{
    const SystemClock clock;
    auto reader = bank::BankReader::open(url, password, clock);
    if (!reader.ok())
        return reader.error();
    const auto rows = reader->barrierRowsOf(gid);
    if (!rows.ok())
        return rows.error();
    std::set<int> users;
    for (const bank::WrittenBarrierRow &written : *rows) {
        const bank::BarrierRow &row = written.row;
        bank.barrierRows.append(
            {row.branchId, row.op, row.barrierId, row.reason, written.userId, written.amount, written.writtenAt});
        if (written.userId > 0)
            users.insert(written.userId);
    }
    for (const int user : users) {
        const auto found = reader->accounts(user - 1, 1);
        if (!found.ok())
            return found.error();
        if (!found->isEmpty() && found->constFirst().userId == user)
            bank.accounts.append({user, found->constFirst().balance, found->constFirst().tradingBalance});
    }
    return Done{};
}

/// A bank that cannot be read is in the case with the reason.
void addBank(Case &about, const QString &name, bool isSender, const std::optional<bank::DatabaseUrl> &url,
             const QString &password)
{
    if (!url)
        return;
    CaseBank bank{.name = name, .isSender = isSender};
    if (const Status read = readBank(bank, *url, password, about.message.gid.bytes()); !read.ok())
        bank.problem = read.error().detail;
    about.banks.append(bank);
}

Result<Case> gather(const store::StoreAddress &address, const Gid &gid, const ExampleBanks &banks)
{
    const auto reader = store::makeReader(address);
    if (const Status open = reader->open(); !open.ok())
        return open.error();
    const auto message = reader->message(gid);
    if (!message.ok())
        return message.error();
    if (!*message)
        return Error::notFound(u"no message has the gid %1"_s.arg(gid.toString()));
    const auto attempts = reader->attempts((*message)->rowId);
    if (!attempts.ok())
        return attempts.error();
    Case about{.message = **message, .attempts = *attempts, .savedAt = SystemClock().now()};
    about.savedBy = u"checkbackd "_s + QLatin1String(CHECKBACK_VERSION);
    addBank(about, u"Bank A"_s, true, banks.sender, banks.password);
    addBank(about, u"Bank B"_s, false, banks.receiver, banks.password);
    return about;
}

QString standing(const message::Message &message)
{
    const auto done = std::count(message.branchDone.begin(), message.branchDone.end(), true);
    return u"%1, %2 of %3 branches done, %4 %5"_s.arg(QString::fromLatin1(message::stateName(message.state)))
        .arg(done)
        .arg(message.branchDone.size())
        .arg(message.attempts)
        .arg(message.attempts == 1 ? u"call"_s : u"calls"_s);
}

} // namespace

QList<OptionSpec> caseOptions()
{
    return storeOptions(u"where the message is kept; a coordinator may be at work on it"_s, {})
        + banksOptions(u"not read"_s)
        + QList<OptionSpec>{
            {u"leave-out-payloads"_s, {}, u"write neither payloads nor answers"_s, {}},
            {u"config"_s, u"FILE"_s, u"read options from an INI file"_s, {}},
        };
}

int saveCaseOf(const Options &options)
{
    if (options.positional().size() != 2)
        return report(Error::invalid("gid", u"give the gid of a message and the file to write"_s));
    const auto gid = Gid::fromBytes(options.positional().at(0).toUtf8());
    if (!gid.ok())
        return report(gid.error());
    const auto store = storeFrom(options);
    if (!store.ok())
        return report(store.error());
    const auto banks = banksFrom(options);
    if (!banks.ok())
        return report(banks.error());
    quieten();
    const auto about = gather(*store, *gid, *banks);
    if (!about.ok())
        return report(about.error());
    using casefile::Payloads;
    const Case masked = maskedCase(*about, options.isOn(u"leave-out-payloads"_s) ? Payloads::LeaveOut : Payloads::Keep);
    if (const Status saved = casefile::saveCase(options.positional().at(1), masked); !saved.ok())
        return report(saved.error());
    say(u"%1: %2"_s.arg(options.positional().at(1), standing(masked.message)));
    for (const CaseBank &bank : masked.banks) {
        if (!bank.problem.isEmpty())
            say(u"%1 was not read: %2"_s.arg(bank.name, bank.problem));
    }
    return exitGood;
}

QList<OptionSpec> replayOptions()
{
    return {};
}

int replayCaseOf(const Options &options)
{
    if (options.positional().size() != 1)
        return report(Error::invalid("file", u"give the file of one case"_s));
    quieten();
    const auto recorded = casefile::openCase(options.positional().constFirst());
    if (!recorded.ok())
        return report(
            {recorded.error().code, u"%1: %2"_s.arg(options.positional().constFirst(), recorded.error().detail)});
    const auto replay = casefile::replayCase(*recorded);
    if (!replay.ok())
        return report(replay.error());
    say(u"recorded: "_s + standing(recorded->message));
    say(u"replayed: "_s + standing(replay->message)
        + (replay->isPastRecord ? u" (the record ends there)"_s : QString()));
    const auto differences = casefile::differencesOf(*recorded, *replay).size();
    say(differences == 0 ? u"it went the same way"_s : u"it went another way in %1 point(s)"_s.arg(differences));
    return differences == 0 ? exitGood : exitFailed;
}

} // namespace core::checkbackd
