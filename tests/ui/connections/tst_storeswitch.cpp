// SPDX-License-Identifier: GPL-3.0-or-later
// The way to another store, from the button to the engine, on a real session with files; the dialogs are answered.
#include "tests/ui/support/sessionfixture.h"
#include "ui/connections/storeswitch.h"
#include "ui/session/connections.h"
#include "ui/session/passworddesk.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/passworddialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTimer>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Connections;
using Phase = ui::EngineState::Phase;

class TestStoreSwitch final : public QObject, private test::SessionFixture
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void theDialogSaysWhatStaysAndCancelChangesNothing();
    void theEngineMovesOnTheWord();
    void unfinishedMessagesAreCounted();
    void aCarefulStoreWantsItsNameTyped();
    void aStoreThatCannotBeOpenedIsRefusedWithTheReason();
    void aPasswordIsAskedForWhereNoneIsKnown();
    void withoutThePasswordNothingIsTried();
    void oneSwitchAtATime();

private:
    Connection fileStore(Connection::Safety safety = Connection::Safety::Open);
    Connection serverStore();
    template<typename Dialog> void answer(const std::function<void(Dialog &)> &use);
    void answerWith(const char *button);
    bool isBackAtRest() const { return !m_switch->isRunning(); }

    std::unique_ptr<QWidget> m_over;
    ui::StoreSwitch *m_switch = nullptr;
    int m_dialogs = 0; ///< that came up
    QString m_text; ///< of the last one
};

void TestStoreSwitch::init()
{
    startSession();
    m_over = std::make_unique<QWidget>();
    m_switch = new ui::StoreSwitch(*m_session, m_theme, m_over.get());
    m_dialogs = 0;
    m_text.clear();
}

void TestStoreSwitch::cleanup()
{
    m_over.reset();
    endSession();
}

Connection TestStoreSwitch::fileStore(Connection::Safety safety)
{
    Connection store;
    store.kind = Connection::Kind::Engine;
    store.label = u"Other store"_s;
    store.place.path = m_dir->filePath(u"other.db"_s);
    store.safety = safety;
    store.id = m_session->connections().save(store).value();
    return store;
}

/// At a port where nobody listens.
Connection TestStoreSwitch::serverStore()
{
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost, 0);
    Connection store;
    store.kind = Connection::Kind::Engine;
    store.label = u"Team store"_s;
    store.place =
        core::bank::DatabaseUrl::parse(u"mysql://cb@127.0.0.1:%1/checkback"_s.arg(closed.serverPort())).value();
    store.id = m_session->connections().save(store).value();
    return store;
}

/// The next dialog, which must be of this kind.
template<typename Dialog> void TestStoreSwitch::answer(const std::function<void(Dialog &)> &use)
{
    auto *look = new QTimer(m_over.get());
    connect(look, &QTimer::timeout, m_over.get(), [this, look, use] {
        auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        delete look;
        ++m_dialogs;
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            texts << label->text();
        m_text = texts.join(u'\n');
        auto *wanted = qobject_cast<Dialog *>(dialog);
        if (!wanted)
            dialog->reject();
        QVERIFY(wanted);
        use(*wanted);
    });
    look->start(5);
}

void TestStoreSwitch::answerWith(const char *button)
{
    answer<widgets::ConfirmDialog>([button](widgets::ConfirmDialog &dialog) {
        QTest::mouseClick(dialog.findChild<QPushButton *>(QLatin1String(button)), Qt::LeftButton);
    });
}

