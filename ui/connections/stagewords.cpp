// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/stagewords.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct StageWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::StageWords)
};

QString timeWords(const QString &milliseconds)
{
    return widgets::formatAge(core::Millis(milliseconds.toLongLong()));
}

} // namespace

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Address:
        return StageWords::tr("Address");
    case Stage::Reach:
        return StageWords::tr("Reach", "a step of a connection test: the server is reached");
    case Stage::Tls:
        return StageWords::tr("TLS");
    case Stage::Login:
        return StageWords::tr("Login");
    case Stage::Schema:
        return StageWords::tr("Tables");
    case Stage::Rights:
        return StageWords::tr("Rights");
    }
    return {};
}

QString outcomeWord(StageReport::Outcome outcome)
{
    using Outcome = StageReport::Outcome;
    switch (outcome) {
    case Outcome::Waiting:
        return StageWords::tr("Waiting", "a step of a test that is to come");
    case Outcome::Running:
        return StageWords::tr("Running", "a step of a test");
    case Outcome::Passed:
        return StageWords::tr("Passed", "a step of a test");
    case Outcome::Noted:
        return StageWords::tr("Look", "a step of a test that passed, with something worth a look");
    case Outcome::Failed:
        return StageWords::tr("Failed", "a step of a test");
    case Outcome::NotTried:
        return StageWords::tr("Not tried", "a step of a test");
    }
    return {};
}

QString findingSentence(const StageReport &report)
{
    const QString first = widgets::coreWords(report.facts.value(0));
    const QString second = widgets::coreWords(report.facts.value(1));
    switch (report.finding) {
    case Finding::None:
        return {};
    case Finding::AddressKnown:
        return report.facts.join(u", "_s);
    case Finding::AddressUnknown:
        return StageWords::tr("The name has no address: %1").arg(first);
    case Finding::FileThere:
        return first;
    case Finding::FileMissing:
        return StageWords::tr("There is no file %1").arg(first);
    case Finding::ServerGreets:
        return StageWords::tr("The server greets: %1").arg(first);
    case Finding::EngineAnswers:
        return StageWords::tr("The engine answers: version %1").arg(first);
    case Finding::EngineElsewhere:
        return StageWords::tr("The engine works with another store: %1").arg(first);
    case Finding::EngineSilent:
        return StageWords::tr("The engine does not answer: %1").arg(first);
    case Finding::NotReached:
        return StageWords::tr("No connection: %1").arg(first);
    case Finding::NoGreeting:
        return StageWords::tr("Connected, but the server said nothing for %1 s").arg(first);
    case Finding::TurnedAway:
        return StageWords::tr("The server turned the connection away: %1").arg(first);
    case Finding::NotAServer:
        return StageWords::tr("What answers there is not MySQL or MariaDB");
    case Finding::TlsTrusted:
        return StageWords::tr("%1, certificate of %2").arg(first, second);
    case Finding::TlsUntrusted:
        return StageWords::tr("%1, but who answers is not proven: %2").arg(first, second);
    case Finding::TlsNotOffered:
        return StageWords::tr("The server offers none");
    case Finding::TlsUnused:
        return StageWords::tr("Off, though the server offers it");
    case Finding::TlsMissing:
        return StageWords::tr("The server offers none, and this connection demands it");
    case Finding::TlsRefused:
        return StageWords::tr("%1, but the certificate does not hold: %2").arg(first, second);
    case Finding::TlsAuthorityUnreadable:
        return StageWords::tr("No certificate of an authority can be read from %1").arg(first);
    case Finding::TlsFailed:
        return StageWords::tr("The handshake failed: %1").arg(first);
    case Finding::LoggedIn:
        return first.isEmpty() ? StageWords::tr("Opened for reading") : StageWords::tr("Logged in as %1").arg(first);
    case Finding::LoggedInClockAhead:
        return StageWords::tr("Logged in as %1; the server's clock is %2 ahead").arg(first, timeWords(second));
    case Finding::LoggedInClockBehind:
        return StageWords::tr("Logged in as %1; the server's clock is %2 behind").arg(first, timeWords(second));
    case Finding::LoginFailed:
    case Finding::StoreAway:
    case Finding::RightsUnknown:
        return first;
    case Finding::TablesThere:
        return StageWords::tr("All tables are there, with %n account(s)", nullptr, first.toInt());
    case Finding::TablesMissing:
        return StageWords::tr("Missing: %1").arg(report.facts.join(u", "_s));
    case Finding::TablesUnreadable:
        return StageWords::tr("The tables cannot be read: %1").arg(first);
    case Finding::StoreThere:
        return StageWords::tr("The messages are there: %1").arg(first);
    case Finding::StoreNew:
        return StageWords::tr("Empty: the tables are made when the engine first works with it");
    case Finding::RightsSuffice:
        return report.facts.join(u", "_s);
    case Finding::RightsToRead:
        return StageWords::tr("Enough to look, not to book: %1 missing").arg(report.facts.join(u", "_s));
    case Finding::RightsMissing:
        return StageWords::tr("Missing: %1").arg(report.facts.join(u", "_s));
    case Finding::RightsMoreThanNeeded:
        return StageWords::tr("The user may also %1").arg(report.facts.join(u", "_s));
    }
    return {};
}

