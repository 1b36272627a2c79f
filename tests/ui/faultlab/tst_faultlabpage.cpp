// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session, driven by mouse and keys.
#include "tests/ui/support/pagefixture.h"
#include "ui/diagram/protocolparts.h"
#include "ui/faultlab/consequence.h"
#include "ui/faultlab/faultlabpage.h"
#include "ui/faultlab/pointsmodel.h"
#include "ui/faultlab/pointwords.h"
#include "ui/faultlab/protocoldiagram.h"
#include "ui/mainwindow/language.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/session/faultdesk.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;
using core::Fault;
using core::FaultMode;

class TestFaultLabPage final : public QObject, private test::PageFixture<ui::FaultLabPage>
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { close(); }

    void eachNumberIsOneKnownPoint();
    void noTwoPointsCoverEachOther();
    void noPointTouchesAWord();
    void everyFaultHasItsConsequence();
    void offNothingCanBeArmedAndItSaysWhy();
    void aClickChoosesAPointAndApplyArmsIt();
    void keysGoFromPointToPoint();
    void theTableIsEqual();
    void whatCannotHappenSaysWhy();
    void whatIsSetIsWhatIsArmed_data();
    void whatIsSetIsWhatIsArmed();
    void anArmedPointShowsItsFaultAgain();
    void tabComesToTheModeOfAnotherPointToo();
    void disarmAndClearTakeFaultsAway();
    void screenReadersHearEachPoint();
    void aTransferIsDrawnAsItGoes();
    void aCarefulConnectionAsksFirst();
    void whatWasNeverStartedSaysThatNothingMoved();
    void aStrikeIsMarkedWhereItFired();
    void aHeldCallIsListedAndContinued();
    void aHeldCallIsAnsweredOtherwise();
    void aHeldCallIsToldInTheLargestType();
    void aHeldPointComesIntoSightOnce();
    void whoComesBackToThePictureSeesTheHeldPoint();
    void chineseHasAllWords();
    void itFitsANarrowWindow();

private:
    ui::ProtocolDiagram &diagram() const { return *part<ui::ProtocolDiagram>("protocol"); }
    ui::FaultDesk &faults() const { return m_session->faults(); }
    void press(const char *button) { QTest::mouseClick(part<QAbstractButton>(button), Qt::LeftButton); }
    void clickPoint(int number);
    QString textOf(const char *label) const { return part<QLabel>(label)->text(); }
    void run();
    void holdOutOfSight();
    QScrollBar &pictureBar() const;
    bool isInSight(int number) const;
};

void TestFaultLabPage::init()
{
    startSession();
    faults().setOn(true);
    openPage({1300, 860}, m_theme);
}

void TestFaultLabPage::clickPoint(int number)
{
    QTest::mouseClick(&diagram(), Qt::LeftButton, {}, diagram().pointRect(number).center());
}

void TestFaultLabPage::run()
{
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("runTransfer")->isEnabled(), patience);
    press("runTransfer");
}

void TestFaultLabPage::eachNumberIsOneKnownPoint()
{
    QSet<QByteArray> names;
    int number = 0;
    for (const ui::ProtocolPoint &point : ui::protocolPoints()) {
        QCOMPARE(point.number, ++number);
        QVERIFY2(core::findFaultPoint(point.name), point.name.constData());
        QVERIFY2(!ui::PointWords::place(point.name).isEmpty(), point.name.constData());
        names.insert(point.name);
    }
    QCOMPARE(names.size(), 24);
}

void TestFaultLabPage::noTwoPointsCoverEachOther()
{
    const QFontMetricsF metrics(m_theme.font(theme::TextSize::Hint));
    for (const QSizeF &room : {QSizeF(100, 100), QSizeF(640, 460), QSizeF(1400, 1000)}) {
        const ui::ProtocolLayout layout = ui::layProtocol(room, metrics, 80);
        for (int i = 0; i < layout.points.size(); ++i) {
            QCOMPARE(layout.pointAt(layout.points.at(i)), i);
            QVERIFY(QRectF(QPointF(), layout.size).contains(layout.points.at(i)));
            for (int other = 0; other < i; ++other)
                QVERIFY2(QLineF(layout.points.at(i), layout.points.at(other)).length() > 19,
                         qPrintable(u"%1 and %2"_s.arg(i + 1).arg(other + 1)));
        }
    }
}