void TestStoreSwitch::theDialogSaysWhatStaysAndCancelChangesNothing()
{
    bool isCancelDefault = false;
    answer<widgets::ConfirmDialog>([&](widgets::ConfirmDialog &dialog) {
        auto *cancel = dialog.findChild<QPushButton *>(u"cancel"_s);
        isCancelDefault = cancel->isDefault();
        QTest::mouseClick(cancel, Qt::LeftButton);
    });
    m_switch->begin(fileStore());
    QVERIFY(m_switch->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(isBackAtRest(), patience);
    QVERIFY(isCancelDefault);
    QVERIFY2(m_text.contains(u"No unfinished message stays in “This computer”"_s), qPrintable(m_text));
    QVERIFY(m_text.contains(u"“Other store”"_s));
    QCOMPARE(m_session->engine().connectionId, Connections::engineId);
    QCOMPARE(m_session->engine().phase, Phase::Running);
}

void TestStoreSwitch::theEngineMovesOnTheWord()
{
    const Connection other = fileStore();
    QSignalSpy ended(m_session.get(), &ui::Session::storeSwitchEnded);
    answerWith("accept");
    m_switch->begin(other);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(ended.first().first().toString(), QString());
    QCOMPARE(m_session->engine().connectionId, other.id);
    QVERIFY(isBackAtRest());
}

void TestStoreSwitch::unfinishedMessagesAreCounted()
{
    ui::TransferOrder order;
    order.count = 3;
    order.delay = core::seconds(3600);
    order.waitResult = false;
    QVERIFY(m_session->startTransfers(order).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().accepted, 3, patience);
    answerWith("cancel");
    m_switch->begin(fileStore());
    QTRY_VERIFY_WITH_TIMEOUT(isBackAtRest(), patience);
    QVERIFY2(m_text.contains(u"3 unfinished message(s) stay in “This computer”"_s), qPrintable(m_text));
}

void TestStoreSwitch::aCarefulStoreWantsItsNameTyped()
{
    bool wasEnabled = true;
    answer<widgets::ConfirmDialog>([&](widgets::ConfirmDialog &dialog) {
        auto *accept = dialog.findChild<QPushButton *>(u"accept"_s);
        wasEnabled = accept->isEnabled();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"nameToType"_s), u"Other store"_s);
        QTest::mouseClick(accept, Qt::LeftButton);
    });
    const Connection other = fileStore(Connection::Safety::TypeName);
    m_switch->begin(other);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_session->engine().connectionId == other.id && m_session->engine().phase == Phase::Running, patience);
    QVERIFY(!wasEnabled);
}

void TestStoreSwitch::aStoreThatCannotBeOpenedIsRefusedWithTheReason()
{
    Connection nowhere = fileStore();
    nowhere.place.path = m_dir->filePath(u"checkback.db/other.db"_s); // a file is no folder
    QVERIFY(m_session->connections().save(nowhere).ok());
    QSignalSpy refused(m_switch, &ui::StoreSwitch::refused);
    m_switch->begin(nowhere);
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
    QVERIFY(refused.first().first().toString().startsWith(u"The engine stays with “This computer”: "_s));
    QVERIFY(isBackAtRest());
    QCOMPARE(m_session->engine().phase, Phase::Running);
    QCOMPARE(m_dialogs, 0);
}

void TestStoreSwitch::aPasswordIsAskedForWhereNoneIsKnown()
{
    const Connection team = serverStore();
    answer<widgets::PasswordDialog>([](widgets::PasswordDialog &dialog) {
        auto *edit = dialog.findChild<QLineEdit *>(u"passwordText"_s);
        QTest::keyClicks(edit, u"secret"_s);
        QTest::keyClick(edit, Qt::Key_Return);
    });
    QSignalSpy refused(m_switch, &ui::StoreSwitch::refused);
    m_switch->begin(team);
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience); // nobody listens there
    QVERIFY(m_text.contains(u"Password of “Team store”"_s));
    QVERIFY(!refused.first().first().toString().contains(u"secret"_s));
    std::optional<core::Result<QString>> kept;
    m_session->passwords().find(team, this, [&](const core::Result<QString> &password) { kept = password; });
    QTRY_VERIFY(kept && kept->ok());
    QCOMPARE(kept->value(), u"secret"_s); // it is not asked for twice
}

void TestStoreSwitch::withoutThePasswordNothingIsTried()
{
    answer<widgets::PasswordDialog>([](widgets::PasswordDialog &dialog) { dialog.reject(); });
    QSignalSpy refused(m_switch, &ui::StoreSwitch::refused);
    m_switch->begin(serverStore());
    QTRY_VERIFY_WITH_TIMEOUT(m_dialogs == 1 && isBackAtRest(), patience);
    QCOMPARE(refused.size(), 0);
}

void TestStoreSwitch::oneSwitchAtATime()
{
    const Connection other = fileStore();
    QSignalSpy running(m_switch, &ui::StoreSwitch::runningChanged);
    answerWith("cancel");
    m_switch->begin(other);
    m_switch->begin(other);
    QTRY_VERIFY_WITH_TIMEOUT(isBackAtRest(), patience);
    QCOMPARE(running.size(), 2); // began, and ended
    QVERIFY(!QApplication::activeModalWidget());
}

QTEST_MAIN(TestStoreSwitch)
#include "tst_storeswitch.moc"
