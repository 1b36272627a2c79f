// SPDX-License-Identifier: GPL-3.0-or-later
// A run as slides: their words, the window that tells them, and what is written to files.
#include "tests/core/casefile/casesamples.h"
#include "tests/ui/moments/recordingsamples.h"
#include "tests/ui/support/part.h"
#include "ui/moments/casemoments.h"
#include "ui/moments/recordingmoments.h"
#include "ui/present/moneyflow.h"
#include "ui/present/storyexport.h"
#include "ui/present/storyhtml.h"
#include "ui/present/storyscenes.h"
#include "ui/present/storyview.h"
#include "ui/present/storywindow.h"
#include "ui/present/sumline.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using test::part;
using ui::Moments;
using ui::StorySlide;

namespace {

Moments crash()
{
    return ui::momentsOf(test::crashAfterCommit());
}

/// All that a slide says, in one text.
QString wordsOf(const StorySlide &slide)
{
    QStringList words{slide.title, slide.headline, slide.explanation, slide.flow.description(), slide.verdict};
    for (const ui::SumTerm &term : slide.terms)
        words << term.label << term.amount;
    return words.join(u'\n');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasManyColors(const QImage &image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 7) {
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, y));
    }
    return colors.size() > 12;
}

} // namespace

class TestStory final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QLocale::setDefault(QLocale(u"en"_s)); }

    void aCaptionIsCutAfterItsFirstSentence_data();
    void aCaptionIsCutAfterItsFirstSentence();
    void eachSceneHasItsSlide();
    void theMoneyIsFollowed();
    void noIdIsOnASlide();
    void theTotalIsTheSameOnEachSlide();
    void missingMoneyIsSaid();
    void whoIsDownDoesNotAsk();
    void aRunThatEndedEarlyHasFewerSlides();
    void aCaseIsToldWithoutCaptions();
    void ofNothingThereIsNoStory();

    void keysTurnThePages();
    void buttonsTurnThePages();
    void playingTurnsThePages();
    void moneyRestsWhenMotionIsReduced();
    void escapeCloses();
    void theStoryIsExportedByItsDialog();

    void thePageIsWellFormed();
    void thePageNeedsNothingElse();
    void thePageIsReadByKeyboardAndOnPaper();
    void thePageHasAllCaptionsEscaped();
    void thePageIsChineseForChineseReaders();
    void thePageFollowsBothThemes();
    void picturesAreNotEmpty();
    void anUnknownEndingIsRefused();

private:
    QByteArray page() const { return ui::storyHtml(m_theme, ui::slidesOf(crash()), crash()); }

    theme::Theme m_theme{*qApp};
};

void TestStory::aCaptionIsCutAfterItsFirstSentence_data()
{
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("rest");
    QTest::newRow("two") << u"It dies. Then it comes back."_s << u"It dies."_s << u"Then it comes back."_s;
    QTest::newRow("one") << u"It dies."_s << u"It dies."_s << QString();
    QTest::newRow("an amount") << u"It debits 30.00 and dies. So."_s << u"It debits 30.00 and dies."_s << u"So."_s;
    QTest::newRow("no end") << u"It dies"_s << u"It dies"_s << QString();
    QTest::newRow("empty") << QString() << QString() << QString();
    QTest::newRow("Chinese") << u"扣款30.00。随后崩溃。"_s << u"扣款30.00。"_s << u"随后崩溃。"_s;
}

void TestStory::aCaptionIsCutAfterItsFirstSentence()
{
    QFETCH(QString, caption);
    const auto [headline, rest] = ui::headlineOf(caption);
    QTEST(headline, "headline");
    QTEST(rest, "rest");
}

void TestStory::eachSceneHasItsSlide()
{
    const QList<StorySlide> slides = ui::slidesOf(crash());
    QCOMPARE(slides.size(), 4); // how it begins, and three scenes
    QCOMPARE(slides.at(0).headline, u"30.00 is to go from User 1 to User 2."_s);
    QCOMPARE(slides.at(1).headline, u"The debit is committed, then the sender dies."_s);
    QCOMPARE(slides.at(3).headline, u"The money has arrived once."_s);
    for (const StorySlide &slide : slides)
        QCOMPARE(slide.title, u"The sender dies after its commit"_s);
}