void TestFaultLabPage::noPointTouchesAWord()
{
    const double wordsWidth = ui::ProtocolPainter::wordsWidth(m_theme);
    const QFontMetricsF metrics(m_theme.font(theme::TextSize::Hint));
    for (const QSizeF &room : {QSizeF(100, 100), QSizeF(640, 460), QSizeF(1400, 1000)}) {
        const ui::ProtocolLayout layout = ui::layProtocol(room, metrics, wordsWidth);
        for (int arrow = 0; arrow < layout.arrows.size(); ++arrow) {
            const QRectF word = ui::ProtocolPainter::labelRect(m_theme, layout, arrow);
            for (int i = 0; i < layout.points.size(); ++i) {
                const QPointF &point = layout.points.at(i);
                const QPointF nearest(std::clamp(point.x(), word.left(), word.right()),
                                      std::clamp(point.y(), word.top(), word.bottom()));
                QVERIFY2(QLineF(point, nearest).length() > diagram::markRadius,
                         qPrintable(
                             u"%1 and point %2 in %3"_s.arg(ui::ProtocolPainter::label(ui::protocolArrows().at(arrow)))
                                 .arg(i + 1)
                                 .arg(room.width())));
            }
        }
    }
}

void TestFaultLabPage::everyFaultHasItsConsequence()
{
    for (const ui::ProtocolPoint &point : ui::protocolPoints()) {
        for (const FaultMode mode : core::findFaultPoint(point.name)->modes) {
            const QString text = ui::Consequence::of({.point = point.name, .mode = mode, .delay = core::Millis(5000)});
            QVERIFY2(text.endsWith(u'.') && !text.contains(u'%'), qPrintable(text));
        }
    }
    const Fault twice{.point = "receiver.request", .mode = FaultMode::Answer, .status = 500, .times = 2};
    QCOMPARE(ui::Consequence::of(twice),
             u"The coordinator reads 500 as unknown. It tries again after 10 s, then 20 s, and succeeds. User 2 is "
             "credited once."_s);
}

void TestFaultLabPage::offNothingCanBeArmedAndItSaysWhy()
{
    press("labSwitch");
    QVERIFY(!faults().isOn());
    QVERIFY(!part<QAbstractButton>("applyFault")->isEnabled());
    QVERIFY(part<QAbstractButton>("applyFault")->toolTip().contains("off"_L1));
    QVERIFY(!faults().arm({.point = "submit.answer", .mode = FaultMode::Drop}).ok());
    press("labSwitch");
    QVERIFY(part<QAbstractButton>("applyFault")->isEnabled());
}

void TestFaultLabPage::aClickChoosesAPointAndApplyArmsIt()
{
    clickPoint(12);
    QVERIFY(textOf("faultTitle").startsWith(u"12 · "_s));
    QTest::mouseClick(part<QRadioButton>("mode-drop"), Qt::LeftButton, {}, {5, 8});
    press("applyFault");
    QCOMPARE(faults().armed().size(), 1);
    QCOMPARE(core::faultText(faults().armed().first().fault), QByteArray("submit.answer=drop"));
    QVERIFY(part<QWidget>("armedBanner")->isVisible());
    QVERIFY(part<QWidget>("armedBanner")->accessibleName().contains(u'1'));
    QCOMPARE(m_session->activity().activities().last().verb, ui::ActivityVerb::ArmFault);
}

void TestFaultLabPage::keysGoFromPointToPoint()
{
    clickPoint(9);
    diagram().setFocus();
    QTest::keyClick(&diagram(), Qt::Key_Right);
    QCOMPARE(diagram().current(), 10);
    QTest::keyClick(&diagram(), Qt::Key_Up);
    QTest::keyClick(&diagram(), Qt::Key_Left);
    QCOMPARE(diagram().current(), 8);
    QVERIFY(textOf("faultTitle").startsWith(u"8 · "_s));
    QTest::keyClick(&diagram(), Qt::Key_End);
    QTest::keyClick(&diagram(), Qt::Key_Down);
    QCOMPARE(diagram().current(), 24);
    QTest::keyClick(&diagram(), Qt::Key_Home);
    QCOMPARE(diagram().current(), 1);
    QTest::keyClick(&diagram(), Qt::Key_Return); // goes to the settings
    QVERIFY(qobject_cast<QRadioButton *>(m_page->focusWidget()));
}

void TestFaultLabPage::theTableIsEqual()
{
    auto *table = part<QTableView>("faultPoints");
    QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    press("pointsAsTable");
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 24);
    table->selectRow(4);
    QCOMPARE(diagram().current(), 5);
    QVERIFY(textOf("faultTitle").startsWith(u"5 · "_s));
    press("applyFault");
    QTRY_VERIFY(table->model()->index(4, int(ui::PointsModel::Column::Armed)).data().toString() != u"–"_s);
    press("pointsAsTable");
    QVERIFY(diagram().isVisible());
}

