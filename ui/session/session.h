// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/health.h"
#include "core/engine/metrics.h"
#include "core/message/transition.h"
#include "core/store/messagereader.h"
#include "ui/session/bankview.h"
#include "ui/session/consent.h"
#include "ui/session/enginedesk.h"
#include "ui/session/enginelimits.h"
#include "ui/session/passwords.h"
#include "ui/session/runbook.h"
#include "ui/session/topic.h"
#include "ui/session/transfertypes.h"

#include <QDeadlineTimer>
#include <QObject>

#include <functional>
#include <memory>

namespace ui {

class ActivityLog;
class Connections;
class ConnectionTest;
class FaultDesk;
class Lookout;
class PasswordDesk;
class ProofDesk;
struct Peek;
struct PeekedBank;

/// Databases that the command line names instead of the files in the data folder.
struct GivenDatabases
{
    std::optional<core::store::StoreAddress> store = {}; ///< with its password
    std::optional<core::bank::DatabaseUrl> sender = {}; ///< of the demo bank A
    std::optional<core::bank::DatabaseUrl> receiver = {}; ///< of the demo bank B
    QString bankPassword = {}; ///< of both
};

struct SessionOptions
{
    QString dataDir; ///< the store and the demo banks live here; made at first start
    bool readOnly = false;
    /// Where passwords are kept; none: the system's keychain.
    std::function<std::unique_ptr<PasswordStore>()> passwordStore = {};
    GivenDatabases given = {};
    EngineLimits limits = {};
};

/// What a switch of stores would mean, known before anything is changed.
struct StoreOutlook
{
    std::int64_t goingOn = 0; ///< unfinished messages in the new store: they go on at once
    std::optional<std::int64_t> staying; ///< unfinished ones in the present store; none: it does not answer
};

/// Everything the pages know of the world: the embedded coordinator and the two demo banks behind it. The only folder
/// of ui/ that talks to core's services. Lives on the UI thread; nothing here blocks it. Answers come as signals or
/// through the callback, which is not called once its context is gone.
class Session final : public QObject
{
    Q_OBJECT
public:
    explicit Session(SessionOptions options, QObject *parent = nullptr);
    ~Session() override;

    /// Opens the store that the engine worked with last, starts the coordinator and the demo banks. Waits for files
    /// only: what comes of a store on a server is told by engineChanged(). The error is shown to the user by who calls
    /// this.
    core::Status start();
    /// Ends all that runs, and waits for it so long. False: something still hangs at a server; all that counts is on
    /// disk, so the process may end without it, and only then.
    bool stop(QDeadlineTimer within = QDeadlineTimer::Forever);

    template<typename T> using Then = std::function<void(core::Result<T>)>;

    bool readOnly() const; ///< by the command line, or by the engine's connection
    bool startedReadOnly() const; ///< by the command line
    QString dataDir() const;
    QString storeText() const; ///< "sqlite:PATH" or "mysql://USER@HOST:PORT/DB" of the engine's connection
    QString coordinatorUrl() const; ///< "http://127.0.0.1:PORT/api/dtmsvr"
    core::engine::Health health() const;
    /// By the clock of the engine's store, as messages are dated; banks and the record go by this computer's.
    core::TimePoint now() const;

    // The engine's store
    const EngineState &engine() const;
    /// Opens once more a store that is away.
    void retryStore();
    /// Opens this connection's store beside the present one and says what a switch would mean. Changes nothing but the
    /// new store's schema. The error is the store's, with the remedy.
    void lookAtStore(const Connection &connection, QObject *context, Then<StoreOutlook> then);
    /// See EngineDesk::switchTo(). Conflict when the console was started read-only.
    core::Status switchStore(const QString &connectionId, Consent consent = Consent::NotAsked);

    // The record, and the engine's limits
    ActivityLog &activity();
    EngineLimits engineLimits() const;
    /// In force for the decisions to come. Invalid names the field; Conflict when the console is read-only.
    core::Status setEngineLimits(const EngineLimits &limits, Consent consent = Consent::NotAsked);

    // Messages
    void page(const core::store::Filter &filter, int limit, std::optional<std::int64_t> before, QObject *context,
              Then<core::store::Page> then);
    /// As page(), yet answers within a moment, perhaps with few rows; the page says where to go on.
    void search(const core::store::Filter &filter, int limit, std::optional<std::int64_t> before, QObject *context,
                Then<core::store::Page> then);
    void summaries(const QList<std::int64_t> &rowIds, const core::store::Filter &filter, QObject *context,
                   Then<QList<core::store::Summary>> then);
    void message(const QByteArray &gid, QObject *context, Then<std::optional<core::message::Message>> then);
    void attempts(std::int64_t rowId, QObject *context, Then<QList<core::message::Attempt>> then);
    void counts(QObject *context, Then<core::store::Counts> then);
    void cancelReads();

    // How it goes
    Lookout &lookout(); ///< looks while the session runs
    core::engine::Figures figures() const; ///< since the engine's start; none of it blocks
    QList<core::engine::CallFailure> callFailures() const; ///< the latest first

