// SPDX-License-Identifier: GPL-3.0-or-later
// The diagram on the screen: mouse, keys, zoom, screen readers, table, pictures.
#include "tests/ui/diagram/stories.h"
#include "ui/diagram/sequenceexport.h"
#include "ui/diagram/sequencepanel.h"
#include "ui/diagram/sequenceview.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace stories;
using diagram::Sequence;
using diagram::SequenceView;

class TestSequenceView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aClickChoosesTheStep();
    void aDoubleClickOpensIt();
    void keysGoThroughTheSteps();
    void enterOpensTheChosenStep();
    void controlAndWheelZoom();
    void zoomKeysGoBeforeTheWindows();
    void whatIsAddedIsFollowed();
    void withoutFollowingItStaysWhereItIs();
    void theChosenStepStaysAsItGrows();
    void aStepThatIsGoneIsNoLongerChosen();
    void tableAndDiagramChooseTheSame();
    void aSubjectIsChosenByItsFirstStep();
    void everyStepIsAccessible();
    void screenReadersCanChoose();
    void aHighlightAndAMarkAreSeen();
    void thePictureHasAllOfIt();
    void picturesAreSaved_data();
    void picturesAreSaved();
    void aPictureThatCannotBeSavedIsSaid();
    void aVeryLongStoryIsQuickToDraw();

private:
    SequenceView &view() { return m_panel->view(); }
    QByteArray idAt(int index) { return view().sequence().steps.at(index).id; }
    QPoint placeOf(const QByteArray &id) { return view().stepRect(view().sequence().indexOf(id)).center(); }
    static MessageFacts longStory(int attempts);

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<diagram::SequencePanel> m_panel;
};

void TestSequenceView::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestSequenceView::init()
{
    m_panel = std::make_unique<diagram::SequencePanel>(*m_theme);
    m_panel->setSequence(diagram::messageSequence(crashedSender()));
    m_panel->resize(590, 700);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->activateWindow();
    view().setFocus();
}

void TestSequenceView::cleanup()
{
    m_panel.reset();
}

MessageFacts TestSequenceView::longStory(int attempts)
{
    QList<Attempt> all;
    for (int i = 0; i < attempts; ++i)
        all << attempt(i + 1, "01", Millis(10'000) * (i + 1), Verdict::Unknown, 500);
    return facts(submitted(), all);
}

void TestSequenceView::aClickChoosesTheStep()
{
    QSignalSpy chosen(m_panel.get(), &diagram::SequencePanel::currentChanged);
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, placeOf("answer 1"));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toByteArray(), "answer 1");
    QCOMPARE(m_panel->current(), "answer 1");
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, QPoint(200, 10)); // on the heads
    QCOMPARE(chosen.size(), 1);
}

void TestSequenceView::aDoubleClickOpensIt()
{
    QSignalSpy opened(m_panel.get(), &diagram::SequencePanel::activated);
    QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, placeOf("call 2"));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toByteArray(), "call 2");
}

void TestSequenceView::keysGoThroughTheSteps()
{
    QTest::keyClick(&view(), Qt::Key_Home);
    QCOMPARE(m_panel->current(), "prepare");
    QTest::keyClick(&view(), Qt::Key_Up);
    QCOMPARE(m_panel->current(), "prepare");
    QTest::keyClick(&view(), Qt::Key_Down);
    QCOMPARE(m_panel->current(), "prepare answer");
    QTest::keyClick(&view(), Qt::Key_End);
    QCOMPARE(m_panel->current(), "state 3");
    QTest::keyClick(&view(), Qt::Key_Down);
    QCOMPARE(m_panel->current(), "state 3");
}

void TestSequenceView::enterOpensTheChosenStep()
{
    QSignalSpy opened(m_panel.get(), &diagram::SequencePanel::activated);
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(opened.size(), 0);
    QTest::keyClick(&view(), Qt::Key_Home);
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(opened.first().first().toByteArray(), "prepare");
}