void TestStory::theMoneyIsFollowed()
{
    const QList<StorySlide> slides = ui::slidesOf(crash());
    QVERIFY(!slides.at(0).flow.hasLeft && slides.at(0).stepsDone == 0);
    QCOMPARE(slides.at(0).flow.sender.balance, u"10,000.00"_s);
    QVERIFY(slides.at(1).flow.isInFlight() && slides.at(1).stepsDone == 2);
    QCOMPARE(slides.at(1).flow.sender.balance, u"9,970.00"_s);
    QCOMPARE(slides.at(1).flow.sender.change, u"− 30.00 debited"_s);
    QCOMPARE(slides.at(1).flow.receiver.change, u"+ 30.00 to come"_s);
    QCOMPARE(slides.at(1).flow.memory, u"“User 1 may pay User 2 30.00.”"_s);
    QVERIFY(slides.at(1).flow.sender.isDown && !slides.at(1).flow.receiver.isDown);
    QVERIFY(slides.at(1).flow.description().contains("program is down"_L1));
    QVERIFY(slides.at(3).flow.hasArrived && slides.at(3).stepsDone == 5);
    QCOMPARE(slides.at(3).flow.receiver.balance, u"10,030.00"_s);
    QVERIFY(!slides.at(3).flow.sender.isDown);
}

void TestStory::noIdIsOnASlide()
{
    for (const StorySlide &slide : ui::slidesOf(crash()) + ui::slidesOf(ui::momentsOf(test::sampleCase()))) {
        const QString words = wordsOf(slide);
        for (const QString &id : {u"crash-after-commit-m1-1"_s, u"case-m1-1"_s, u"http"_s, u"SagaB"_s, u"m1"_s})
            QVERIFY2(!words.contains(id), qPrintable(words));
    }
}

void TestStory::theTotalIsTheSameOnEachSlide()
{
    for (const StorySlide &slide : ui::slidesOf(crash())) {
        QCOMPARE(slide.total.amount, u"20,000.00"_s);
        QCOMPARE(slide.verdict, u"All money accounted for"_s);
        QVERIFY(slide.tone == theme::Tone::Good);
    }
}

void TestStory::missingMoneyIsSaid()
{
    core::faults::Recording recording = test::crashAfterCommit();
    recording.moments.last().receiver.accounts[0].balance = core::Money::fromCents(1'000'000);
    const StorySlide last = ui::slidesOf(ui::momentsOf(recording)).constLast();
    QCOMPARE(last.verdict, u"30.00 missing"_s);
    QVERIFY(last.tone == theme::Tone::Bad);
}

void TestStory::whoIsDownDoesNotAsk()
{
    using core::faults::Part;
    const auto again = [](QList<Part> running) {
        core::faults::Recording recording = test::crashAfterCommit();
        recording.moments.erase(recording.moments.begin() + 8, recording.moments.end());
        recording.moments.last().states["m1"] = "submitted";
        recording.moments.last().running = std::move(running);
        const ui::FlowPicture flow = ui::slidesOf(ui::momentsOf(recording)).constLast().flow;
        return flow.isInFlight() ? flow.again : u"not in flight"_s;
    };
    QCOMPARE(again({Part::Coordinator, Part::Sender, Part::Receiver}), u"asked until it answers"_s);
    QCOMPARE(again({Part::Sender, Part::Receiver}), QString());
}

void TestStory::aRunThatEndedEarlyHasFewerSlides()
{
    core::faults::Recording recording = test::crashAfterCommit();
    recording.moments.erase(recording.moments.begin() + 5, recording.moments.end());
    QCOMPARE(ui::slidesOf(ui::momentsOf(recording)).size(), 2);
}

void TestStory::aCaseIsToldWithoutCaptions()
{
    const QList<StorySlide> slides = ui::slidesOf(ui::momentsOf(test::sampleCase()));
    QVERIFY(slides.size() >= 4);
    QCOMPARE(slides.at(0).title, u"30.00 from User 1 to User 2"_s);
    QCOMPARE(slides.constLast().headline, u"Both happened. All settled."_s);
    const bool isWaiting = std::any_of(slides.begin(), slides.end(), [](const StorySlide &slide) {
        return slide.headline == "Bank B did not answer. Nothing is lost."_L1;
    });
    QVERIFY(isWaiting);
}

void TestStory::ofNothingThereIsNoStory()
{
    QVERIFY(ui::slidesOf(Moments()).isEmpty());
    ui::StoryWindow window(m_theme, [] { return Moments(); });
    window.show();
    QTest::keyClick(&window, Qt::Key_Right);
    QTest::keyClick(&window, Qt::Key_Space);
    QVERIFY(!window.isPlaying());
}

void TestStory::keysTurnThePages()
{
    ui::StoryWindow window(m_theme, crash);
    window.show();
    QTest::keyClick(&window, Qt::Key_Right);
    QCOMPARE(window.current(), 1);
    QCOMPARE(part<QLabel>(window, "slideHeadline")->text(), u"The debit is committed, then the sender dies."_s);
    QTest::keyClick(&window, Qt::Key_Left);
    QCOMPARE(window.current(), 0);
    QTest::keyClick(&window, Qt::Key_End);
    QCOMPARE(window.current(), window.count() - 1);
    QTest::keyClick(&window, Qt::Key_Home);
    QCOMPARE(window.current(), 0);
}

