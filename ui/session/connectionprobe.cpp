// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/connectionprobe.h"

#include "core/bank/bankqueries.h"
#include "core/store/mysqlschema.h"
#include "ui/session/proberights.h"
#include "ui/session/servergreeting.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using Outcome = StageReport::Outcome;
using Tls = core::bank::DatabaseUrl::Tls;

constexpr core::Millis clocksApartTold{2000}; // below, it changes nothing that a person would see
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

/// Where a step logs in. A store may leave the authority to the system (MysqlAddress), which the banks' driver cannot;
/// the step before has just looked at the certificate.
core::bank::DatabaseUrl loginPlace(const Connection &connection)
{
    core::bank::DatabaseUrl place = connection.place;
    if (place.tls == Tls::VerifyCa && place.caFile.isEmpty())
        place.tls = Tls::On;
    return place;
}

/// What stands against the certificate that was shown. The banks' driver does not compare the host name (DatabaseUrl).
QList<QSslError> problemsOf(const QSslSocket &socket, const Connection &connection)
{
    QList<QSslError> problems = socket.sslHandshakeErrors();
    if (connection.place.tls == Tls::VerifyCa && !connection.isEngine())
        problems.removeIf([](const QSslError &problem) { return problem.error() == QSslError::HostNameMismatch; });
    return problems;
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
    const core::bank::DatabaseUrl &place = m_job.connection.place;
    if (place.tls == Tls::Off)
        return goOnInTheClear();
    if (!m_offersTls)
        return fail(Finding::TlsMissing);
    if (place.tls == Tls::VerifyCa && !trustAuthority())
        return fail(Finding::TlsAuthorityUnreadable, {place.caFile});
    m_socket.write(tlsRequest());
    m_socket.startClientEncryption();
}

void ConnectionProbe::goOnInTheClear()
{
    const bool staysHere = m_socket.peerAddress().isLoopback();
    m_socket.disconnect(this);
    m_socket.abort();
    pass(m_offersTls ? Finding::TlsUnused : Finding::TlsNotOffered, {}, staysHere ? Outcome::Passed : Outcome::Noted);
}

/// From now on nobody's word counts but that of the named authority; of the system's where none is named. False: the
/// file holds none.
bool ConnectionProbe::trustAuthority()
{
    const QString &caFile = m_job.connection.place.caFile;
    if (caFile.isEmpty())
        return true;
    const QList<QSslCertificate> authorities = QSslCertificate::fromPath(caFile);
    QSslConfiguration configuration = m_socket.sslConfiguration();
    configuration.setCaCertificates(authorities);
    m_socket.setSslConfiguration(configuration);
    return !authorities.isEmpty();
}

void ConnectionProbe::takeTls()
{
    const QString protocol = m_socket.sessionCipher().protocolString();
    const QList<QSslError> problems = problemsOf(m_socket, m_job.connection);
    const QString owner = m_socket.peerCertificate().subjectDisplayName();
    m_socket.disconnect(this);
    m_socket.abort();
    if (problems.isEmpty())
        return pass(Finding::TlsTrusted, {protocol, owner});
    const QStringList facts{protocol, problems.first().errorString()};
    if (m_job.connection.place.tls == Tls::VerifyCa)
        return fail(Finding::TlsRefused, facts);
    pass(Finding::TlsUntrusted, facts, Outcome::Noted);
}

void ConnectionProbe::logIn()
{
    m_deadline.stop(); // the driver has limits of its own
    auto opened = core::bank::BankConnection::open(loginPlace(m_job.connection), m_job.password,
                                                   core::bank::BankConnection::Access::ReadOnly);
    if (!opened.ok())
        return fail(Finding::LoginFailed, {opened.error().detail});
    m_database = std::move(opened).value();
    const core::Millis ahead = m_job.connection.isMySql() ? clockAhead() : core::Millis(0);
    const QString &user = m_job.connection.place.user;
    if (std::chrono::abs(ahead) < clocksApartTold)
        return pass(Finding::LoggedIn, {user});
    pass(ahead > core::Millis(0) ? Finding::LoggedInClockAhead : Finding::LoggedInClockBehind,
         {user, QString::number(std::chrono::abs(ahead).count())}, Outcome::Noted);
}

/// By the middle of the time that the answer took; 0 when there is none: the next step tells why.
core::Millis ConnectionProbe::clockAhead()
{
    const core::TimePoint askedAt = m_clock.now();
    QSqlQuery query(m_database->db());
    if (!query.exec(u"SELECT CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)"_s) || !query.next())
        return core::Millis(0);
    const core::Millis took = m_clock.now() - askedAt;
    return core::fromEpochMs(query.value(0).toLongLong()) - (askedAt + took / 2);
}

void ConnectionProbe::lookAtTables()
{
    QStringList missing = core::bank::tablesOf(m_job.connection.place);
    missing.removeIf([this](const QString &table) { return !isMissing(m_database->db(), table); });
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
    if (isMissing(m_database->db(), core::store::mysqlMainTable()))
        return pass(Finding::StoreNew, {});
    pass(Finding::StoreThere, {placeText(m_job.connection.place)});
}

void ConnectionProbe::lookAtStoreRights()
{
    const QSqlDatabase &db = m_database->db();
    const QList<Trial> trials = core::store::mysqlRights(!isMissing(db, core::store::mysqlMainTable()));
    const auto granted = grantedOf(db, trials);
    if (!granted.ok())
        return fail(Finding::RightsUnknown, {granted.error().detail});
    QStringList needed;
    for (const Trial &trial : trials)
        needed << trial.first;
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
    const auto granted = grantedOf(m_database->db(), core::bank::rightsToBook(m_job.connection.place));
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