void TestSequenceView::controlAndWheelZoom()
{
    const auto turn = [this](int delta) {
        QWheelEvent event(QPointF(100, 100), view().mapToGlobal(QPointF(100, 100)), {}, {0, delta}, Qt::NoButton,
                          Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view().viewport(), &event);
    };
    turn(120);
    QVERIFY(view().zoom() > 1.0);
    for (int i = 0; i < 50; ++i)
        turn(120);
    QCOMPARE(view().zoom(), SequenceView::zoomMax);
    QVERIFY(view().horizontalScrollBar()->maximum() > 0);
    for (int i = 0; i < 100; ++i)
        turn(-120);
    QCOMPARE(view().zoom(), SequenceView::zoomMin);
}

void TestSequenceView::zoomKeysGoBeforeTheWindows()
{
    QAction larger(m_panel.get());
    larger.setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Plus));
    m_panel->addAction(&larger);
    QSignalSpy triggered(&larger, &QAction::triggered);
    QTest::keyClick(&view(), Qt::Key_Plus, Qt::ControlModifier);
    QVERIFY(view().zoom() > 1.0);
    QCOMPARE(triggered.size(), 0);
    QTest::keyClick(&view(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view().zoom(), 1.0);
    QTest::keyClick(&view(), Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(view().zoom() < 1.0);
}

void TestSequenceView::whatIsAddedIsFollowed()
{
    m_panel->setSequence(diagram::messageSequence(longStory(20)));
    QScrollBar *bar = view().verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QCOMPARE(bar->value(), bar->maximum());
    m_panel->setSequence(diagram::messageSequence(longStory(21)));
    QCOMPARE(bar->value(), bar->maximum());
}

void TestSequenceView::withoutFollowingItStaysWhereItIs()
{
    m_panel->follow()->setChecked(false);
    m_panel->setSequence(diagram::messageSequence(longStory(20)));
    view().verticalScrollBar()->setValue(30);
    m_panel->setSequence(diagram::messageSequence(longStory(21)));
    QCOMPARE(view().verticalScrollBar()->value(), 30);
}

void TestSequenceView::theChosenStepStaysAsItGrows()
{
    m_panel->setSequence(diagram::messageSequence(longStory(3)));
    m_panel->setCurrent("answer 2");
    m_panel->setSequence(diagram::messageSequence(longStory(4)));
    QCOMPARE(m_panel->current(), "answer 2");
    const QModelIndexList rows = m_panel->table().selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().row(), view().sequence().indexOf("answer 2"));
}

void TestSequenceView::aStepThatIsGoneIsNoLongerChosen()
{
    m_panel->setCurrent("answer 3");
    m_panel->setSequence(diagram::messageSequence(facts(prepared())));
    QCOMPARE(m_panel->current(), QByteArray());
    m_panel->setCurrent("no such step");
    QCOMPARE(m_panel->current(), QByteArray());
}

void TestSequenceView::tableAndDiagramChooseTheSame()
{
    QSignalSpy chosen(m_panel.get(), &diagram::SequencePanel::currentChanged);
    m_panel->asTable()->setChecked(true);
    QVERIFY(m_panel->table().isVisible() && !view().isVisible());
    m_panel->table().selectRow(view().sequence().indexOf("call 3"));
    QCOMPARE(m_panel->current(), "call 3");
    QCOMPARE(chosen.size(), 1);
    m_panel->asTable()->setChecked(false);
    QVERIFY(view().isVisible());
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, placeOf("answer 3"));
    QCOMPARE(m_panel->table().selectionModel()->selectedRows().first().row(), view().sequence().indexOf("answer 3"));
}

void TestSequenceView::aSubjectIsChosenByItsFirstStep()
{
    m_panel->setCurrentSubject(diagram::attemptSubject(3));
    QCOMPARE(m_panel->current(), "call 3");
    m_panel->setCurrent("answer 3");
    m_panel->setCurrentSubject(diagram::attemptSubject(3));
    QVERIFY2(m_panel->current() == "answer 3", "it belongs to the subject already");
    m_panel->setCurrentSubject("attempt 99");
    QCOMPARE(m_panel->current(), QByteArray());
}