void TestFaultLabPage::whatCannotHappenSaysWhy()
{
    clickPoint(2); // the coordinator's loop
    const auto *hold = part<QRadioButton>("mode-hold");
    QVERIFY(!hold->isEnabled());
    QCOMPARE(hold->toolTip(), u"this would hold up other messages"_s);
    clickPoint(19);
    QVERIFY(hold->isEnabled());
    QVERIFY(part<QRadioButton>("mode-answer")->isVisible());
    QVERIFY(!part<QRadioButton>("mode-fail")->isVisible());
}

void TestFaultLabPage::whatIsSetIsWhatIsArmed_data()
{
    QTest::addColumn<QByteArray>("often");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("once") << QByteArray("often-once") << QByteArray("receiver.request=answer:503,gid:order-7");
    QTest::newRow("times") << QByteArray("often-times")
                           << QByteArray("receiver.request=answer:503,times:3,gid:order-7");
    QTest::newRow("every") << QByteArray("often-every")
                           << QByteArray("receiver.request=answer:503,skip:4,every:5,always,gid:order-7");
    QTest::newRow("always") << QByteArray("often-always")
                            << QByteArray("receiver.request=answer:503,always,gid:order-7");
    QTest::newRow("for a time") << QByteArray("often-fortime")
                                << QByteArray("receiver.request=answer:503,always,for:60,gid:order-7");
}

void TestFaultLabPage::whatIsSetIsWhatIsArmed()
{
    QFETCH(QByteArray, often);
    QFETCH(QByteArray, text);
    clickPoint(19);
    part<QSpinBox>("faultStatus")->setValue(503); // chooses the mode, too
    part<QRadioButton>(often.constData())->click();
    part<QLineEdit>("faultGid")->setText(u"order-7"_s);
    press("applyFault");
    QCOMPARE(faults().armed().size(), 1);
    QCOMPARE(core::faultText(faults().armed().first().fault), text);
}

void TestFaultLabPage::anArmedPointShowsItsFaultAgain()
{
    QVERIFY(faults()
                .arm({.point = "receiver.answer", .mode = FaultMode::Delay, .delay = core::Millis(4500), .times = 4})
                .ok());
    clickPoint(23);
    QVERIFY(part<QRadioButton>("mode-delay")->isChecked());
    QCOMPARE(part<QDoubleSpinBox>("faultDelay")->value(), 4.5);
    QCOMPARE(part<QSpinBox>("faultTimes")->value(), 4);
    QCOMPARE(textOf("faultBadge"), u"4 of 4 left"_s);
    part<QSpinBox>("faultTimes")->setValue(2);
    press("applyFault"); // in place of the other
    QCOMPARE(faults().armed().size(), 1);
    QCOMPARE(faults().armed().first().fault.times, 2);
}

void TestFaultLabPage::tabComesToTheModeOfAnotherPointToo()
{
    clickPoint(19);
    auto *answer = part<QRadioButton>("mode-answer");
    QVERIFY(answer->isChecked());
    answer->setFocus(Qt::TabFocusReason); // from now on Tab comes to what is checked alone
    clickPoint(18);
    auto *fail = part<QRadioButton>("mode-fail");
    QVERIFY(fail->isChecked());
    QVERIFY(fail->focusPolicy() & Qt::TabFocus);
    QVERIFY(!(answer->focusPolicy() & Qt::TabFocus));
}

void TestFaultLabPage::disarmAndClearTakeFaultsAway()
{
    for (const char *point : {"submit.answer", "prepare.answer", "receiver.answer"})
        QVERIFY(faults().arm({.point = point, .mode = FaultMode::Drop}).ok());
    clickPoint(3);
    press("disarmFault");
    QCOMPARE(faults().armed().size(), 2);
    QVERIFY(!part<QAbstractButton>("disarmFault")->isEnabled());
    press("clearFaults");
    QVERIFY(faults().armed().isEmpty());
    QVERIFY(!part<QWidget>("armedBanner")->isVisible());
}

void TestFaultLabPage::screenReadersHearEachPoint()
{
    QVERIFY(faults().arm({.point = "receiver.request", .mode = FaultMode::Drop}).ok());
    QTRY_VERIFY(diagram().state().armed.size() == 1);
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(&diagram());
    QVERIFY(access);
    QCOMPARE(access->childCount(), 24);
    QAccessibleInterface *point = access->child(18);
    QCOMPARE(access->indexOfChild(point), 18);
    QVERIFY(point->text(QAccessible::Name).startsWith(u"19 · Receiver answers."_s));
    QVERIFY(point->text(QAccessible::Name).contains("Armed"_L1));
    QVERIFY(!point->rect().isEmpty());
    access->child(4)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(diagram().current(), 5);
}

