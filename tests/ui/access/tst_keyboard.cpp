// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/access/console.h"

#include <QAbstractButton>
#include <QApplication>
#include <QButtonGroup>
#include <QDialog>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Scene;

namespace {

constexpr QSize usual{1440, 900};
constexpr int settleTime = 30;
constexpr int lateTime = 1000; ///< milliseconds in which what comes late is there, on a loaded machine
constexpr int stepsMax = 400;

QString nameOf(const QWidget *widget)
{
    return !widget ? u"nothing"_s
                   : u"%1 %2 “%3”"_s.arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                         widget->accessibleName());
}

QPoint placeOf(const QWidget &widget)
{
    return widget.mapTo(widget.window(), QPoint(0, 0));
}

void pressTab(QWidget &window, bool forward)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
    QTest::keyClick(target, forward ? Qt::Key_Tab : Qt::Key_Backtab, forward ? Qt::NoModifier : Qt::ShiftModifier);
}

/// The widgets that Tab visits, from the first of the window until it comes round. Some take several steps of their
/// own, such as a text from link to link.
QList<QWidget *> tabOrder(QWidget &window, bool forward = true)
{
    QList<QWidget *> order;
    if (QWidget *focused = window.focusWidget())
        focused->clearFocus();
    for (int step = 0; step < stepsMax; ++step) {
        pressTab(window, forward);
        QWidget *focused = QApplication::focusWidget();
        if (!focused || (order.contains(focused) && order.constLast() != focused))
            break;
        if (!order.contains(focused))
            order << focused;
    }
    return order;
}

/// A choice of several buttons is one stop: arrow keys go on from there.
bool isReachedByArrows(const QWidget &widget, const QList<QWidget *> &order)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    if (!button || !button->group() || !button->group()->exclusive())
        return false;
    const QList<QAbstractButton *> all = button->group()->buttons();
    return std::any_of(all.cbegin(), all.cend(), [&order](QAbstractButton *one) { return order.contains(one); });
}

bool isStop(const QWidget &widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus
        && !widget.focusProxy() && !widget.isWindow();
}

/// Something that a mouse can act on and that the keyboard must reach as well. What the status bar only tells is none.
bool isClickable(const QWidget &widget)
{
    if (widget.inherits("widgets::StatusItem") && widget.focusPolicy() == Qt::NoFocus)
        return false;
    const bool isInner = widget.objectName().startsWith("qt_"_L1) || widget.inherits("QTableCornerButton")
        || (widget.parentWidget() && widget.parentWidget()->inherits("QLineEdit"));
    return widget.isVisible() && widget.isEnabled() && qobject_cast<const QAbstractButton *>(&widget) && !isInner;
}

} // namespace

/// The whole console by keyboard: every scene, forwards and backwards.
class TestKeyboard final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void tabReachesEveryControl();
    void shiftTabGoesTheSameWayBack();
    void tabGoesInReadingOrder();
    void escapeLeavesEveryDialogAndTheFocusStays();
    void f6WalksThroughEveryPageAndBack();
    void aPageThatIsOpenedLeavesTheFocusInTheWindow();

private:
    void activate();
    QStringList findings(const std::function<QStringList(QWidget &)> &judge);

    std::unique_ptr<test::Console> m_console;
};

void TestKeyboard::initTestCase()
{
    m_console = std::make_unique<test::Console>();
    QVERIFY(m_console->open());
    m_console->become(u"en"_s, usual);
}

/// Offscreen nobody gives the window its focus back when a dialog is gone: a window manager does.
void TestKeyboard::activate()
{
    m_console->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_console->window()));
}

QStringList TestKeyboard::findings(const std::function<QStringList(QWidget &)> &judge)
{
    QStringList found;
    for (const Scene &scene : m_console->scenes().all()) {
        activate();
        m_console->scenes().visit(scene, [&](QWidget &top) {
            if (qobject_cast<QMenu *>(&top))
                return; // Qt's own: arrow keys walk through it
            QTest::qWait(settleTime);
            QStringList odd;
            (void)QTest::qWaitFor([&] { return (odd = judge(top)).isEmpty(); }, lateTime);
            for (const QString &sentence : std::as_const(odd))
                found << scene.id + u": "_s + sentence;
        });
    }
    return found;
}

void TestKeyboard::tabReachesEveryControl()
{
    const QStringList found = findings([](QWidget &top) {
        const QList<QWidget *> order = tabOrder(top);
        QStringList missed;

        for (QWidget *widget : top.findChildren<QWidget *>()) {
            if (widget->window() != &top || (!isStop(*widget) && !isClickable(*widget)))
                continue;
            if (!order.contains(widget) && !isReachedByArrows(*widget, order))
                missed << nameOf(widget);
        }
        return missed;
    });
    test::report(found);
    QVERIFY(found.isEmpty());
}