void TestStory::buttonsTurnThePages()
{
    ui::StoryWindow window(m_theme, crash);
    window.show();
    auto *back = part<QAbstractButton>(window, "storyBack");
    auto *next = part<QAbstractButton>(window, "storyNext");
    QVERIFY(!back->isEnabled() && !back->toolTip().isEmpty());
    QTest::mouseClick(next, Qt::LeftButton);
    QCOMPARE(window.current(), 1);
    QVERIFY(back->isEnabled());
    window.goTo(99);
    QVERIFY(!next->isEnabled() && !next->toolTip().isEmpty());
}

void TestStory::playingTurnsThePages()
{
    ui::StoryWindow window(m_theme, crash);
    window.show();
    window.goTo(window.count() - 2);
    QTest::keyClick(&window, Qt::Key_Space);
    QVERIFY(window.isPlaying());
    QTRY_COMPARE_WITH_TIMEOUT(window.current(), window.count() - 1, 20'000);
    QTRY_VERIFY(!window.isPlaying());
    QTest::mouseClick(part<QAbstractButton>(window, "storyPlay"), Qt::LeftButton); // from the end, anew
    QVERIFY(window.isPlaying());
    QCOMPARE(window.current(), 0);
    QTest::keyClick(&window, Qt::Key_Space);
    QVERIFY(!window.isPlaying());
}

void TestStory::moneyRestsWhenMotionIsReduced()
{
    ui::StoryWindow window(m_theme, crash);
    window.show();
    auto *flow = window.findChild<ui::MoneyFlow *>();
    QVERIFY(!flow->isMoving()); // nothing is in flight yet
    window.goTo(1);
    QVERIFY(flow->isMoving());
    m_theme.setReducedMotion(true);
    window.goTo(0);
    window.goTo(1);
    QVERIFY(!flow->isMoving());
    m_theme.setReducedMotion(false);
    window.goTo(0);
    window.goTo(1);
    QVERIFY(flow->isMoving());
    window.hide();
    QVERIFY(!flow->isMoving());
}

void TestStory::escapeCloses()
{
    QWidget parent;
    parent.show();
    QPointer<ui::StoryWindow> window = ui::StoryWindow::present(m_theme, crash, &parent);
    QVERIFY(window->isFullScreen());
    QTest::keyClick(window.data(), Qt::Key_F11);
    QVERIFY(!window->isFullScreen());
    QTest::keyClick(window.data(), Qt::Key_Escape);
    QTRY_VERIFY(!window);
}

void TestStory::theStoryIsExportedByItsDialog()
{
    const QTemporaryDir folder;
    ui::StoryWindow window(m_theme, crash);
    window.show();
    QTest::mouseClick(part<QAbstractButton>(window, "storyExport"), Qt::LeftButton);
    auto *dialog = window.findChild<QFileDialog *>();
    QVERIFY(dialog);
    emit dialog->filterSelected(dialog->nameFilters().at(1));
    QCOMPARE(dialog->defaultSuffix(), u"png"_s);
    emit dialog->fileSelected(folder.filePath(u"slide.png"_s));
    dialog->close();
    QVERIFY(!QImage(folder.filePath(u"slide.png"_s)).isNull());
}

void TestStory::thePageIsWellFormed()
{
    QByteArray text = page();
    QVERIFY(text.startsWith("<!DOCTYPE html>\n<html"));
    QXmlStreamReader xml(text.sliced(qstrlen("<!DOCTYPE html>")));
    int sections = 0;
    int pictures = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        sections += xml.isStartElement() && xml.name() == "section"_L1;
        pictures += xml.isStartElement() && xml.name() == "svg"_L1;
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(sections, 5); // four slides and the events
    QCOMPARE(pictures, 5);
}

void TestStory::thePageNeedsNothingElse()
{
    QXmlStreamReader xml(page().sliced(qstrlen("<!DOCTYPE html>")));
    static const QSet<QString> forbidden{u"script"_s, u"link"_s,   u"iframe"_s, u"img"_s,
                                         u"image"_s,  u"object"_s, u"base"_s};
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        QVERIFY2(!forbidden.contains(xml.name().toString()), qPrintable(xml.name().toString()));
        for (const QXmlStreamAttribute &attribute : xml.attributes()) {
            const QString name = attribute.name().toString();
            QVERIFY2(name != "src"_L1 && name != "href"_L1 && !name.startsWith("on"_L1), qPrintable(name));
        }
    }
    const QByteArray text = page();
    QVERIFY(!text.contains("@import") && !text.contains("url("));
    QCOMPARE(text.count("http"), text.count("http://www.w3.org/2000/svg")); // the namespace alone
}