void TestFaultLabPage::aTransferIsDrawnAsItGoes()
{
    run();
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").startsWith("Delivered"_L1), patience);
    const ui::ProtocolState &state = diagram().state();
    QVERIFY(state.isFollowing);
    for (const ui::ProtocolPoint &point : ui::protocolPoints()) {
        const bool isAsked = point.phase == ui::ProtocolPhase::Checkback; // a submit came: nobody was asked back
        QTRY_COMPARE_WITH_TIMEOUT(diagram().state().passed.contains(point.name), !isAsked, patience);
    }
    QVERIFY(state.struck.isEmpty());
    QSignalSpy opened(m_page.get(), &ui::FaultLabPage::openMessage);
    press("openRunMessage");
    QCOMPARE(opened.size(), 1);
    QVERIFY(!opened.first().first().toByteArray().isEmpty());
}

void TestFaultLabPage::aCarefulConnectionAsksFirst()
{
    ui::Connection engine = m_session->connections().engine();
    engine.label = u"Settlement"_s;
    engine.safety = ui::Connection::Safety::Confirm;
    QVERIFY(m_session->connections().save(engine).ok());
    const auto answer = [](const char *button) {
        QTimer::singleShot(0, qApp, [button] {
            QTRY_VERIFY(QApplication::activeModalWidget());
            QTest::mouseClick(QApplication::activeModalWidget()->findChild<QAbstractButton *>(QLatin1String(button)),
                              Qt::LeftButton);
        });
    };
    answer("cancel");
    run();
    QCOMPARE(m_session->transferProgress().ordered, 0);
    QVERIFY(!textOf("runHeadline").startsWith("Nothing was sent"_L1));
    answer("accept");
    run();
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").startsWith("Delivered"_L1), patience);
}

void TestFaultLabPage::whatWasNeverStartedSaysThatNothingMoved()
{
    QVERIFY(faults().arm({.point = "sender.prepare-request", .mode = FaultMode::Fail}).ok());
    run();
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").contains("nothing moved"_L1), patience);
    QVERIFY(textOf("runDetail").contains("an armed fault lost the request"_L1));
}

