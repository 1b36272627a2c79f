// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/connectionprobe.h"

#include "ui/session/servergreeting.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlError>
#include <QSqlQuery>
#include <QSslCipher>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Outcome = StageReport::Outcome;

constexpr std::chrono::seconds stageMax{5}; // beyond, a server is as good as away
const QStringList writingRights{u"INSERT"_s, u"UPDATE"_s};

QStringList textsOf(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const QHostAddress &address : addresses)
        texts << address.toString();
    return texts;
}

QStringList missingOf(const QStringList &needed, const QStringList &present)
{
    QStringList missing;
    for (const QString &one : needed) {
        if (!present.contains(one, Qt::CaseInsensitive))
            missing << one;
    }
    return missing;
}

bool isMissing(const QSqlDatabase &db, const QString &table)
{
    constexpr auto noSuchTable = "1146"_L1; // MySQL's and MariaDB's number
    QSqlQuery query(db);
    if (query.exec(u"SELECT 1 FROM %1 WHERE 1 = 0"_s.arg(table)))
        return false;
    const QSqlError error = query.lastError();
    return error.nativeErrorCode() == noSuchTable || error.databaseText().startsWith("no such table"_L1);
}

QStringList missingTables(const QSqlDatabase &db, const core::bank::DatabaseUrl &place)
{
    QStringList missing;
    for (const QString &table : {place.accounts.text(), place.barrier.text(), u"journal"_s}) {
        if (isMissing(db, table))
            missing << table;
    }
    return missing;
}

/// A right, and a statement that needs it and that would change nothing.
struct Trial
{
    QString right;
    QString statement;
};

QList<Trial> bankTrials(const core::bank::DatabaseUrl &place)
{
    return {{u"SELECT"_s, u"SELECT 1 FROM %1 WHERE 1 = 0"_s.arg(place.accounts.text())},
            {u"INSERT"_s, u"INSERT INTO %1 (gid) SELECT gid FROM %1 WHERE 1 = 0"_s.arg(place.barrier.text())},
            {u"UPDATE"_s, u"UPDATE %1 SET balance = balance WHERE 1 = 0"_s.arg(place.accounts.text())}};
}

QList<Trial> storeTrials()
{
    return {{u"SELECT"_s, u"SELECT 1 FROM message WHERE 1 = 0"_s},
            {u"INSERT"_s, u"INSERT INTO message (id) SELECT id FROM message WHERE 1 = 0"_s},
            {u"UPDATE"_s, u"UPDATE message SET fence = fence WHERE 1 = 0"_s},
            {u"DELETE"_s, u"DELETE FROM message WHERE 1 = 0"_s}};
}

/// The server looks at all that an account may do, its roles among it, when a statement is prepared; it is not run.
enum class Permission { Granted, Denied, Unknown };
Permission permissionFor(const QSqlDatabase &db, const QString &statement, QString &words)
{
    const QStringList denials{u"1044"_s, u"1142"_s, u"1143"_s, u"1227"_s}; // MySQL's and MariaDB's numbers
    QSqlQuery query(db);
    if (query.prepare(statement))
        return Permission::Granted;
    words = query.lastError().text();
    return denials.contains(query.lastError().nativeErrorCode()) ? Permission::Denied : Permission::Unknown;
}

/// The rights of the trials that are granted; the server's words when it cannot be told. The connection, which is for
/// reading only, is that no more afterwards: a server prepares nothing that changes something on one that is.
core::Result<QStringList> grantedOf(const QSqlDatabase &db, const QList<Trial> &trials)
{
    QSqlQuery(db).exec(u"SET SESSION TRANSACTION READ WRITE"_s);
    QStringList granted;
    for (const Trial &trial : trials) {
        QString words;
        const Permission permission = permissionFor(db, trial.statement, words);
        if (permission == Permission::Unknown)
            return core::Error::unavailable(words);
        if (permission == Permission::Granted)
            granted << trial.right;
    }
    return granted;
}

} // namespace

QList<Stage> stagesOf(const Connection &connection)
{
    if (connection.isEngine() && !connection.isMySql())
        return {Stage::Reach, Stage::Schema};
    if (connection.isMySql())
        return {Stage::Address, Stage::Reach, Stage::Tls, Stage::Login, Stage::Schema, Stage::Rights};
    return {Stage::Address, Stage::Login, Stage::Schema, Stage::Rights};
}

ConnectionProbe::ConnectionProbe(ProbeJob job, QObject *parent)
    : QObject(parent)
    , m_job(std::move(job))
    , m_stages(stagesOf(m_job.connection))
    , m_deadline(this)
    , m_socket(this)
    , m_client({}, this)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(stageMax);
    m_socket.setPeerVerifyMode(QSslSocket::QueryPeer); // an untrusted certificate is told, not refused
    connect(&m_deadline, &QTimer::timeout, this, &ConnectionProbe::giveUp);
    connect(&m_socket, &QAbstractSocket::readyRead, this, &ConnectionProbe::readGreeting);
    connect(&m_socket, &QSslSocket::encrypted, this, &ConnectionProbe::takeTls);
    connect(&m_socket, &QAbstractSocket::errorOccurred, this, [this] {
        const bool isSecuring = m_stages.value(m_at) == Stage::Tls;
        fail(isSecuring ? Finding::TlsFailed : Finding::NotReached, {m_socket.errorString()});
    });
}