    // Verbs: then gets nothing when the engine accepted it durably, else why not. What comes of it is seen by
    // messagesChanged. All changes are refused (Conflict) where a connection is read-only, and without the consent that
    // it wants.
    using ThenAccepted = std::function<void(const std::optional<core::Error> &)>;
    void retryNow(const QByteArray &gid, QObject *context, ThenAccepted then, Consent consent = Consent::NotAsked);
    void replayCheckback(const QByteArray &gid, QObject *context, ThenAccepted then,
                         Consent consent = Consent::NotAsked);
    /// Neither goes by the operator's word: the sender is asked, and what it says decides.
    void submit(const QByteArray &gid, QObject *context, ThenAccepted then, Consent consent = Consent::NotAsked);
    void abort(const QByteArray &gid, QObject *context, ThenAccepted then, Consent consent = Consent::NotAsked);
    /// seen: how the message stood when the operator decided; one that moved on since is left alone (Conflict).
    void forceStop(const QByteArray &gid, const QString &reason, const std::optional<core::message::Seen> &seen,
                   QObject *context, ThenAccepted then, Consent consent = Consent::NotAsked);
    /// Reads the barrier rows of the message at all banks, and the accounts of these users beside those that the rows
    /// moved. Nothing is called and nothing written.
    void peek(const core::message::Message &message, QObject *context, std::function<void(const Peek &)> then,
              const QList<int> &users = {});
    /// The barrier rows of the message at the banks whose password is known: nobody is asked for one. As it is for a
    /// screen that is kept up to date; else as peek().
    void barrierRows(const QByteArray &gid, QObject *context, std::function<void(const QList<PeekedBank> &)> then);
    /// Submits the content of a finished message once more, under a gid of its own, which then gets. Conflict while it
    /// is not finished.
    void resend(const QByteArray &gid, QObject *context, Then<QByteArray> then, Consent consent = Consent::NotAsked);

    // Topics (PROTOCOL §2, §3); changes are accepted when they are on disk
    void topics(QObject *context, Then<QList<Topic>> then); ///< by name, at most 10,000
    void subscribe(const QByteArray &topic, const QByteArray &url, const QByteArray &remark, QObject *context,
                   ThenAccepted then, Consent consent = Consent::NotAsked);
    void unsubscribe(const QByteArray &topic, const QByteArray &url, QObject *context, ThenAccepted then,
                     Consent consent = Consent::NotAsked);
    void removeTopic(const QByteArray &topic, QObject *context, ThenAccepted then, Consent consent = Consent::NotAsked);

    /// Failures provoked on purpose.
    FaultDesk &faults();

    // Connections
    Connections &connections();
    PasswordDesk &passwords();
    ConnectionTest &connectionTest();
    /// Tries what the form holds, with the password typed into it, else the one that is known.
    void testConnection(const Connection &connection, const std::optional<QString> &password);
    /// Runs Session::tableSql() at a bank; not for one that is read-only.
    void createTables(const Connection &connection, const std::optional<QString> &password, QObject *context,
                      ThenAccepted then, Consent consent = Consent::NotAsked);
    static QStringList tableSql(const Connection &connection);

    // Banks
    QList<BankInfo> banks() const; ///< the demo's A (sender) and B (receiver), then those of the user's connections
    BankTotals totals(int bank = 0) const; ///< the latest read of the group that the bank is in
    QList<TotalSample> totalHistory(int bank = 0) const; ///< since the start, at most 3,600 samples
    BankPage bank(int index) const; ///< the latest read of one bank's accounts and barrier rows
    void readBanks(int bank = 0); ///< its group, once, at once, whether it is watched or not
    void showAccounts(int bank, int afterUser); ///< the page of accounts behind this user, from now on
    void showUser(int bank, int userId); ///< reads the barrier rows of this user's messages; 0: of everybody
    void showBank(int bank); ///< reads its group, too, until another one is shown; −1: none
    /// Reads the demo banks. Calls are counted: reading goes on while one more asked for it than gave it up.
    void watchBanks(bool on);

    /// Checks pairs of banks against the engine's messages while it is watched.
    ProofDesk &proof();

    // Transfers
    /// Starts a run of transfers from bank A to bank B; progress by transferChanged. One run at a time: the error says
    /// so.
    core::Status startTransfers(const TransferOrder &order, Consent consent = Consent::NotAsked);
    /// The most careful one of those that a transfer changes something at: the engine's, and those of the two banks.
    const Connection &transferConnection() const;
    /// Why naive transfers cannot be made.
    NaiveBar naiveBar() const;
    /// Finishes at bank B what naive transfers left undone. Conflict without the consent that transferConnection()
    /// wants, while a run is being sent, and when it cannot be.
    void repairNaive(QObject *context, Then<NaiveRepaired> then, Consent consent = Consent::NotAsked);
    /// What the last run of this mode lost; none was made.
    std::optional<RunSummary> lastRun(TransferMode mode) const;
    void cancelTransfers(); ///< those not yet sent are not sent
    TransferProgress transferProgress() const;
    QList<QByteArray> transferGids() const; ///< of the present run, in the order of sending
    QList<TransferOutcome> transferOutcomes() const; ///< of the present run, newest first

signals:
    void engineChanged(); ///< engine() tells something else
    void storeOpened(); ///< the engine works with a store; all that was read before may be of another one
    void storeSwitchEnded(const QString &problem); ///< empty: done; else why the engine went back to its old store
    void messagesChanged(const QList<core::store::Summary> &changed, bool more);
    void healthChanged(const core::engine::Health &health);
    void banksChanged();
    void transferChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
