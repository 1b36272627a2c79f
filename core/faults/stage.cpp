// SPDX-License-Identifier: Apache-2.0
#include "core/faults/stage.h"

#include "core/faults/eventwait.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace core::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using http::ClientAnswer;

namespace {

constexpr std::chrono::milliseconds transferTimeout = 60s;
constexpr std::chrono::milliseconds queryTimeout = 2s;

QJsonObject transferJson(const TransferAction &transfer, const QByteArray &gid)
{
    return {{u"from"_s, transfer.from},
            {u"to"_s, transfer.to},
            {u"amount"_s, QString::fromLatin1(transfer.amount.toText())},
            {u"key"_s, QString::fromLatin1(gid)},
            {u"timeout_to_fail"_s, qint64(transfer.timeoutToFail.count())},
            {u"retry_interval"_s, qint64(transfer.retryInterval.count())},
            {u"request_timeout"_s, qint64(transfer.requestTimeout.count())},
            {u"delay"_s, qint64(transfer.delay.count())},
            {u"wait_result"_s, transfer.waitResult}};
}

} // namespace

Stage::Stage(StageOptions options, const Scenario &scenario)
    : m_options(std::move(options))
    , m_scenario(scenario)
    , m_client({})
{
    if (m_options.store.isEmpty())
        m_options.store = fileNamed(u"checkback.db"_s);
    if (m_options.senderDatabase.isEmpty())
        m_options.senderDatabase = fileNamed(u"sender.db"_s);
    if (m_options.receiverDatabase.isEmpty())
        m_options.receiverDatabase = fileNamed(u"receiver.db"_s);
}

Status Stage::start()
{
    if (!m_folder.isValid())
        return Error::unavailable(u"no temporary folder: "_s + m_folder.errorString());
    if (const Status opened = openAccounts(); !opened.ok())
        return opened;
    if (const Status relaying = startRelays(); !relaying.ok())
        return relaying;
    m_coordinator = std::make_unique<PartProcess>(
        m_options.program, QStringList{u"serve"_s, u"--store"_s, m_options.store}, environment());
    if (const Status started = restart(Part::Coordinator, faultsAtFirst(Part::Coordinator)); !started.ok())
        return started;
    makeBanks();
    for (const Part bank : {Part::Receiver, Part::Sender}) {
        if (const Status started = restart(bank, faultsAtFirst(bank)); !started.ok())
            return started;
    }
    return Done{};
}

Status Stage::openAccounts()
{
    const auto sender = bank::DatabaseUrl::parse(m_options.senderDatabase);
    const auto receiver = bank::DatabaseUrl::parse(m_options.receiverDatabase);
    if (!sender.ok() || !receiver.ok())
        return sender.ok() ? receiver.error() : sender.error();
    m_senderLedger = std::make_unique<Ledger>(*sender, m_options.bankPassword);
    m_receiverLedger = std::make_unique<Ledger>(*receiver, m_options.bankPassword);
    for (const Part bank : {Part::Sender, Part::Receiver}) {
        QList<bank::Account> accounts;
        for (const ScenarioAccount &account : m_scenario.accounts) {
            if (account.bank == bank)
                accounts.append({.userId = account.user, .balance = account.balance});
        }
        if (const Status opened = ledger(bank).open(accounts); !opened.ok())
            return opened;
    }
    return Done{};
}

Status Stage::startRelays()
{
    const Status sender = m_senderRelay.listen();
    return sender.ok() ? m_receiverRelay.listen() : sender;
}

QMap<QString, QString> Stage::environment() const
{
    return {{u"CHECKBACK_STORE_PASSWORD"_s, m_options.storePassword},
            {u"CHECKBACK_DB_PASSWORD"_s, m_options.bankPassword}};
}