/// Pictures that are wider than the screen are scrolled by keys, nothing moves, and paper is white.
void TestStory::thePageIsReadByKeyboardAndOnPaper()
{
    QXmlStreamReader xml(page().sliced(qstrlen("<!DOCTYPE html>")));
    int frames = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.attributes().value("class"_L1) != "picture"_L1)
            continue;
        ++frames;
        QCOMPARE(xml.attributes().value("tabindex"_L1).toString(), u"0"_s);
        QVERIFY(!xml.attributes().value("aria-label"_L1).isEmpty());
    }
    QCOMPARE(frames, 5);
    const QByteArray text = page();
    QVERIFY(!text.contains("animation") && !text.contains("transition:") && !text.contains("<animate"));
    QVERIFY(text.contains("@media screen and (prefers-color-scheme: dark)") && text.contains("@media print"));
}

void TestStory::thePageHasAllCaptionsEscaped()
{
    const QString text = QString::fromUtf8(page());
    for (const QString &caption : crash().captions)
        QVERIFY2(text.contains(ui::headlineOf(caption).first.toHtmlEscaped()), qPrintable(caption));
    QVERIFY(!text.contains("<once>"_L1));
    QVERIFY(text.contains("&lt;once&gt;"_L1));

    core::faults::Recording recording = test::crashAfterCommit();
    recording.title.english = u"</title><script>alert(1)</script>"_s;
    const Moments moments = ui::momentsOf(recording);
    const QByteArray other = ui::storyHtml(m_theme, ui::slidesOf(moments), moments);
    QVERIFY(!other.contains("<script"));
    QXmlStreamReader xml(other.sliced(qstrlen("<!DOCTYPE html>")));
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestStory::thePageIsChineseForChineseReaders()
{
    QVERIFY(page().contains("<html lang=\"en\">"));
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    const QByteArray chinese = page();
    QVERIFY(chinese.contains("<html lang=\"zh-CN\">"));
    QVERIFY(chinese.contains("钱到账一次。"));
    QVERIFY(!chinese.contains("The money has arrived once."));
}

void TestStory::thePageFollowsBothThemes()
{
    const QString text = QString::fromUtf8(page());
    QVERIFY(text.contains("prefers-color-scheme: dark"_L1));
    const QString body = text.mid(text.indexOf("<body>"_L1));
    static const QRegularExpression literal(u"(fill|stroke)=\"#[0-9a-fA-F]{6}\""_s);
    const QRegularExpressionMatch match = literal.match(body);
    QVERIFY2(!match.hasMatch(), qPrintable(match.captured()));
    static const QRegularExpression variable(u"var\\(--([A-Za-z-]+)\\)"_s);
    auto used = variable.globalMatch(text);
    QVERIFY(used.hasNext());
    while (used.hasNext()) {
        const QString definition = u"--%1:#"_s.arg(used.next().captured(1));
        QCOMPARE(text.count(definition), 2); // light and dark
    }
}

void TestStory::picturesAreNotEmpty()
{
    const QTemporaryDir folder;
    const QString picture = folder.filePath(u"slide.png"_s);
    const QString drawing = folder.filePath(u"slide.svg"_s);
    QVERIFY(ui::saveStory(m_theme, crash(), 1, picture).ok());
    QVERIFY(ui::saveStory(m_theme, crash(), 1, drawing).ok());
    const QImage image(picture);
    QCOMPARE(image.size(), QSize(2880, 1620));
    QVERIFY(hasManyColors(image));
    QSvgRenderer renderer(contentOf(drawing));
    QVERIFY(renderer.isValid());
    QImage drawn(1440, 810, QImage::Format_ARGB32);
    drawn.fill(Qt::white);
    QPainter painter(&drawn);
    renderer.render(&painter);
    painter.end();
    QVERIFY(hasManyColors(drawn));
    const QImage other = ui::slideImage(m_theme, ui::slidesOf(crash()).at(3));
    QVERIFY(other != image);
}

void TestStory::anUnknownEndingIsRefused()
{
    const QTemporaryDir folder;
    const core::Status wrong = ui::saveStory(m_theme, crash(), 0, folder.filePath(u"story.pdf"_s));
    QVERIFY(!wrong.ok() && wrong.error().code == core::Error::Code::Invalid);
    const core::Status empty = ui::saveStory(m_theme, Moments(), 0, folder.filePath(u"story.html"_s));
    QVERIFY(!empty.ok() && empty.error().code == core::Error::Code::Invalid);
    const core::Status nowhere = ui::saveStory(m_theme, crash(), 0, folder.filePath(u"no/such/story.html"_s));
    QVERIFY(!nowhere.ok() && nowhere.error().code == core::Error::Code::Unavailable);
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_MAIN(TestStory)
#include "tst_story.moc"