QString findingRemedy(const StageReport &report)
{
    switch (report.finding) {
    case Finding::AddressUnknown:
        return StageWords::tr("Check the spelling of the host and the name service of this computer.");
    case Finding::FileMissing:
        return StageWords::tr("Check the path, or create the example tables: that makes the file.");
    case Finding::EngineSilent:
        return StageWords::tr("End Checkback and start it again; the messages are on disk.");
    case Finding::NotReached:
        return StageWords::tr("Check host and port, whether the server runs, and the firewall in between.");
    case Finding::NoGreeting:
        return StageWords::tr("The machine is there, the server on it does not answer: it may be stopped, full or "
                              "overloaded. Look at it there.");
    case Finding::TurnedAway:
        return StageWords::tr("The server's words say why: too many connections, or this computer is blocked.");
    case Finding::NotAServer:
        return StageWords::tr("Check the port: another program listens there.");
    case Finding::TlsUntrusted:
        return StageWords::tr("Choose “Encrypted, certificate checked” with the file of the server's authority; else "
                              "use it in a network that you trust only.");
    case Finding::TlsNotOffered:
        return StageWords::tr("Balances travel unencrypted: use it in a network that you trust only.");
    case Finding::TlsUnused:
        return StageWords::tr("Turn encryption on: all travels in the clear.");
    case Finding::TlsMissing:
        return StageWords::tr("Give the server a certificate (ssl_cert, ssl_key), or turn encryption off in a network "
                              "that you trust.");
    case Finding::TlsRefused:
        return StageWords::tr("Name the file of the authority that signed the server's certificate. If that is the one "
                              "named, somebody else may answer in the server's place: do not log in.");
    case Finding::TlsAuthorityUnreadable:
        return StageWords::tr("Name a PEM file that this user may read.");
    case Finding::TlsFailed:
        return StageWords::tr("Check the certificate and the TLS versions of the server.");
    case Finding::LoggedInClockAhead:
    case Finding::LoggedInClockBehind:
        return StageWords::tr("Have a time service (NTP) keep the clocks of the server and of this computer: times of "
                              "rows are the server's.");
    case Finding::LoginFailed:
        return StageWords::tr("Check user, password and database, and that the user may log in from this computer.");
    case Finding::TablesMissing:
        return StageWords::tr("Choose another database, or create the example tables.");
    case Finding::TablesUnreadable:
        return StageWords::tr("Grant SELECT on the three tables, or check their columns.");
    case Finding::StoreAway:
        return StageWords::tr("It is tried again by itself; the engine's words say what is missing.");
    case Finding::RightsToRead:
        return StageWords::tr("Grant them if transfers are to be made here; else choose the safety level Read-only.");
    case Finding::RightsMissing:
        return StageWords::tr("Ask the database's administrator for these rights.");
    case Finding::RightsMoreThanNeeded:
        return StageWords::tr("The console opens it for reading only; a user with SELECT alone would be safer still.");
    case Finding::RightsUnknown:
        return StageWords::tr("The rights could not be looked up; reading works.");
    case Finding::None:
    case Finding::AddressKnown:
    case Finding::FileThere:
    case Finding::ServerGreets:
    case Finding::EngineAnswers:
    case Finding::TlsTrusted:
    case Finding::LoggedIn:
    case Finding::TablesThere:
    case Finding::StoreThere:
    case Finding::StoreNew:
    case Finding::EngineElsewhere:
    case Finding::RightsSuffice:
        break;
    }
    return {};
}

} // namespace ui
