// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/answerdialog.h"
#include "tests/ui/support/pagefixture.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/segmented.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>

using namespace Qt::StringLiterals;
using ui::EngineLimits;
using ui::Settings;

class TestSettingsPage final : public QObject, private test::PageFixture<ui::SettingsPage>
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { close(); }

    void eachChoiceIsKeptAndTold();
    void theControlsFollowWhatIsSetElsewhere();
    void theTextSizeGoesInSteps();
    void limitsAreAppliedToTheEngineAndKept();
    void aLimitOutOfRangeSaysWhatWouldBeRight();
    void aReadOnlyConsoleSetsNoLimits();
    void aCarefulEngineAsksBeforeItsLimits();
    void limitsOutOfRangeInTheFileAreTheUsualOnes();
    void theAlertsDialogIsAskedFor();
    void everyControlHasAName();

private:
    std::unique_ptr<Settings> m_settings;
};

void TestSettingsPage::init()
{
    startSession();
    m_settings = std::make_unique<Settings>(m_dir->path());
    const QList<ui::ViewGroup::LanguageChoice> languages{{}, {u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}};
    openPage({1200, 700}, *m_settings, m_theme, languages);
}

void TestSettingsPage::eachChoiceIsKeptAndTold()
{
    QSignalSpy compact(m_settings.get(), &Settings::compactRowsChanged);
    part<widgets::Segmented>("densitySetting")->setCurrent(u"compact"_s);
    part<widgets::Segmented>("timesSetting")->setCurrent(u"local"_s);
    part<widgets::Segmented>("schemeSetting")->setCurrent(u"dark"_s);
    QTest::mouseClick(part<QAbstractButton>("reducedMotionSetting"), Qt::LeftButton);
    emit part<QComboBox>("languageSetting")->activated(2);
    QCOMPARE(compact.size(), 1);
    const Settings again(m_dir->path());
    QVERIFY(m_settings->compactRows());
    QVERIFY(m_settings->localTimes());
    QVERIFY(m_settings->reducedMotion());
    QVERIFY(m_settings->scheme() == theme::Theme::Scheme::Dark);
    QCOMPARE(m_settings->language(), u"zh_CN"_s);
}

void TestSettingsPage::theControlsFollowWhatIsSetElsewhere()
{
    m_settings->setScheme(theme::Theme::Scheme::Light);
    m_settings->setLocalTimes(true);
    m_settings->setLanguage(u"zh_CN"_s);
    QCOMPARE(part<widgets::Segmented>("schemeSetting")->current(), u"light"_s);
    QCOMPARE(part<widgets::Segmented>("timesSetting")->current(), u"local"_s);
    QCOMPARE(part<QComboBox>("languageSetting")->currentData().toString(), u"zh_CN"_s);
}

void TestSettingsPage::theTextSizeGoesInSteps()
{
    part<QSlider>("textSizeSetting")->setValue(127);
    QCOMPARE(m_settings->textScale(), 1.3);
    QCOMPARE(part<QSlider>("textSizeSetting")->value(), 130);
}

void TestSettingsPage::limitsAreAppliedToTheEngineAndKept()
{
    auto *apply = part<QPushButton>("applyLimits");
    QVERIFY(!apply->isEnabled());
    part<QLineEdit>("retryCap")->setText(u"60"_s);
    part<QLineEdit>("stalledAfter")->setText(u"5"_s);
    QVERIFY(apply->isEnabled());
    QTest::mouseClick(apply, Qt::LeftButton);
    const EngineLimits wanted{core::seconds(60), 5};
    QVERIFY(m_session->engineLimits() == wanted);
    QVERIFY(Settings(m_dir->path()).engineLimits() == wanted);
    QVERIFY(!apply->isEnabled());
    QVERIFY(m_session->activity().activities().constLast().verb == ui::ActivityVerb::SetEngineLimits);
}

void TestSettingsPage::aLimitOutOfRangeSaysWhatWouldBeRight()
{
    for (const QString &wrong : {u"0"_s, u"-1"_s, u"ten"_s, u""_s, u"99999999999"_s}) {
        part<QLineEdit>("retryCap")->setText(wrong);
        QVERIFY(!part<QPushButton>("applyLimits")->isEnabled());
        QVERIFY(!part<QLineEdit>("retryCap")->accessibleDescription().isEmpty());
    }
    part<QLineEdit>("retryCap")->setText(u"60"_s);
    part<QLineEdit>("stalledAfter")->setText(u"1001"_s);
    QVERIFY(!part<QPushButton>("applyLimits")->isEnabled());
}

void TestSettingsPage::aReadOnlyConsoleSetsNoLimits()
{
    ui::Connection engine = m_session->connections().engine();
    engine.label = u"ledger"_s;
    engine.safety = ui::Connection::Safety::ReadOnly;
    QVERIFY(m_session->connections().save(engine).ok());
    part<QLineEdit>("retryCap")->setText(u"60"_s);
    QVERIFY(!part<QPushButton>("applyLimits")->isEnabled());
    QVERIFY(!m_session->setEngineLimits({core::seconds(60), 5}).ok());
}

void TestSettingsPage::aCarefulEngineAsksBeforeItsLimits()
{
    ui::Connection engine = m_session->connections().engine();
    engine.label = u"ledger"_s;
    engine.safety = ui::Connection::Safety::Confirm;
    QVERIFY(m_session->connections().save(engine).ok());
    part<QLineEdit>("retryCap")->setText(u"60"_s);
    test::answerDialog("cancel");
    QTest::mouseClick(part<QPushButton>("applyLimits"), Qt::LeftButton);
    QVERIFY(m_session->engineLimits() == EngineLimits());
    test::answerDialog("accept", [](QDialog &dialog) {
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text().contains(u"“ledger”"_s); }));
    });
    QTest::mouseClick(part<QPushButton>("applyLimits"), Qt::LeftButton);
    QCOMPARE(m_session->engineLimits().retryCap, core::seconds(60));
}

void TestSettingsPage::limitsOutOfRangeInTheFileAreTheUsualOnes()
{
    QTemporaryDir folder;
    QSettings(folder.filePath(u"checkback.ini"_s), QSettings::IniFormat).setValue(u"engine/stalledAfter"_s, -3);
    QVERIFY(Settings(folder.path()).engineLimits() == EngineLimits());
}

void TestSettingsPage::theAlertsDialogIsAskedFor()
{
    QSignalSpy asked(m_page.get(), &ui::SettingsPage::alertRulesRequested);
    QTest::mouseClick(part<QPushButton>("changeAlertRules"), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestSettingsPage::everyControlHasAName()
{
    for (const QWidget *control : m_page->findChildren<QWidget *>()) {
        if (control->focusPolicy() & Qt::TabFocus && control->isVisible()) {
            const auto *button = qobject_cast<const QAbstractButton *>(control);
            const QString name = control->accessibleName() + (button ? button->text() : QString());
            QVERIFY2(!name.isEmpty() || control->inherits("QScrollArea"), qPrintable(control->objectName()));
        }
    }
}

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
