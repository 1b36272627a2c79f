// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/passworddialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using widgets::PasswordDialog;

namespace {

const widgets::PasswordQuestion question{u"Password of “<b>Bank C</b>”"_s, u"The user teller logs in at db:3306."_s,
                                         u"It is known until the end."_s};

} // namespace

class TestPasswordDialog final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = std::make_unique<theme::Theme>(*qApp); }

    void aPasswordIsTypedUnseen();
    void itIsSeenWhileTheButtonIsHeld();
    void enterLogsIn();
    void cancelAndEscapeGiveNothing();
    void whatOthersNamedIsShownAsItIs();

private:
    std::optional<QString> ask(const std::function<void(PasswordDialog &)> &use);

    std::unique_ptr<theme::Theme> m_theme;
};

std::optional<QString> TestPasswordDialog::ask(const std::function<void(PasswordDialog &)> &use)
{
    QTimer::singleShot(0, qApp, [use] {
        auto *dialog = qobject_cast<PasswordDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        use(*dialog);
    });
    return PasswordDialog::ask(*m_theme, question, nullptr);
}

void TestPasswordDialog::aPasswordIsTypedUnseen()
{
    PasswordDialog dialog(*m_theme, question, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *edit = dialog.findChild<QLineEdit *>(u"passwordText"_s);
    QVERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"secret"_s);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(!edit->displayText().contains(u's'));
    QCOMPARE(dialog.password(), u"secret"_s);
}

void TestPasswordDialog::itIsSeenWhileTheButtonIsHeld()
{
    PasswordDialog dialog(*m_theme, question, nullptr);
    dialog.show();
    auto *edit = dialog.findChild<QLineEdit *>(u"passwordText"_s);
    auto *look = dialog.findChild<QPushButton *>(u"showPassword"_s);
    QTest::keyClicks(edit, u"secret"_s);
    QTest::mousePress(look, Qt::LeftButton);
    QCOMPARE(edit->displayText(), u"secret"_s);
    QTest::mouseRelease(look, Qt::LeftButton);
    QVERIFY(edit->displayText() != u"secret"_s);
    QTest::keyPress(look, Qt::Key_Space);
    QCOMPARE(edit->displayText(), u"secret"_s);
    QTest::keyRelease(look, Qt::Key_Space);
    QVERIFY(edit->displayText() != u"secret"_s);
}

void TestPasswordDialog::enterLogsIn()
{
    const auto password = ask([](PasswordDialog &dialog) {
        auto *edit = dialog.findChild<QLineEdit *>(u"passwordText"_s);
        QTest::keyClicks(edit, u"secret"_s);
        QTest::keyClick(edit, Qt::Key_Return);
    });
    QCOMPARE(password, std::optional(u"secret"_s));
}

void TestPasswordDialog::cancelAndEscapeGiveNothing()
{
    QVERIFY(!ask([](PasswordDialog &dialog) {
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"passwordText"_s), u"secret"_s);
        QTest::mouseClick(dialog.findChild<QPushButton *>(u"cancel"_s), Qt::LeftButton);
    }));
    QVERIFY(!ask([](PasswordDialog &dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); }));
}

void TestPasswordDialog::whatOthersNamedIsShownAsItIs()
{
    PasswordDialog dialog(*m_theme, question, nullptr);
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestPasswordDialog)
#include "tst_passworddialog.moc"
