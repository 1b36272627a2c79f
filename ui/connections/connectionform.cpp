// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionform.h"

#include "ui/session/connections.h"
#include "ui/session/connectionwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldbox.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/switch.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

using core::bank::DatabaseUrl;

const QList<Connection::Care> cares{Connection::Care::Local, Connection::Care::Test, Connection::Care::Prod};
const QList<Connection::Safety> safeties{Connection::Safety::Open, Connection::Safety::Confirm,
                                         Connection::Safety::TypeName, Connection::Safety::ReadOnly};

/// Nothing for what cannot be the name of a table.
std::optional<core::participant::TableName> tableOf(const widgets::FieldBox &box)
{
    const auto name = core::participant::TableName::fromText(box.text().trimmed().toUtf8());
    return name.ok() ? std::optional(*name) : std::nullopt;
}

} // namespace

ConnectionForm::ConnectionForm(const theme::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_label(new widgets::FieldBox(u"label"_s))
    , m_kindLabel(new QLabel)
    , m_kind(new QComboBox)
    , m_path(new widgets::FieldBox(u"path"_s))
    , m_host(new widgets::FieldBox(u"host"_s))
    , m_port(new widgets::FieldBox(u"port"_s))
    , m_database(new widgets::FieldBox(u"database"_s))
    , m_user(new widgets::FieldBox(u"user"_s))
    , m_accounts(new widgets::FieldBox(u"accountsTable"_s))
    , m_barrier(new widgets::FieldBox(u"barrierTable"_s))
    , m_password(new widgets::FieldBox(u"password"_s))
    , m_keep(new widgets::Switch(theme, {}))
    , m_tlsLabel(new QLabel)
    , m_tls(new QComboBox)
    , m_ca(new widgets::FieldBox(u"caFile"_s))
    , m_chooseCa(m_ca->edit()->addAction(theme.icon(u"more"_s), QLineEdit::TrailingPosition))
    , m_careLabel(new QLabel)
    , m_care(new widgets::Segmented(theme))
    , m_safetyLabel(new QLabel)
    , m_safety(new QComboBox)
    , m_safetyText(new QLabel)
    , m_peerLabel(new QLabel)
    , m_peer(new QComboBox)
    , m_amountField(new widgets::FieldBox(u"amountField"_s))
    , m_fromField(new widgets::FieldBox(u"fromField"_s))
    , m_toField(new widgets::FieldBox(u"toField"_s))
    , m_payloadBox(new QWidget)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 4, 16, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    for (int column = 0; column < 4; ++column)
        grid->setColumnStretch(column, 1);
    createPlace(*grid);
    createCare(*grid);
    createPayloadFields(*grid);
    for (widgets::FieldBox *box : boxes())
        box->alignLeft();
    m_password->edit()->setEchoMode(QLineEdit::Password);
    connectAll();
    retranslate();
}

QList<widgets::FieldBox *> ConnectionForm::boxes() const
{
    return {m_label,   m_path,     m_host, m_port,        m_database,  m_user,   m_accounts,
            m_barrier, m_password, m_ca,   m_amountField, m_fromField, m_toField};
}

QWidget *ConnectionForm::labelled(QLabel *label, QWidget *field)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(field);
    column->addStretch(1);
    label->setBuddy(field);
    return box;
}

void ConnectionForm::createPlace(QGridLayout &grid)
{
    m_kind->setObjectName(u"databaseKind"_s);
    m_keep->setObjectName(u"keepPassword"_s);
    m_kindBox = labelled(m_kindLabel, m_kind);
    grid.addWidget(m_label, 0, 0, 1, 2);
    grid.addWidget(m_kindBox, 0, 2, 1, 2);
    grid.addWidget(m_path, 1, 0, 1, 4);
    grid.addWidget(m_host, 2, 0, 1, 2);
    grid.addWidget(m_port, 2, 2);
    grid.addWidget(m_database, 2, 3);
    grid.addWidget(m_user, 3, 0);
    grid.addWidget(m_password, 3, 1);
    grid.addWidget(m_accounts, 3, 2);
    grid.addWidget(m_barrier, 3, 3);
    grid.addWidget(m_keep, 4, 0, 1, 4, Qt::AlignLeft);
    m_tls->setObjectName(u"tls"_s);
    m_tlsBox = labelled(m_tlsLabel, m_tls);
    grid.addWidget(m_tlsBox, 5, 0, 1, 2);
    grid.addWidget(m_ca, 5, 2, 1, 2);
}

