// SPDX-License-Identifier: GPL-3.0-or-later
// Each level of safety at each verb, below the pages: whoever forgot to ask changes nothing.
#include "tests/ui/support/sessionfixture.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/session/faultdesk.h"

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Connections;
using ui::Consent;
using Safety = ui::Connection::Safety;

namespace {

/// What stopped a change, or nothing: it went through to the engine.
using Outcome = std::optional<core::Error>;
using Attempt = std::function<Outcome(ui::Session &, Consent)>;

/// Waits for the callback of a verb. "No such message" is an answer of the engine: the session let it through.
Outcome answerOf(const std::function<void(QObject *, ui::Session::ThenAccepted)> &act)
{
    QObject context;
    std::optional<Outcome> answer;
    act(&context, [&answer](const Outcome &error) { answer = error; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 15'000))
        return core::Error::internal(u"no answer"_s);
    return *answer && (*answer)->code == core::Error::Code::NotFound ? Outcome() : *answer;
}

QList<std::pair<const char *, Attempt>> verbs()
{
    const QByteArray gid = "unknown";
    const auto verb = [](auto act) -> Attempt {
        return [act](ui::Session &session, Consent consent) {
            return answerOf(
                [&](QObject *context, const ui::Session::ThenAccepted &then) { act(session, context, then, consent); });
        };
    };
    return {
        {"retry now", verb([gid](auto &session, auto *context, auto &then, Consent consent) {
             session.retryNow(gid, context, then, consent);
         })},
        {"replay checkback", verb([gid](auto &session, auto *context, auto &then, Consent consent) {
             session.replayCheckback(gid, context, then, consent);
         })},
        {"submit", verb([gid](auto &session, auto *context, auto &then, Consent consent) {
             session.submit(gid, context, then, consent);
         })},
        {"abort", verb([gid](auto &session, auto *context, auto &then, Consent consent) {
             session.abort(gid, context, then, consent);
         })},
        {"force stop", verb([gid](auto &session, auto *context, auto &then, Consent consent) {
             session.forceStop(gid, u"because"_s, std::nullopt, context, then, consent);
         })},
        {"resend", verb([gid](auto &session, auto *context, auto &then, Consent consent) {
             session.resend(
                 gid, context,
                 [then](const core::Result<QByteArray> &made) {
                     then(made.ok() ? std::nullopt : std::optional(made.error()));
                 },
                 consent);
         })},
        {"subscribe", verb([](auto &session, auto *context, auto &then, Consent consent) {
             session.subscribe("orders", "http://127.0.0.1:9/x", {}, context, then, consent);
         })},
        {"unsubscribe", verb([](auto &session, auto *context, auto &then, Consent consent) {
             session.unsubscribe("orders", "http://127.0.0.1:9/x", context, then, consent);
         })},
        {"delete a topic", verb([](auto &session, auto *context, auto &then, Consent consent) {
             session.removeTopic("orders", context, then, consent);
         })},
        {"engine limits",
         [](ui::Session &session, Consent consent) {
             return ui::errorOf(session.setEngineLimits(session.engineLimits(), consent));
         }},
        {"put right", verb([](auto &session, auto *context, auto &then, Consent consent) {
             session.repairNaive(
                 context, [then](const core::Result<ui::NaiveRepaired> &repaired) { then(ui::errorOf(repaired)); },
                 consent);
         })},
        {"transfers",
         [](ui::Session &session, Consent consent) {
             return ui::errorOf(session.startTransfers({.count = 1}, consent));
         }},
    };
}

} // namespace

class TestConsent final : public QObject, private test::SessionFixture
{
    Q_OBJECT
private slots:
    void init() { startSession(); }
    void cleanup() { endSession(); }

    void eachVerbAtEachLevel_data();
    void eachVerbAtEachLevel();
    void aCarefulBankHoldsUpTransfersToo();
    void naiveLossesArePutRightWithConsentOnly_data();
    void naiveLossesArePutRightWithConsentOnly();
    void tablesAreCreatedWithConsentOnly();
    void anotherStoreIsChosenWithConsentOnly();
    void aReadOnlyStartChangesNothing();
    void whatWasRefusedIsOnRecord();

private:
    void setSafety(const QString &id, Safety safety);
    static bool isRefused(const Outcome &outcome);
};

void TestConsent::setSafety(const QString &id, Safety safety)
{
    Connection connection = *m_session->connections().find(id);
    connection.label = u"ledger"_s;
    connection.safety = safety;
    QVERIFY(m_session->connections().save(connection).ok());
}

/// By the session, and not by the engine.
bool TestConsent::isRefused(const Outcome &outcome)
{
    return outcome && outcome->code == core::Error::Code::Conflict
        && outcome->detail.endsWith(u"nothing was changed"_s);
}

void TestConsent::eachVerbAtEachLevel_data()
{
    QTest::addColumn<int>("verb");
    QTest::addColumn<Safety>("safety");
    QTest::addColumn<int>("least"); // the consent that is enough; 3: none is
    const std::tuple<const char *, Safety, int> levels[] = {{"open", Safety::Open, 0},
                                                            {"confirm", Safety::Confirm, 1},
                                                            {"type the name", Safety::TypeName, 2},
                                                            {"read-only", Safety::ReadOnly, 3}};
    const auto all = verbs();
    for (int verb = 0; verb < all.size(); ++verb) {
        for (const auto &[name, safety, least] : levels)
            QTest::addRow("%s, %s", all.at(verb).first, name) << verb << safety << least;
    }
}

void TestConsent::eachVerbAtEachLevel()
{
    QFETCH(int, verb);
    QFETCH(Safety, safety);
    QFETCH(int, least);
    setSafety(Connections::engineId, safety);
    const Attempt attempt = verbs().at(verb).second;
    for (int consent = 0; consent < 3; ++consent) {
        const Outcome outcome = attempt(*m_session, Consent(consent));
        if (consent < least) {
            QVERIFY2(isRefused(outcome), outcome ? qPrintable(outcome->detail) : "it was let through");
            continue;
        }
        QVERIFY2(!isRefused(outcome), "it was refused though it was asked for");
        break; // once is enough
    }
}

void TestConsent::aCarefulBankHoldsUpTransfersToo()
{
    for (const QString &bank : {Connections::bankAId, Connections::bankBId}) {
        setSafety(bank, Safety::Confirm);
        QCOMPARE(m_session->transferConnection().id, bank);
        QVERIFY(isRefused(ui::errorOf(m_session->startTransfers({.count = 1}))));
        setSafety(bank, Safety::ReadOnly);
        QVERIFY(isRefused(ui::errorOf(m_session->startTransfers({.count = 1}, Consent::NameTyped))));
        setSafety(bank, Safety::Open);
    }
    QVERIFY(m_session->startTransfers({.count = 1}).ok());
}

void TestConsent::naiveLossesArePutRightWithConsentOnly_data()
{
    QTest::addColumn<Safety>("safety");
    QTest::addColumn<int>("least"); // the consent that is enough; 3: none is
    QTest::newRow("open") << Safety::Open << 0;
    QTest::newRow("confirm") << Safety::Confirm << 1;
    QTest::newRow("type the name") << Safety::TypeName << 2;
    QTest::newRow("read-only") << Safety::ReadOnly << 3;
}

/// Real money of the demo banks: bank B's connection says how it is to be treated.
void TestConsent::naiveLossesArePutRightWithConsentOnly()
{
    QFETCH(Safety, safety);
    QFETCH(int, least);
    const core::Money thirty = core::Money::fromCents(3000);
    m_session->watchBanks(true);
    m_session->faults().setOn(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->totals().known, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->naiveBar() == ui::NaiveBar::None, patience);
    ui::TransferOrder order;
    order.mode = ui::TransferMode::Naive;
    order.preset = ui::FaultPreset::SenderCrash;
    QVERIFY(m_session->startTransfers(order).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().missing(), thirty, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->transferProgress().running, patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->naiveBar() == ui::NaiveBar::None, patience); // bank A is back

    setSafety(Connections::bankBId, safety);
    for (int consent = 0; consent < 3; ++consent) {
        const Outcome outcome = answerOf([&](QObject *context, const ui::Session::ThenAccepted &then) {
            m_session->repairNaive(
                context, [then](const core::Result<ui::NaiveRepaired> &repaired) { then(ui::errorOf(repaired)); },
                Consent(consent));
        });
        const ui::Activity last = m_session->activity().activities().constLast();
        QVERIFY(last.verb == ui::ActivityVerb::RepairNaive);
        m_session->readBanks();
        if (consent < least) {
            QVERIFY2(isRefused(outcome), outcome ? qPrintable(outcome->detail) : "it was let through");
            QVERIFY(last.outcome == ui::Activity::Outcome::Refused);
            QCOMPARE(m_session->totals().missing(), thirty);
            continue;
        }
        QVERIFY2(!outcome, outcome ? qPrintable(outcome->detail) : "");
        QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().missing(), core::Money(), patience);
        break;
    }
    m_session->watchBanks(false);
}

void TestConsent::tablesAreCreatedWithConsentOnly()
{
    Connection bank;
    bank.label = u"Bank C"_s;
    bank.place.path = m_dir->filePath(u"bank-c.db"_s);
    bank.safety = Safety::TypeName;
    const auto create = [&](Consent consent) {
        return answerOf([&](QObject *context, const ui::Session::ThenAccepted &then) {
            m_session->createTables(bank, QString(), context, then, consent);
        });
    };
    QVERIFY(isRefused(create(Consent::NotAsked)));
    QVERIFY(isRefused(create(Consent::Given)));
    QVERIFY(!QFile::exists(bank.place.path));
    const Outcome made = create(Consent::NameTyped);
    QVERIFY2(!made, made ? qPrintable(made->detail) : "");
    QVERIFY(QFile::exists(bank.place.path));
}

void TestConsent::anotherStoreIsChosenWithConsentOnly()
{
    Connection store;
    store.kind = Connection::Kind::Engine;
    store.label = u"Other store"_s;
    store.place.path = m_dir->filePath(u"other.db"_s);
    store.safety = Safety::Confirm;
    const QString id = m_session->connections().save(store).value();
    QVERIFY(isRefused(ui::errorOf(m_session->switchStore(id))));
    QCOMPARE(m_session->engine().connectionId, Connections::engineId);
    QVERIFY(m_session->switchStore(id, Consent::Given).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->connections().engine().id, id, patience);
}

void TestConsent::aReadOnlyStartChangesNothing()
{
    startSession({.readOnly = true});
    for (const auto &[name, attempt] : verbs())
        QVERIFY2(isRefused(attempt(*m_session, Consent::NameTyped)), name);
}

void TestConsent::whatWasRefusedIsOnRecord()
{
    setSafety(Connections::engineId, Safety::Confirm);
    QVERIFY(isRefused(verbs().at(4).second(*m_session, Consent::NotAsked)));
    const ui::Activity &last = m_session->activity().activities().constLast();
    QVERIFY(last.verb == ui::ActivityVerb::ForceStop && last.outcome == ui::Activity::Outcome::Refused);
    QCOMPARE(last.reason, u"because"_s);
}

QTEST_MAIN(TestConsent)
#include "tst_consent.moc"