void TestFaultLabPage::aStrikeIsMarkedWhereItFired()
{
    QVERIFY(faults().arm({.point = "sender.before-submit", .mode = FaultMode::Fail}).ok());
    run();
    QTRY_VERIFY_WITH_TIMEOUT(diagram().state().struck.contains("sender.before-submit"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(diagram().state().passed.contains("sender.checkback"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").startsWith("Delivered"_L1), patience);
    QVERIFY(textOf("runDetail").contains(u'1'));
    auto *table = part<QTableView>("faultPoints");
    QCOMPARE(table->model()->index(8, int(ui::PointsModel::Column::Strikes)).data().toString(), u"1"_s);
}

void TestFaultLabPage::aHeldCallIsListedAndContinued()
{
    QVERIFY(faults().arm({.point = "branch.before-connect", .mode = FaultMode::Hold}).ok());
    run();
    QTRY_COMPARE_WITH_TIMEOUT(faults().held().size(), 1, patience);
    QTRY_VERIFY(part<QWidget>("heldList")->isVisible());
    QCOMPARE(diagram().state().held.size(), 1);
    QVERIFY(part<QAbstractButton>("deliverTwice")->isVisible());
    press("continueHeld");
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").startsWith("Delivered"_L1), patience);
    QVERIFY(!part<QWidget>("heldList")->isVisible());
    QCOMPARE(m_session->activity().activities().last().verb, ui::ActivityVerb::ReleaseHeld);
}

void TestFaultLabPage::aHeldCallIsAnsweredOtherwise()
{
    QVERIFY(faults().arm({.point = "receiver.request", .mode = FaultMode::Hold}).ok());
    run();
    QTRY_COMPARE_WITH_TIMEOUT(faults().held().size(), 1, patience);
    QTRY_VERIFY(part<QWidget>("heldList")->isVisible());
    const QList<QAction *> answers = part<QPushButton>("changeAnswer")->menu()->actions();
    QCOMPARE(answers.size(), 4);
    answers.last()->trigger(); // 500
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runDetail").contains("500"_L1), patience); // the message's last error
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").startsWith("Delivered"_L1), patience);
}

/// Where words and buttons have no room beside each other, the buttons stand below.
void TestFaultLabPage::aHeldCallIsToldInTheLargestType()
{
    QVERIFY(faults().arm({.point = "receiver.request", .mode = FaultMode::Hold}).ok());
    run();
    QTRY_VERIFY_WITH_TIMEOUT(part<QWidget>("heldList")->isVisible(), patience);
    const auto *words = part<widgets::ElidedLabel>("heldWords");
    const auto *button = part<QWidget>("continueHeld");
    const auto top = [](const QWidget *widget) { return widget->mapTo(widget->window(), QPoint()).y(); };
    QTRY_VERIFY(!words->isElided() && top(button) < top(words) + words->height());
    m_theme.setTextScale(2);
    QTRY_VERIFY(!words->isElided() && top(button) >= top(words) + words->height());
    QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
    const QWidget *row = part<QWidget>("heldRow");
    QTRY_VERIFY(row->rect().contains(QRect(button->mapTo(row, QPoint()), button->size())));
    QTRY_VERIFY2(row->minimumSizeHint().width() <= 1300, qPrintable(QString::number(row->minimumSizeHint().width())));
    m_theme.setTextScale(1);
    QTRY_VERIFY(top(button) < top(words) + words->height());
    press("continueHeld");
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").startsWith("Delivered"_L1), patience);
}

QScrollBar &TestFaultLabPage::pictureBar() const
{
    QWidget *viewport = diagram().parentWidget();
    return *qobject_cast<QScrollArea *>(viewport->parentWidget())->verticalScrollBar();
}

bool TestFaultLabPage::isInSight(int number) const
{
    return diagram().visibleRegion().boundingRect().contains(diagram().pointRect(number));
}

/// In a window that is too low for the picture, a call to the receiver is held while the top of the picture is shown.
void TestFaultLabPage::holdOutOfSight()
{
    m_page->resize(1300, 640);
    QTRY_VERIFY(pictureBar().maximum() > 0);
    pictureBar().setValue(0);
    QVERIFY(!isInSight(19));
    QVERIFY(faults().arm({.point = "receiver.request", .mode = FaultMode::Hold}).ok());
}

void TestFaultLabPage::aHeldPointComesIntoSightOnce()
{
    holdOutOfSight();
    run();
    QTRY_COMPARE_WITH_TIMEOUT(diagram().state().held.size(), 1, patience);
    QTRY_VERIFY(isInSight(19));
    pictureBar().triggerAction(QAbstractSlider::SliderToMinimum); // by the user, who looks at something else
    const auto age = diagram().state().held.first().age;
    QTRY_VERIFY_WITH_TIMEOUT(diagram().state().held.first().age != age, patience);
    QCOMPARE(pictureBar().value(), 0);
    press("continueHeld");
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").startsWith("Delivered"_L1), patience);
    QCOMPARE(pictureBar().value(), 0);
}

void TestFaultLabPage::whoComesBackToThePictureSeesTheHeldPoint()
{
    holdOutOfSight();
    run();
    m_page->hide();
    QTRY_COMPARE_WITH_TIMEOUT(diagram().state().held.size(), 1, patience);
    QVERIFY(!isInSight(19));
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(isInSight(19), patience);
    press("continueHeld");
    QTRY_VERIFY_WITH_TIMEOUT(textOf("runHeadline").startsWith("Delivered"_L1), patience);
}

void TestFaultLabPage::chineseHasAllWords()
{
    ui::Language language;
    language.use(u"en"_s);
    const QString headline = textOf("runHeadline");
    const QString title = textOf("faultTitle");
    const QString consequence = textOf("faultConsequence");
    language.use(u"zh_CN"_s);
    QTRY_VERIFY(textOf("runHeadline") != headline); // told by the event loop
    QVERIFY(textOf("faultTitle") != title);
    QVERIFY(textOf("faultConsequence") != consequence);
    QVERIFY(diagram().sentence(19).contains(u"接收方应答"_s));
    language.use(u"en"_s);
    QTRY_COMPARE(textOf("runHeadline"), headline);
}

void TestFaultLabPage::itFitsANarrowWindow()
{
    m_page->resize(1012, 660);
    QTRY_COMPARE(m_page->width(), 1012);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // else the width is that of before
    QVERIFY2(m_page->minimumSizeHint().width() <= 1012, qPrintable(QString::number(m_page->minimumSizeHint().width())));
    clickPoint(24);
    QCOMPARE(diagram().current(), 24);
}

QTEST_MAIN(TestFaultLabPage)
#include "tst_faultlabpage.moc"