void ConnectionForm::createCare(QGridLayout &grid)
{
    m_care->setObjectName(u"care"_s);
    m_safety->setObjectName(u"safety"_s);
    m_peer->setObjectName(u"peer"_s);
    for (const Connection::Care care : cares) {
        m_care->addOption(QString::number(int(care)), careWord(care));
        m_care->button(QString::number(int(care)))->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    }
    m_care->setFixedHeight(m_safety->sizeHint().height());
    m_safetyText->setWordWrap(true);
    m_safetyText->setTextFormat(Qt::PlainText);
    theme::setTone(*m_safetyText, theme::Tone::Muted);
    theme::setTextSize(*m_safetyText, theme::TextSize::Small);
    m_peerBox = labelled(m_peerLabel, m_peer);
    grid.addWidget(labelled(m_careLabel, m_care), 6, 0);
    grid.addWidget(labelled(m_safetyLabel, m_safety), 6, 1);
    grid.addWidget(m_peerBox, 6, 2, 1, 2);
    grid.addWidget(m_safetyText, 7, 0, 1, 4);
}

void ConnectionForm::createPayloadFields(QGridLayout &grid)
{
    auto *row = new QHBoxLayout(m_payloadBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid.horizontalSpacing());
    for (widgets::FieldBox *field : {m_amountField, m_fromField, m_toField})
        row->addWidget(field, 1);
    grid.addWidget(m_payloadBox, 8, 0, 1, 4);
}

void ConnectionForm::connectAll()
{
    for (widgets::FieldBox *box : boxes())
        connect(box, &widgets::FieldBox::textChanged, this, &ConnectionForm::noteEdit);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConnectionForm::noteEdit);
    connect(m_keep, &QAbstractButton::toggled, this, &ConnectionForm::noteEdit);
    connect(m_chooseCa, &QAction::triggered, this, &ConnectionForm::chooseCaFile);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ConnectionForm::noteEdit);
    connect(m_care, &widgets::Segmented::currentChanged, this, &ConnectionForm::noteEdit);
    connect(m_safety, &QComboBox::currentIndexChanged, this, &ConnectionForm::noteEdit);
    connect(m_peer, &QComboBox::currentIndexChanged, this, &ConnectionForm::noteEdit);
}

void ConnectionForm::noteEdit()
{
    if (m_isFilling)
        return;
    for (widgets::FieldBox *box : boxes())
        box->setProblem({});
    for (widgets::FieldBox *table : {m_accounts, m_barrier}) {
        if (!tableOf(*table))
            table->setProblem(tr("A name such as table or database.table."));
    }
    showPlaceFields();
    emit edited();
}

void ConnectionForm::setConnection(const Connection &connection, const QList<Connection> &peers)
{
    m_isFilling = true;
    m_base = connection;
    m_peers = peers;
    const DatabaseUrl &place = connection.place;
    m_label->setText(Connections::labelOf(connection));
    m_kind->setCurrentIndex(m_kind->findData(int(place.kind)));
    m_path->setText(place.path);
    m_host->setText(place.host);
    m_port->setText(QString::number(place.port));
    m_database->setText(place.database);
    m_user->setText(place.user);
    m_accounts->setText(place.accounts.text());
    m_barrier->setText(place.barrier.text());
    m_tls->setCurrentIndex(m_tls->findData(int(place.tls)));
    m_ca->setText(place.caFile);
    m_password->setText({});
    m_password->edit()->setPlaceholderText(connection.id.isEmpty() ? QString() : tr("unchanged"));
    m_keep->setChecked(connection.passwordKept == Connection::PasswordKept::InKeychain);
    m_care->setCurrent(QString::number(int(connection.care)));
    m_safety->setCurrentIndex(int(safeties.indexOf(connection.safety)));
    fillPeers();
    m_amountField->setText(connection.payloadFields.amount);
    m_fromField->setText(connection.payloadFields.from);
    m_toField->setText(connection.payloadFields.to);
    for (widgets::FieldBox *box : boxes())
        box->setProblem({});
    m_isFilling = false;
    showPlaceFields();
}