/// The coordinator reaches both banks through their relays.
void Stage::makeBanks()
{
    const auto make = [this](const QString &database, const QStringList &more) {
        const QString coordinator = QString::fromLatin1(m_coordinator->url()) + u"/api/dtmsvr"_s;
        return std::make_unique<PartProcess>(
            m_options.program, QStringList{u"bank"_s, u"--db"_s, database, u"--coordinator"_s, coordinator} + more,
            environment());
    };
    m_receiver = make(m_options.receiverDatabase, {});
    m_sender = make(m_options.senderDatabase,
                    {u"--public-url"_s, QString::fromLatin1(m_senderRelay.url()), u"--peer"_s,
                     QString::fromLatin1(m_receiverRelay.url())});
}

QByteArray Stage::faultsAtFirst(Part part) const
{
    QList<Fault> faults;
    for (const ArmedPart &armed : m_scenario.armed) {
        if (armed.part == part)
            faults += armed.faults;
    }
    return m_scenario.faultsText(faults);
}

Status Stage::restart(Part part, const QByteArray &faults)
{
    if (const Status started = process(part).start(faults); !started.ok())
        return started;
    if (part == Part::Sender)
        m_senderRelay.forwardTo(m_sender->url());
    if (part == Part::Receiver)
        m_receiverRelay.forwardTo(m_receiver->url());
    return Done{};
}

PartProcess &Stage::process(Part part)
{
    switch (part) {
    case Part::Coordinator:
    case Part::SecondCoordinator:
    case Part::Database:
        break;
    case Part::Sender:
        return *m_sender;
    case Part::Receiver:
        return *m_receiver;
    }
    return *m_coordinator;
}

void Stage::beginTransfer(const TransferAction &transfer)
{
    const auto url = http::Url::parse(QByteArray(m_sender->url() + "/api/busi/Transfer"));
    const QJsonObject body = transferJson(transfer, m_scenario.gidOf(transfer.label));
    m_answers.insert(transfer.label, std::nullopt);
    m_client.send({.method = "POST",
                   .url = *url,
                   .headers = {http::Header{"Content-Type", "application/json"}},
                   .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                   .timeout = transferTimeout},
                  [this, label = transfer.label](ClientAnswer &&came) { m_answers[label] = std::move(came); });
}

void Stage::answerInstead(const AnswerAction &answer)
{
    Relay &relay = answer.kind == CallKind::Checkback ? m_senderRelay : m_receiverRelay;
    relay.answerInstead(answer);
}

ClientAnswer Stage::ask(const QByteArray &url)
{
    const auto parsed = http::Url::parse(url);
    const auto answer = std::make_shared<std::optional<ClientAnswer>>();
    m_client.send({.url = *parsed, .timeout = queryTimeout},
                  [answer](ClientAnswer &&came) { *answer = std::move(came); });
    waitUntil([answer] { return answer->has_value(); }, queryTimeout + 1s);
    return answer->value_or(ClientAnswer{});
}

QByteArray Stage::stateOf(const QByteArray &label)
{
    const ClientAnswer answer = ask(m_coordinator->url() + "/api/dtmsvr/query?gid=" + m_scenario.gidOf(label));
    if (answer.outcome != ClientAnswer::Outcome::Answered || answer.status != 200)
        return {};
    const QJsonValue transaction = QJsonDocument::fromJson(answer.body)[u"transaction"];
    return transaction.isObject() ? transaction[u"status"].toString().toLatin1() : QByteArray("none");
}

QList<RelayedCall> Stage::callsFor(CallKind kind, const QByteArray &label) const
{
    const Relay &relay = kind == CallKind::Checkback ? m_senderRelay : m_receiverRelay;
    QList<RelayedCall> calls;
    for (const RelayedCall &call : relay.calls()) {
        if (call.kind == kind && call.gid == m_scenario.gidOf(label))
            calls.append(call);
    }
    return calls;
}

Result<Books> Stage::books() const
{
    const auto receiver = m_receiverLedger->snapshot();
    if (!receiver.ok())
        return receiver.error();
    const auto sender = m_senderLedger->snapshot();
    if (!sender.ok())
        return sender.error();
    return Books{*receiver, *sender};
}

} // namespace core::faults
