// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/part.h"
#include "ui/guide/guidebook.h"
#include "ui/guide/guidepage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using ui::GuideBook;

class TestGuide final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void pagesStandInTheirOrderAndTheRestByName();
    void aPageThatIsNotTranslatedIsThereInEnglish();
    void aPageWithoutHeadingIsCalledByItsFile();
    void anEmptyFolderHasNoPages();
    void everyPageIsThereInChinese();
    void everyLinkLeadsSomewhere();
    void everyPictureIsThereInBothSchemes();
    void picturesFollowSchemeAndLanguage();
    void theFirstPageIsShown();
    void theContentsHaveTheHeadings();
    void aSearchNarrowsThePagesAndMarksTheText();
    void aSearchThatFindsNothingSaysSo();
    void tablesHaveTheColoursOfTheTheme();
    void aLinkOpensItsPage();
    void anotherLanguageIsShownAtOnce();

private:
    void write(const QString &name, const QByteArray &text);
    template<typename T> T *part(const char *name) const { return test::part<T>(*m_page, name); }

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ui::GuidePage> m_page;
};

void TestGuide::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestGuide::init()
{
    QLocale::setDefault(QLocale(u"en"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    m_page = std::make_unique<ui::GuidePage>(*m_theme);
    m_page->resize(1000, 600);
}

void TestGuide::write(const QString &name, const QByteArray &text)
{
    const QString path = m_dir->filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestGuide::pagesStandInTheirOrderAndTheRestByName()
{
    write(u"b.md"_s, "# B\n");
    write(u"a.md"_s, "# A\n");
    write(u"first.md"_s, "# First\n");
    write(u"order.txt"_s, "first\nmissing\n");
    const GuideBook book(QDir(m_dir->path()), u"en"_s);
    QStringList names;
    for (const ui::GuidePageText &page : book.pages())
        names << page.name;
    QCOMPARE(names, (QStringList{u"first"_s, u"a"_s, u"b"_s}));
}

void TestGuide::aPageThatIsNotTranslatedIsThereInEnglish()
{
    write(u"a.md"_s, "# A\n");
    write(u"b.md"_s, "# B\n");
    write(u"zh_CN/a.md"_s, "# 甲\n");
    const GuideBook book(QDir(m_dir->path()), u"zh_CN"_s);
    QCOMPARE(book.find(u"a"_s)->title, u"甲"_s);
    QCOMPARE(book.find(u"b"_s)->title, u"B"_s);
    QVERIFY(!book.find(u"c"_s));
}

void TestGuide::aPageWithoutHeadingIsCalledByItsFile()
{
    write(u"plain.md"_s, "no heading");
    QCOMPARE(GuideBook(QDir(m_dir->path()), u"en"_s).pages().constFirst().title, u"plain"_s);
}

void TestGuide::anEmptyFolderHasNoPages()
{
    QVERIFY(GuideBook(QDir(m_dir->filePath(u"missing"_s)), u"en"_s).pages().isEmpty());
}

void TestGuide::everyPageIsThereInChinese()
{
    const QDir folder(u":/guide"_s);
    for (const QString &file : folder.entryList({u"*.md"_s}, QDir::Files))
        QVERIFY2(QFile::exists(folder.filePath(u"zh_CN/"_s + file)), qPrintable(file));
}

void TestGuide::everyLinkLeadsSomewhere()
{
    static const QRegularExpression link(u"(?<!!)\\[[^\\]]*\\]\\(([^)#]+)\\)"_s);
    int links = 0;
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        const GuideBook book(QDir(u":/guide"_s), language);
        for (const ui::GuidePageText &page : book.pages()) {
            for (const QRegularExpressionMatch &match : link.globalMatch(page.markdown)) {
                const QString target = match.captured(1);
                ++links;
                if (!target.startsWith("http"_L1))
                    QVERIFY2(QFile::exists(u":/guide/"_s + target), qPrintable(page.name + u": "_s + target));
            }
        }
    }
    QVERIFY(links > 4);
}

void TestGuide::everyPictureIsThereInBothSchemes()
{
    static const QRegularExpression link(u"!\\[([^\\]]*)\\]\\(([^)]+)\\)"_s);
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        const QDir folder(language == u"en"_s ? u":/guide"_s : u":/guide/"_s + language);
        const GuideBook book(QDir(u":/guide"_s), language);
        int pictures = 0;
        for (const ui::GuidePageText &page : book.pages()) {
            for (const QRegularExpressionMatch &match : link.globalMatch(page.markdown)) {
                const QString light = match.captured(2);
                ++pictures;
                QVERIFY2(!match.captured(1).isEmpty(), qPrintable(page.name + u": what is to be seen?"_s));
                QVERIFY2(light.endsWith("-light.png"_L1), qPrintable(light));
                const QImage shown(folder.filePath(light));
                const QImage dark(folder.filePath(light.chopped(10) + u"-dark.png"_s));
                QVERIFY2(!shown.isNull() && dark.size() == shown.size(), qPrintable(folder.filePath(light)));
            }
        }
        QVERIFY(pictures >= 10);
    }
}

void TestGuide::picturesFollowSchemeAndLanguage()
{
    const auto shown = [this] {
        auto *text = part<QTextBrowser>("guideText");
        return text->document()->resource(QTextDocument::ImageResource, QUrl(u"messages-light.png"_s)).value<QImage>();
    };
    m_theme->setScheme(theme::Theme::Scheme::Light);
    m_page->showPage(u"messages"_s);
    const QImage light = shown();
    m_theme->setScheme(theme::Theme::Scheme::Dark);
    const QImage dark = shown();
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    QEvent changed(QEvent::LanguageChange);
    QApplication::sendEvent(m_page.get(), &changed);
    const QImage chinese = shown();
    m_theme->setScheme(theme::Theme::Scheme::Light);
    for (const QImage &image : {light, dark, chinese})
        QVERIFY(!image.isNull());
    QVERIFY(light.pixelColor(2, 2).lightness() > dark.pixelColor(2, 2).lightness());
    QVERIFY(chinese != dark);
}

void TestGuide::theFirstPageIsShown()
{
    QCOMPARE(m_page->currentPage(), u"first-steps"_s);
    QVERIFY(part<QTextBrowser>("guideText")->toPlainText().startsWith("First steps"_L1));
}

void TestGuide::theContentsHaveTheHeadings()
{
    auto *contents = part<QTreeWidget>("guideContents");
    QVERIFY(contents->topLevelItem(0)->childCount() > 2);
    contents->setCurrentItem(contents->topLevelItem(0)->child(1));
    auto *text = part<QTextBrowser>("guideText");
    QCOMPARE(text->textCursor().block().text(), contents->topLevelItem(0)->child(1)->text(0));
}

void TestGuide::aSearchNarrowsThePagesAndMarksTheText()
{
    auto *contents = part<QTreeWidget>("guideContents");
    const int all = contents->topLevelItemCount();
    QTest::keyClicks(part<QLineEdit>("guideSearch"), u"activity.jsonl"_s);
    QVERIFY(contents->topLevelItemCount() < all);
    QCOMPARE(m_page->currentPage(), u"activity"_s);
    QVERIFY(!part<QTextBrowser>("guideText")->extraSelections().isEmpty());
    part<QLineEdit>("guideSearch")->clear();
    QCOMPARE(contents->topLevelItemCount(), all);
    QVERIFY(part<QTextBrowser>("guideText")->extraSelections().isEmpty());
}

void TestGuide::aSearchThatFindsNothingSaysSo()
{
    m_page->show();
    QTest::keyClicks(part<QLineEdit>("guideSearch"), u"no such words"_s);
    QVERIFY(m_page->findChild<widgets::EmptyState *>()->isVisible());
}

void TestGuide::tablesHaveTheColoursOfTheTheme()
{
    m_page->showPage(u"keys"_s);
    for (const auto scheme : {theme::Theme::Scheme::Light, theme::Theme::Scheme::Dark, theme::Theme::Scheme::Light}) {
        m_theme->setScheme(scheme);
        int tables = 0;
        for (QTextFrame *frame : part<QTextBrowser>("guideText")->document()->rootFrame()->childFrames()) {
            const auto *table = qobject_cast<QTextTable *>(frame);
            if (!table)
                continue;
            ++tables;
            QCOMPARE(table->format().border(), 0.0);
            const QTextTableCellFormat head = table->cellAt(0, 0).format().toTableCellFormat();
            const QTextTableCellFormat body = table->cellAt(1, 0).format().toTableCellFormat();
            QCOMPARE(head.background().color(), m_theme->tokens().sunken);
            QCOMPARE(body.bottomBorderBrush().color(), m_theme->tokens().grid);
            QCOMPARE(body.background().style(), Qt::NoBrush);
        }
        QVERIFY(tables >= 3);
    }
}

void TestGuide::aLinkOpensItsPage()
{
    emit part<QTextBrowser>("guideText")->anchorClicked(QUrl(u"activity.md"_s));
    QCOMPARE(m_page->currentPage(), u"activity"_s);
    emit part<QTextBrowser>("guideText")->anchorClicked(QUrl(u"missing.md"_s));
    QCOMPARE(m_page->currentPage(), u"activity"_s);
}

void TestGuide::anotherLanguageIsShownAtOnce()
{
    m_page->showPage(u"topics"_s);
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    QEvent changed(QEvent::LanguageChange);
    QApplication::sendEvent(m_page.get(), &changed);
    QCOMPARE(m_page->currentPage(), u"topics"_s);
    QVERIFY(part<QTextBrowser>("guideText")->toPlainText().startsWith(u"主题"_s));
}

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