Connection ConnectionForm::connection() const
{
    Connection connection = m_base;
    connection.label = m_label->text().trimmed();
    if (!connection.builtIn) {
        if (!connection.isEngine())
            connection.place.kind = DatabaseUrl::Kind(m_kind->currentData().toInt());
        connection.place.path = m_path->text().trimmed();
        connection.place.host = m_host->text().trimmed();
        connection.place.port = m_port->text().toUShort();
        connection.place.database = m_database->text().trimmed();
        connection.place.user = m_user->text();
        connection.place.tls = tls();
        connection.place.caFile = tls() == DatabaseUrl::Tls::VerifyCa ? m_ca->text().trimmed() : QString();
        connection.place.accounts = tableOf(*m_accounts).value_or(m_base.place.accounts);
        connection.place.barrier = tableOf(*m_barrier).value_or(m_base.place.barrier);
        connection.peerId = hasPeer() ? m_peer->currentData().toString() : QString();
        connection.payloadFields = hasPeer() ? payloadFields() : PayloadFields();
    }
    connection.passwordKept =
        m_keep->isChecked() ? Connection::PasswordKept::InKeychain : Connection::PasswordKept::Nowhere;
    connection.care = Connection::Care(m_care->current().toInt());
    connection.safety = safeties.value(m_safety->currentIndex());
    return connection;
}

bool ConnectionForm::hasPeer() const
{
    return !m_base.isEngine() && !m_base.builtIn && !m_peer->currentData().toString().isEmpty();
}

PayloadFields ConnectionForm::payloadFields() const
{
    return {.amount = m_amountField->text().trimmed(),
            .from = m_fromField->text().trimmed(),
            .to = m_toField->text().trimmed()};
}

DatabaseUrl::Tls ConnectionForm::tls() const
{
    return DatabaseUrl::Tls(m_tls->currentData().toInt());
}

void ConnectionForm::chooseCaFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Certificate of the authority"), m_ca->text(),
                                                      tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    if (!file.isEmpty())
        m_ca->setText(file);
}

std::optional<QString> ConnectionForm::password() const
{
    const QString typed = m_password->text();
    return typed.isEmpty() ? std::nullopt : std::optional(typed);
}

bool ConnectionForm::hasProblem() const
{
    const QList<widgets::FieldBox *> all = boxes();
    return std::any_of(all.begin(), all.end(), [](const widgets::FieldBox *box) { return !box->problem().isEmpty(); });
}

void ConnectionForm::focusFirst()
{
    m_label->edit()->setFocus();
    m_label->edit()->selectAll();
}

bool ConnectionForm::showProblem(const core::Error &error)
{
    const QString wrongName = tr("1 to 64 characters, without quotes and backslashes.");
    const QHash<QByteArray, std::pair<widgets::FieldBox *, QString>> problems{
        {"label", {m_label, tr("Give it a name of 1 to 60 characters.")}},
        {"host", {m_host, tr("The name or address of a server.")}},
        {"port", {m_port, tr("A number from 1 to 65535.")}},
        {"database", {m_database, tr("The name of a database.")}},
        {"user", {m_user, tr("The user to log in as.")}},
        {"path", {m_path, tr("The path of a file.")}},
        {"ca", {m_ca, tr("The path of a PEM file, without a semicolon.")}},
        {"amountField", {m_amountField, wrongName}},
        {"fromField", {m_fromField, wrongName}},
        {"toField", {m_toField, wrongName}}};
    const auto problem = problems.constFind(error.field);
    if (problem == problems.cend())
        return false;
    problem->first->setProblem(problem->second);
    problem->first->edit()->setFocus();
    return true;
}

void ConnectionForm::showPlaceFields()
{
    const bool isBank = !m_base.isEngine();
    const bool isMySql = m_kind->currentData().toInt() == int(DatabaseUrl::Kind::MySql);
    const bool isOwn = !m_base.builtIn;
    m_kindBox->setVisible(isBank && isOwn);
    m_peerBox->setVisible(isBank && isOwn);
    m_payloadBox->setVisible(hasPeer());
    m_path->setVisible(!isMySql);
    m_path->edit()->setReadOnly(m_base.builtIn);
    for (widgets::FieldBox *field : {m_host, m_port, m_database, m_user}) {
        field->setVisible(isMySql);
        field->edit()->setReadOnly(m_base.builtIn);
    }
    for (widgets::FieldBox *table : {m_accounts, m_barrier}) {
        table->setVisible(isMySql && isBank);
        table->edit()->setReadOnly(m_base.builtIn);
    }
    m_password->setVisible(isMySql && isOwn);
    m_keep->setVisible(isMySql && isOwn);
    showTlsFields();
    m_safetyText->setText(safetySentence(safeties.value(m_safety->currentIndex())));
}

