// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/splitter.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QWidget *fieldsIn(QLineEdit *first, QLineEdit *second)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->addWidget(first);
    column->addWidget(second);
    return box;
}

} // namespace

class TestSplitter final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        column->addWidget(m_before = new QLineEdit);
        m_splitter = new widgets::Splitter;
        m_splitter->setChildrenCollapsible(false);
        m_splitter->setHandleWidth(16);
        m_splitter->addPart(fieldsIn(new QLineEdit, m_left = new QLineEdit));
        m_splitter->addPart(fieldsIn(m_right = new QLineEdit, new QLineEdit));
        column->addWidget(m_splitter);
        column->addWidget(m_after = new QLineEdit);
        m_splitter->setBorderName(u"Border between list and message"_s);
        m_window->resize(1000, 300);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_splitter->setSizes({480, 480});
    }
    void cleanup() { m_window.reset(); }

    void tabComesToTheBorderBetweenItsParts()
    {
        m_left->setFocus();
        QTest::keyClick(m_left, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), border());
        QTest::keyClick(border(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_right);
        QTest::keyClick(m_right, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), border());
    }

    void arrowKeysMoveTheBorder()
    {
        const int place = border()->x();
        QTest::keyClick(border(), Qt::Key_Right);
        QCOMPARE(border()->x(), place + 16);
        QTest::keyClick(border(), Qt::Key_Left);
        QCOMPARE(border()->x(), place);
        QTest::keyClick(border(), Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(border()->x(), place - 96);
        QTest::keyClick(border(), Qt::Key_Up); // lies the other way
        QCOMPARE(border()->x(), place - 96);
        QTest::keyClick(border(), Qt::Key_Right, Qt::AltModifier); // the window's: forward
        QCOMPARE(border()->x(), place - 96);
    }

    void homeAndEndGoAsFarAsThePartsCanBe()
    {
        QTest::keyClick(border(), Qt::Key_Home);
        QCOMPARE(m_splitter->sizes().at(0), m_splitter->widget(0)->minimumSizeHint().width());
        QTest::keyClick(border(), Qt::Key_End);
        QCOMPARE(m_splitter->sizes().at(1), m_splitter->widget(1)->minimumSizeHint().width());
    }

    void aBorderThatStandsMovesUpAndDown()
    {
        m_splitter->setOrientation(Qt::Vertical);
        m_window->resize(400, 900);
        QTRY_VERIFY(m_splitter->height() > 600);
        m_splitter->setSizes({350, 350});
        const int place = border()->y();
        QTest::keyClick(border(), Qt::Key_Down);
        QCOMPARE(border()->y(), place + 16);
        QTest::keyClick(border(), Qt::Key_Right);
        QCOMPARE(border()->y(), place + 16);
    }

    void theBorderHasItsName()
    {
        const QAccessibleInterface *told = QAccessible::queryAccessibleInterface(border());
        QCOMPARE(told->text(QAccessible::Name), u"Border between list and message"_s);
        QVERIFY(!told->text(QAccessible::Description).isEmpty());
    }

    void aPartThatIsHiddenHasNoBorderToStopAt()
    {
        m_splitter->widget(1)->hide();
        QTRY_VERIFY(!border()->isVisible());
        m_left->setFocus();
        QTest::keyClick(m_left, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_after);
    }

private:
    QWidget *border() const { return m_splitter->handle(1); }

    std::unique_ptr<QWidget> m_window;
    widgets::Splitter *m_splitter = nullptr;
    QLineEdit *m_before = nullptr;
    QLineEdit *m_left = nullptr;
    QLineEdit *m_right = nullptr;
    QLineEdit *m_after = nullptr;
};

QTEST_MAIN(TestSplitter)
#include "tst_splitter.moc"