void ConnectionProbe::start()
{
    enter(m_stages.first());
}

void ConnectionProbe::enter(Stage stage)
{
    m_sinceStageBegan.start();
    m_deadline.start();
    emit stageChanged({stage, Outcome::Running});
    // By the event loop, so that the news of a blocking step leaves before it blocks.
    QMetaObject::invokeMethod(this, &ConnectionProbe::runStage, Qt::QueuedConnection);
}

void ConnectionProbe::runStage()
{
    const bool isEngine = m_job.connection.isEngine();
    const bool isFile = !m_job.connection.isMySql();
    switch (m_stages.at(m_at)) {
    case Stage::Address:
        return findAddress();
    case Stage::Reach:
        return isEngine && isFile ? callEngine() : reach();
    case Stage::Tls:
        return secure();
    case Stage::Login:
        return logIn();
    case Stage::Schema:
        if (isEngine)
            return isFile ? lookAtStore() : lookAtStoreTables();
        return lookAtTables();
    case Stage::Rights:
        return isEngine ? lookAtStoreRights() : lookAtRights();
    }
}

void ConnectionProbe::report(Outcome outcome, Finding finding, const QStringList &facts)
{
    m_deadline.stop();
    emit stageChanged({m_stages.at(m_at), outcome, finding, facts, core::Millis(m_sinceStageBegan.elapsed())});
}

void ConnectionProbe::pass(Finding finding, const QStringList &facts, Outcome outcome)
{
    report(outcome, finding, facts);
    if (++m_at < m_stages.size())
        return enter(m_stages.at(m_at));
    m_database.reset();
    emit ended();
}

void ConnectionProbe::fail(Finding finding, const QStringList &facts)
{
    if (m_at >= m_stages.size()) // a socket that closes after the last step
        return;
    report(Outcome::Failed, finding, facts);
    m_at = m_stages.size();
    m_socket.disconnect(this);
    m_socket.abort();
    m_database.reset();
    emit ended();
}

void ConnectionProbe::giveUp()
{
    const QString waited = QString::number(stageMax.count());
    const bool isReached = m_socket.state() == QAbstractSocket::ConnectedState;
    if (m_stages.at(m_at) == Stage::Tls)
        return fail(Finding::TlsFailed, {u"no answer"_s});
    if (m_stages.at(m_at) == Stage::Address)
        return fail(Finding::AddressUnknown, {u"no answer"_s});
    isReached ? fail(Finding::NoGreeting, {waited}) : fail(Finding::NotReached, {u"no answer"_s});
}

void ConnectionProbe::findAddress()
{
    const core::bank::DatabaseUrl &place = m_job.connection.place;
    if (m_job.connection.isMySql()) {
        QHostInfo::lookupHost(place.host, this, &ConnectionProbe::takeAddress);
        return;
    }
    if (!QFileInfo(place.path).isFile())
        return fail(Finding::FileMissing, {place.path});
    pass(Finding::FileThere, {place.path});
}

void ConnectionProbe::takeAddress(const QHostInfo &info)
{
    if (m_stages.value(m_at) != Stage::Address || !m_deadline.isActive())
        return;
    if (info.addresses().isEmpty())
        return fail(Finding::AddressUnknown, {info.errorString()});
    pass(Finding::AddressKnown, textsOf(info.addresses()));
}

void ConnectionProbe::reach()
{
    m_socket.connectToHost(m_job.connection.place.host, m_job.connection.place.port);
}

void ConnectionProbe::callEngine()
{
    if (m_job.engineUrl.isEmpty())
        return pass(Finding::EngineElsewhere, {m_job.storeText});
    const auto url = core::http::Url::parse(m_job.engineUrl + "/version");
    if (!url.ok())
        return fail(Finding::EngineSilent, {url.error().detail});
    core::http::ClientRequest request;
    request.url = *url;
    m_client.send(std::move(request), [this](core::http::ClientAnswer &&answer) {
        if (answer.status != 200)
            return fail(Finding::EngineSilent, {answer.errorText});
        pass(Finding::EngineAnswers, {QJsonDocument::fromJson(answer.body)["version"_L1].toString()});
    });
}

void ConnectionProbe::readGreeting()
{
    if (m_stages.value(m_at) != Stage::Reach)
        return;
    m_greeting += m_socket.readAll();
    const auto greeting = parseGreeting(m_greeting);
    if (!greeting.ok() && greeting.error().code == core::Error::Code::Unavailable)
        return fail(Finding::TurnedAway, {greeting.error().detail});
    if (!greeting.ok())
        return fail(Finding::NotAServer);
    if (!*greeting)
        return;
    m_offersTls = (*greeting)->offersTls;
    pass(Finding::ServerGreets, {QString::fromUtf8((*greeting)->version)});
}