void ConnectionForm::showTlsFields()
{
    const bool isMySql = m_kind->currentData().toInt() == int(DatabaseUrl::Kind::MySql);
    m_tlsBox->setVisible(isMySql);
    m_tls->setEnabled(!m_base.builtIn);
    m_ca->setVisible(isMySql && tls() == DatabaseUrl::Tls::VerifyCa);
    m_ca->edit()->setReadOnly(m_base.builtIn);
    m_chooseCa->setEnabled(!m_base.builtIn);
    m_ca->edit()->setPlaceholderText(m_base.isEngine() ? tr("empty: the authorities of this computer") : QString());
}

void ConnectionForm::fillPeers()
{
    const QString chosen = m_base.peerId;
    m_peer->clear();
    m_peer->addItem(tr("None: it is looked at alone"), QString());
    for (const Connection &peer : std::as_const(m_peers))
        m_peer->addItem(Connections::labelOf(peer), peer.id);
    m_peer->setCurrentIndex(qMax(0, m_peer->findData(chosen)));
}

void ConnectionForm::fillChoices()
{
    const int kind = qMax(0, m_kind->currentIndex());
    const int safety = qMax(0, m_safety->currentIndex());
    m_kind->clear();
    m_kind->addItem(tr("MySQL or MariaDB"), int(DatabaseUrl::Kind::MySql));
    m_kind->addItem(tr("SQLite file"), int(DatabaseUrl::Kind::Sqlite));
    m_kind->setCurrentIndex(kind);
    const int tls = qMax(0, m_tls->currentIndex());
    m_tls->clear();
    m_tls->addItem(tr("Off"), int(DatabaseUrl::Tls::Off));
    m_tls->addItem(tr("Encrypted"), int(DatabaseUrl::Tls::On));
    m_tls->addItem(tr("Encrypted, certificate checked"), int(DatabaseUrl::Tls::VerifyCa));
    m_tls->setCurrentIndex(tls);
    m_safety->clear();
    for (const Connection::Safety one : safeties)
        m_safety->addItem(safetyWord(one));
    m_safety->setCurrentIndex(safety);
    for (const Connection::Care care : cares)
        m_care->button(QString::number(int(care)))->setText(careWord(care));
}

void ConnectionForm::retranslate()
{
    m_isFilling = true;
    m_label->setLabel(tr("Label"));
    m_kindLabel->setText(tr("Kind"));
    m_path->setLabel(tr("File"));
    m_host->setLabel(tr("Host"));
    m_port->setLabel(tr("Port"));
    m_database->setLabel(tr("Database"));
    m_user->setLabel(tr("User"));
    m_accounts->setLabel(tr("Accounts table"));
    m_accounts->setToolTip(tr("dtm's own tables are dtm_busi.user_account and dtm_barrier.barrier."));
    m_barrier->setLabel(tr("Barrier table"));
    m_barrier->setToolTip(m_accounts->toolTip());
    m_password->setLabel(tr("Password"));
    m_password->edit()->setPlaceholderText(m_base.id.isEmpty() ? QString() : tr("unchanged"));
    m_keep->setText(tr("Keep it in the system's keychain"));
    m_keep->setAccessibleName(m_keep->text());
    m_keep->setToolTip(tr("Off: it is asked for at each start. It never stands in a file of Checkback's."));
    m_tlsLabel->setText(tr("Encryption"));
    m_tls->setAccessibleName(tr("Encryption"));
    m_tls->setToolTip(tr("Encrypted: or no connection at all; who answers is not asked. Checked: only a server whose "
                         "certificate comes from the named authority."));
    m_ca->setLabel(tr("Certificate of the authority"));
    m_chooseCa->setText(tr("Choose a File…"));
    m_careLabel->setText(tr("Colour"));
    m_care->setAccessibleName(tr("Colour"));
    m_safetyLabel->setText(tr("Safety level"));
    m_safety->setAccessibleName(tr("Safety level"));
    m_peerLabel->setText(tr("Transfers go to"));
    m_peer->setAccessibleName(tr("Transfers go to"));
    m_peer->setToolTip(tr("Two banks that pay each other only are summed: balances, in flight, total."));
    m_amountField->setLabel(tr("Payload field: amount"));
    m_fromField->setLabel(tr("Payload field: from"));
    m_toField->setLabel(tr("Payload field: to"));
    for (widgets::FieldBox *field : {m_amountField, m_fromField, m_toField})
        field->setToolTip(tr("What a message of this pair calls it, in the outermost object of its payload."));
    m_kind->setAccessibleName(tr("Kind"));
    fillChoices();
    fillPeers();
    m_isFilling = false;
    showPlaceFields();
}

} // namespace ui
