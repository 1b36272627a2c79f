// SPDX-License-Identifier: GPL-3.0-or-later
// What a session says of connections and banks.
#include "ui/session/sessionprivate.h"

namespace ui {

// Connections

Connections &Session::connections()
{
    return d->connections;
}

PasswordDesk &Session::passwords()
{
    return d->passwords;
}

ConnectionTest &Session::connectionTest()
{
    return d->connectionTest;
}

void Session::testConnection(const Connection &connection, const std::optional<QString> &password)
{
    const core::engine::Health now = health();
    const bool isInUse = connection.id == engine().connectionId;
    const bool isAway = isInUse && now.state == core::engine::Health::State::StoreAway;
    ProbeJob job{connection, password.value_or(QString()), isInUse ? coordinatorUrl().toLatin1() : QByteArray(),
                 storeText(), isAway ? now.detail : QString()};
    if (password)
        return d->connectionTest.start(job);
    d->passwords.find(connection, this, [this, job](const core::Result<QString> &known) mutable {
        job.password = known.ok() ? *known : QString();
        d->connectionTest.start(job);
    });
}

void Session::createTables(const Connection &connection, const std::optional<QString> &password, QObject *context,
                           ThenAccepted then, Consent consent)
{
    const ThenAccepted audited = d->activity.audited(ActivityVerb::CreateTables, connection.label,
                                                     placeText(connection.place), context, std::move(then));
    if (d->options.readOnly)
        return audited(Private::readOnlyError());
    if (const core::Status may = Private::mayChange(connection, consent); !may.ok())
        return audited(may.error());
    if (password)
        return d->tableMaker.create({connection.place, *password}, this, audited);
    d->passwords.find(connection, this, [this, connection, audited](const core::Result<QString> &known) {
        known.ok() ? d->tableMaker.create({connection.place, *known}, this, audited) : audited(known.error());
    });
}

QStringList Session::tableSql(const Connection &connection)
{
    return core::bank::bankTableSql(connection.place);
}

// Banks

QList<BankInfo> Session::banks() const
{
    QList<BankInfo> infos = d->banks.banks();
    if (infos.size() > 1) {
        infos[0].url = QString::fromLatin1(d->senderUrl);
        infos[1].url = QString::fromLatin1(d->receiverUrl);
    }
    return infos;
}

BankTotals Session::totals(int bank) const
{
    return d->banks.totals(bank);
}

QList<TotalSample> Session::totalHistory(int bank) const
{
    return d->banks.history(bank);
}

BankPage Session::bank(int index) const
{
    return d->banks.page(index);
}

void Session::readBanks(int bank)
{
    d->banks.readNow(bank);
}

void Session::showAccounts(int bank, int afterUser)
{
    d->banks.showAccounts(bank, afterUser);
}

void Session::showUser(int bank, int userId)
{
    d->banks.showUser(bank, userId);
}

void Session::showBank(int bank)
{
    d->banks.show(bank);
}

void Session::watchBanks(bool on)
{
    d->watchers += on ? 1 : -1;
    Q_ASSERT_X(d->watchers >= 0, "watchBanks", "given up more often than asked for");
    d->banks.watchDemo(d->watchers > 0);
}

} // namespace ui