void ConnectionProbe::secure()
{
    if (!m_offersTls) {
        const bool staysHere = m_socket.peerAddress().isLoopback();
        m_socket.disconnect(this);
        m_socket.abort();
        return pass(Finding::TlsNotOffered, {}, staysHere ? Outcome::Passed : Outcome::Noted);
    }
    m_socket.write(tlsRequest());
    m_socket.startClientEncryption();
}

void ConnectionProbe::takeTls()
{
    const QString protocol = m_socket.sessionCipher().protocolString();
    const QList<QSslError> problems = m_socket.sslHandshakeErrors();
    const QString owner = m_socket.peerCertificate().subjectDisplayName();
    m_socket.disconnect(this);
    m_socket.abort();
    if (problems.isEmpty())
        return pass(Finding::TlsTrusted, {protocol, owner});
    pass(Finding::TlsUntrusted, {protocol, problems.first().errorString()}, Outcome::Noted);
}

void ConnectionProbe::logIn()
{
    m_deadline.stop(); // the driver has limits of its own
    auto opened = core::bank::BankConnection::open(m_job.connection.place, m_job.password,
                                                   core::bank::BankConnection::Access::ReadOnly);
    if (!opened.ok())
        return fail(Finding::LoginFailed, {opened.error().detail});
    m_database = std::move(opened).value();
    pass(Finding::LoggedIn, {m_job.connection.place.user});
}

void ConnectionProbe::lookAtTables()
{
    const QStringList missing = missingTables(m_database->db(), m_job.connection.place);
    if (!missing.isEmpty())
        return fail(Finding::TablesMissing, missing);
    auto reader = core::bank::BankReader::open(m_job.connection.place, m_job.password, m_clock);
    if (!reader.ok())
        return fail(Finding::TablesUnreadable, {reader.error().detail});
    const auto totals = reader->totals();
    if (!totals.ok())
        return fail(Finding::TablesUnreadable, {totals.error().detail});
    pass(Finding::TablesThere, {QString::number(totals->accountCount)});
}

void ConnectionProbe::lookAtStore()
{
    if (!m_job.storeProblem.isEmpty())
        return fail(Finding::StoreAway, {m_job.storeProblem});
    pass(Finding::StoreThere, {m_job.connection.place.path});
}

void ConnectionProbe::lookAtStoreTables()
{
    if (!m_job.storeProblem.isEmpty())
        return fail(Finding::StoreAway, {m_job.storeProblem});
    if (isMissing(m_database->db(), u"message"_s))
        return pass(Finding::StoreNew, {});
    pass(Finding::StoreThere, {placeText(m_job.connection.place)});
}

void ConnectionProbe::lookAtStoreRights()
{
    const QSqlDatabase &db = m_database->db();
    const bool isNew = isMissing(db, u"message"_s);
    const QList<Trial> trials =
        isNew ? QList<Trial>{{u"CREATE"_s, u"CREATE TABLE message (id BIGINT NOT NULL PRIMARY KEY)"_s}} : storeTrials();
    const auto granted = grantedOf(db, trials);
    if (!granted.ok())
        return fail(Finding::RightsUnknown, {granted.error().detail});
    QStringList needed;
    for (const Trial &trial : trials)
        needed << trial.right;
    const QStringList missing = missingOf(needed, *granted);
    if (!missing.isEmpty())
        return fail(Finding::RightsMissing, missing);
    pass(Finding::RightsSuffice, *granted);
}

void ConnectionProbe::lookAtRights()
{
    if (!m_job.connection.isMySql()) {
        const bool mayWrite = QFileInfo(m_job.connection.place.path).isWritable();
        return judgeBankRights(mayWrite ? QStringList{u"SELECT"_s} + writingRights : QStringList{u"SELECT"_s});
    }
    const auto granted = grantedOf(m_database->db(), bankTrials(m_job.connection.place));
    if (!granted.ok())
        return fail(Finding::RightsUnknown, {granted.error().detail});
    judgeBankRights(*granted);
}

void ConnectionProbe::judgeBankRights(const QStringList &rights)
{
    const bool mayOnlyRead = m_job.connection.safety == Connection::Safety::ReadOnly;
    if (!rights.contains(u"SELECT"_s))
        return fail(Finding::RightsMissing, {u"SELECT"_s});
    const QStringList missing = missingOf(writingRights, rights);
    const QStringList present = missingOf(writingRights, missing);
    if (mayOnlyRead && !present.isEmpty() && m_job.connection.isMySql())
        return pass(Finding::RightsMoreThanNeeded, present, Outcome::Noted);
    if (!mayOnlyRead && !missing.isEmpty())
        return pass(Finding::RightsToRead, missing, Outcome::Noted);
    pass(Finding::RightsSuffice, mayOnlyRead ? QStringList{u"SELECT"_s} : QStringList{u"SELECT"_s} + writingRights);
}

} // namespace ui