void TestSequenceView::everyStepIsAccessible()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QVERIFY(!list->text(QAccessible::Name).isEmpty());
    QCOMPARE(list->childCount(), int(view().sequence().steps.size()));
    for (int i = 0; i < list->childCount(); ++i) {
        QAccessibleInterface *step = list->child(i);
        QVERIFY(step && step->isValid());
        QCOMPARE(step, list->child(i));
        QCOMPARE(list->indexOfChild(step), i);
        QCOMPARE(step->parent(), list);
        QCOMPARE(step->role(), QAccessible::ListItem);
        QVERIFY(!step->text(QAccessible::Name).isEmpty());
        QVERIFY(step->rect().isValid());
    }
    QCOMPARE(list->child(-1), nullptr);
    QCOMPARE(list->child(list->childCount()), nullptr);
    QAccessibleInterface *last = list->child(list->childCount() - 1);
    m_panel->setSequence(diagram::messageSequence(facts(prepared())));
    QVERIFY2(!last->isValid(), "a step that is gone says so");
}

void TestSequenceView::screenReadersCanChoose()
{
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&view());
    QAccessibleInterface *step = list->child(view().sequence().indexOf("call 1"));
    step->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_panel->current(), "call 1");
    QVERIFY(step->state().selected);
    QTRY_COMPARE(list->focusChild(), step);
}

void TestSequenceView::aHighlightAndAMarkAreSeen()
{
    const QImage plain = view().viewport()->grab().toImage();
    view().setHighlighted("prepare");
    const QImage highlighted = view().viewport()->grab().toImage();
    QVERIFY(plain != highlighted);
    view().setMarks({{"call 1", {.text = u"13"_s}}, {"call 2", {.text = u"17"_s, .badge = u"×1"_s, .isArmed = true}}});
    QVERIFY(view().viewport()->grab().toImage() != highlighted);
    view().setMarks({});
    view().setHighlighted({});
    QCOMPARE(view().viewport()->grab().toImage(), plain);
}

void TestSequenceView::thePictureHasAllOfIt()
{
    const Sequence sequence = diagram::messageSequence(longStory(50)); // three steps an attempt, and a gap
    const QImage image = diagram::sequenceImage(*m_theme, sequence, 2.0);
    QVERIFY2(image.height() > 2 * 50 * 3 * 20, qPrintable(QString::number(image.height())));
    const QImage huge = diagram::sequenceImage(*m_theme, diagram::messageSequence(longStory(1000)), 2.0);
    QVERIFY2(!huge.isNull() && huge.height() <= 32'000, "as large as a picture can be");
    m_panel->setSequence(sequence);
    m_panel->copyImage()->trigger();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestSequenceView::picturesAreSaved_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("svg") << u"a story.svg"_s;
    QTest::newRow("png") << u"a story.PNG"_s;
}

void TestSequenceView::picturesAreSaved()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    m_panel->save(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    if (name.endsWith(u"svg"_s)) {
        QVERIFY(QSvgRenderer(bytes).isValid());
        QVERIFY2(bytes.contains("no submit"), "texts stay texts");
    } else {
        QVERIFY(!QImage::fromData(bytes, "PNG").isNull());
    }
}

void TestSequenceView::aPictureThatCannotBeSavedIsSaid()
{
    const Sequence sequence = diagram::messageSequence(crashedSender());
    const core::Status nowhere = diagram::saveSequence(*m_theme, sequence, u"/no/such/folder/a.svg"_s);
    QVERIFY(!nowhere.ok() && !nowhere.error().detail.isEmpty());
    const core::Status other = diagram::saveSequence(*m_theme, sequence, u"a.bmp"_s);
    QCOMPARE(other.error().code, core::Error::Code::Invalid);
}

void TestSequenceView::aVeryLongStoryIsQuickToDraw()
{
    const MessageFacts story = longStory(3000);
    QElapsedTimer timer;
    timer.start();
    m_panel->setSequence(diagram::messageSequence(story));
    view().viewport()->grab();
    const qint64 took = timer.elapsed();
    qInfo("3,000 attempts laid out and drawn in %lld ms", took);
    QVERIFY2(took < 1000, "a person would wait");
}

QTEST_MAIN(TestSequenceView)
#include "tst_sequenceview.moc"
