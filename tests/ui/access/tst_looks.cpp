// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/access/clipping.h"
#include "tests/ui/access/console.h"

#include <QApplication>
#include <QScrollArea>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Scene;

namespace {

constexpr QSize smallest{1100, 700};
constexpr QSize usual{1440, 900};
constexpr int settleTime = 30;
constexpr int layoutTime = 1000; ///< milliseconds in which a page finds its place on a loaded machine

/// What a page gets without being scrolled.
QSize pageRoom(const QWidget &page)
{
    const QWidget *frame = &page;
    while (!qobject_cast<const QScrollArea *>(frame))
        frame = frame->parentWidget();
    return frame->size();
}

/// What wants more room than the smallest window has; larger type may be scrolled.
QStringList tooLargeIn(const QWidget &window, const QWidget &page, bool isScrollable)
{
    QStringList found;
    const auto look = [&found](const char *what, QSize wants, QSize has) {
        if (wants.width() > has.width() || wants.height() > has.height())
            found << u"the %1 wants %2x%3, has %4x%5"_s.arg(QLatin1String(what))
                         .arg(wants.width())
                         .arg(wants.height())
                         .arg(has.width())
                         .arg(has.height());
    };
    look("window", window.size(), smallest);
    look("window", window.minimumSizeHint(), smallest);
    if (page.isVisible())
        look("page", page.minimumSizeHint(), isScrollable ? smallest : pageRoom(page));
    return found;
}

} // namespace

/// What every scene has to look like: whole, in both languages, in a small window and in large type.
class TestLooks final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void everyPageFitsTheSmallestWindow_data();
    void everyPageFitsTheSmallestWindow();
    void nothingIsClipped_data();
    void nothingIsClipped();

private:
    std::unique_ptr<test::Console> m_console;
};

void TestLooks::initTestCase()
{
    m_console = std::make_unique<test::Console>();
    QVERIFY(m_console->open());
}

void TestLooks::everyPageFitsTheSmallestWindow_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("textScale");
    for (const char *language : {"en", "zh_CN"}) {
        QTest::addRow("%s", language) << QString::fromLatin1(language) << 1.0;
        QTest::addRow("%s, text two steps larger", language) << QString::fromLatin1(language) << 1.21;
    }
}

void TestLooks::everyPageFitsTheSmallestWindow()
{
    QFETCH(const QString, language);
    QFETCH(const double, textScale);
    QStringList tooLarge;
    for (const Scene &scene : m_console->scenes().of(Scene::Kind::Page) + m_console->scenes().of(Scene::Kind::Face)) {
        m_console->become(language, smallest, textScale);
        m_console->scenes().visit(scene, [&](const QWidget &window) {
            QTest::qWait(settleTime);
            const auto *page = window.findChild<QWidget *>(scene.page + u"Page"_s);
            QStringList found;
            (void)QTest::qWaitFor([&] { return (found = tooLargeIn(window, *page, textScale > 1)).isEmpty(); },
                                  layoutTime);
            for (const QString &sentence : std::as_const(found))
                tooLarge << scene.id + u": "_s + sentence;
        });
    }
    test::report(tooLarge);
    QVERIFY(tooLarge.isEmpty());
}

void TestLooks::nothingIsClipped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("textScale");
    for (const char *language : {"en", "zh_CN"}) {
        const QString code = QString::fromLatin1(language);
        QTest::addRow("%s, usual", language) << code << usual << 1.0;
        QTest::addRow("%s, small window", language) << code << smallest << 1.0;
        QTest::addRow("%s, largest text", language) << code << usual << 2.0;
    }
}

void TestLooks::nothingIsClipped()
{
    QFETCH(const QString, language);
    QFETCH(const QSize, size);
    QFETCH(const double, textScale);
    m_console->become(language, size, textScale);
    QStringList clipped;
    for (const Scene &scene : m_console->scenes().all()) {
        const bool opened = m_console->scenes().visit(scene, [&](const QWidget &top) {
            QTest::qWait(settleTime);
            QStringList found;
            (void)QTest::qWaitFor([&] { return (found = test::clippedIn(top)).isEmpty(); }, layoutTime);
            for (const QString &sentence : std::as_const(found))
                clipped << scene.id + u": "_s + sentence;
        });
        QVERIFY2(opened, qPrintable(scene.id));
    }
    test::report(clipped);
    QVERIFY(clipped.isEmpty());
}

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