void TestKeyboard::shiftTabGoesTheSameWayBack()
{
    const QStringList found = findings([](QWidget &top) {
        QList<QWidget *> there = tabOrder(top, true);
        QList<QWidget *> back = tabOrder(top, false);
        std::sort(there.begin(), there.end());
        std::sort(back.begin(), back.end());
        QStringList odd;
        for (QWidget *widget : there) {
            if (!back.contains(widget) && !isReachedByArrows(*widget, back))
                odd << u"only forwards: "_s + nameOf(widget);
        }
        for (QWidget *widget : back) {
            if (!there.contains(widget) && !isReachedByArrows(*widget, there))
                odd << u"only backwards: "_s + nameOf(widget);
        }
        return odd;
    });
    test::report(found);
    QVERIFY(found.isEmpty());
}

/// Within one parent, the next stop never stands wholly above the one before, nor left of it in the same row.
void TestKeyboard::tabGoesInReadingOrder()
{
    const QStringList found = findings([](QWidget &top) {
        QStringList odd;
        const QList<QWidget *> order = tabOrder(top);
        for (qsizetype i = 1; i < order.size(); ++i) {
            const QWidget &before = *order.at(i - 1);
            const QWidget &after = *order.at(i);
            if (before.parentWidget() != after.parentWidget())
                continue;
            const QPoint from = placeOf(before);
            const QPoint to = placeOf(after);
            const bool isAbove = to.y() + after.height() <= from.y();
            const bool sameRow = qAbs(to.y() - from.y()) < qMin(before.height(), after.height()) / 2;
            if (isAbove || (sameRow && to.x() < from.x()))
                odd << nameOf(&before) + u" → "_s + nameOf(&after);
        }
        return odd;
    });
    test::report(found);
    QVERIFY(found.isEmpty());
}

void TestKeyboard::escapeLeavesEveryDialogAndTheFocusStays()
{
    QStringList odd;
    for (const Scene &scene : m_console->scenes().of(Scene::Kind::Popup)) {
        m_console->window().showPage(scene.page);
        QTest::qWait(settleTime);
        m_console->scenes().visit(scene, [&](QWidget &top) {
            QTest::keyClick(&top, Qt::Key_Escape);
            if (!QTest::qWaitFor(
                    [&] { return !QApplication::activePopupWidget() && !QApplication::activeModalWidget(); }, 2000))
                odd << scene.id + u": Esc does not leave it"_s;
        });
        activate();
        const auto isSeen = [] { return QApplication::focusWidget() && QApplication::focusWidget()->isVisible(); };
        if (!QTest::qWaitFor(isSeen, lateTime))
            odd << scene.id + u": the focus is on "_s + nameOf(QApplication::focusWidget());
    }
    test::report(odd);
    QVERIFY(odd.isEmpty());
}

void TestKeyboard::f6WalksThroughEveryPageAndBack()
{
    activate();
    QStringList odd;
    for (const Scene &scene : m_console->scenes().of(Scene::Kind::Page)) {
        m_console->scenes().visit(scene, [&](QWidget &top) {
            QTest::qWait(settleTime);
            QSet<QWidget *> visited;
            for (int i = 0; i < 12; ++i) {
                QTest::keyClick(&top, Qt::Key_F6);
                if (!QApplication::focusWidget())
                    odd << scene.id + u": no focus after F6"_s;
                visited.insert(QApplication::focusWidget());
            }
            if (visited.size() < 3) // top bar, rail and the page
                odd << scene.id + u": too few panes"_s;
            const QWidget *before = QApplication::focusWidget();
            QTest::keyClick(&top, Qt::Key_F6);
            QTest::keyClick(&top, Qt::Key_F6, Qt::ShiftModifier);
            if (QApplication::focusWidget() != before)
                odd << scene.id + u": Shift+F6 does not come back to "_s + nameOf(before);
        });
    }
    test::report(odd);
    QVERIFY(odd.isEmpty());
}

/// The next Tab goes on from something that can be seen.
void TestKeyboard::aPageThatIsOpenedLeavesTheFocusInTheWindow()
{
    activate();
    const QStringList pages = m_console->window().pageIds();
    for (const QString &from : pages) {
        for (const QString &to : pages) {
            m_console->window().showPage(from);
            tabOrder(m_console->window()).value(8, nullptr);
            m_console->window().showPage(to);
            const QWidget *focused = QApplication::focusWidget();
            QVERIFY2(focused && focused->isVisible(), qPrintable(from + u" → "_s + to + u": "_s + nameOf(focused)));
        }
    }
}

QTEST_MAIN(TestKeyboard)
#include "tst_keyboard.moc"
