// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/part.h"
#include "ui/settings/settings.h"
#include "ui/theme/theme.h"
#include "ui/welcome/tour.h"
#include "ui/welcome/tourstrip.h"
#include "ui/welcome/welcomepage.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Settings;

/// The first start, and the tour that follows.
class TestWelcome final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void enterStartsWithTheDemoBankAndTheTour();
    void ownBanksAndNoTourAreChosenByMouse();
    void skipIsTheDemoBankWithoutATour();
    void languageThemeAndSizeTakeEffectAtOnce();
    void theSystemsLanguageIsMarked();
    void theTourLeadsThroughItsPagesAndEnds();
    void theTourIsEndedByItsButton();
    void theTourGoesOnAtTheNextStart();
    void aStepThatIsNoneShowsNoTour();

private:
    template<typename T> T *part(const char *name) const { return test::part<T>(*m_page, name); }

    std::unique_ptr<theme::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ui::WelcomePage> m_page;
};

void TestWelcome::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestWelcome::init()
{
    m_page.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_dir->path());
    m_page = std::make_unique<ui::WelcomePage>(
        *m_settings, *m_theme, m_dir->path(),
        QList<ui::ViewGroup::LanguageChoice>{{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}}, u"en"_s);
    m_page->resize(1440, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestWelcome::enterStartsWithTheDemoBankAndTheTour()
{
    QSignalSpy started(m_page.get(), &ui::WelcomePage::started);
    m_page->focusStart();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(started.size(), 1);
    QCOMPARE(started.at(0), (QVariantList{false, true}));
}

void TestWelcome::ownBanksAndNoTourAreChosenByMouse()
{
    QSignalSpy started(m_page.get(), &ui::WelcomePage::started);
    QTest::mouseClick(part<QAbstractButton>("welcomeOwn"), Qt::LeftButton);
    QTest::mouseClick(part<QAbstractButton>("welcomeTour"), Qt::LeftButton);
    QCOMPARE(part<QPushButton>("welcomeStart")->text(), u"Connect my banks"_s);
    QTest::mouseClick(part<QPushButton>("welcomeStart"), Qt::LeftButton);
    QCOMPARE(started.at(0), (QVariantList{true, false}));
}

void TestWelcome::skipIsTheDemoBankWithoutATour()
{
    QSignalSpy started(m_page.get(), &ui::WelcomePage::started);
    QTest::mouseClick(part<QPushButton>("welcomeSkip"), Qt::LeftButton);
    QCOMPARE(started.at(0), (QVariantList{false, false}));
}

void TestWelcome::languageThemeAndSizeTakeEffectAtOnce()
{
    QTest::mouseClick(part<QAbstractButton>("language-zh_CN"), Qt::LeftButton);
    QCOMPARE(m_settings->language(), u"zh_CN"_s);
    QTest::mouseClick(part<QAbstractButton>("scheme-2"), Qt::LeftButton);
    QVERIFY(m_settings->scheme() == theme::Theme::Scheme::Dark);
    QTest::keyClick(part<QSlider>("welcomeTextSize"), Qt::Key_Right);
    QCOMPARE(m_settings->textScale(), 1.1);
}

void TestWelcome::theSystemsLanguageIsMarked()
{
    QCOMPARE(part<QAbstractButton>("language-en")->accessibleDescription(), u"system language"_s);
    QVERIFY(part<QAbstractButton>("language-en")->isChecked());
    QVERIFY(part<QAbstractButton>("language-zh_CN")->accessibleDescription().isEmpty());
}

void TestWelcome::theTourLeadsThroughItsPagesAndEnds()
{
    ui::TourStrip strip(*m_settings, *m_theme);
    QVERIFY(strip.isHidden());
    QStringList pages;
    connect(&strip, &ui::TourStrip::pageRequested, this, [&pages](const QString &page) { pages << page; });
    strip.begin();
    QVERIFY(!strip.isHidden());
    for (qsizetype i = 0; i < ui::tourSteps().size(); ++i)
        QTest::mouseClick(strip.findChild<QPushButton *>(u"tourNext"_s), Qt::LeftButton);
    QCOMPARE(pages, (QStringList{u"transfer"_s, u"messages"_s, u"accounts"_s, u"activity"_s}));
    QVERIFY(strip.isHidden());
    QCOMPARE(m_settings->tourStep(), -1);
}

void TestWelcome::theTourIsEndedByItsButton()
{
    ui::TourStrip strip(*m_settings, *m_theme);
    strip.begin();
    QTest::mouseClick(strip.findChild<QAbstractButton *>(u"tourEnd"_s), Qt::LeftButton);
    QVERIFY(strip.isHidden());
}

void TestWelcome::theTourGoesOnAtTheNextStart()
{
    m_settings->setTourStep(2);
    const ui::TourStrip strip(*m_settings, *m_theme);
    QVERIFY(!strip.isHidden());
    QVERIFY(strip.accessibleName().contains("Count the money"_L1));
}

void TestWelcome::aStepThatIsNoneShowsNoTour()
{
    for (const int step : {-7, 99}) {
        m_settings->setTourStep(step);
        QVERIFY(ui::TourStrip(*m_settings, *m_theme).isHidden());
    }
}

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
