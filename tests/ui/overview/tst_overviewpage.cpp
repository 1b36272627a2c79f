// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session with its two demo banks, driven by mouse and keys.
#include "tests/ui/support/pagefixture.h"
#include "ui/overview/alertrulesdialog.h"
#include "ui/overview/errorgroupsmodel.h"
#include "ui/overview/kpitile.h"
#include "ui/overview/overviewpage.h"
#include "ui/session/lookout.h"
#include "ui/widgets/choicegroup.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/timeplot.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;

class TestOverviewPage final : public QObject, private test::PageFixture<ui::OverviewPage>
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { close(); }

    void anEmptyStoreOffersTheNextStep();
    void readOnlyTheNextStepIsBarred();
    void transfersAreAccountedFor();
    void aStoppedMessageIsNamedNowAndAtTheNextStart();
    void theChartsTellWhatFinished();
    void aChartIsShownAsATable();
    void spacePausesAndGoesOn();
    void aButtonWithTheFocusKeepsItsSpace();
    void failedCallsAreGroupedAndLeadToMessages();
    void inTheLargestTypeTitlesStayWhole();
    void inTheLargestTypeTheSumStaysWhole();
    void theRangeIsChosenByKeys();
    void anAlertIsListedAndAcknowledged();
    void theRulesAreAskedFor();
    void aWrongWebhookIsNotTaken();
    void everythingHasAName();
    void theLanguageCanChange();

private:
    QString truth() const { return part<QLabel>("truth")->text(); }
    void transfer();
    void sendToNobody();
    widgets::TimePlot *plot(const char *card) const { return part<QWidget>(card)->findChild<widgets::TimePlot *>(); }
};

void TestOverviewPage::init()
{
    startSession();
    m_session->watchBanks(true);
    m_session->lookout().alerts().setRules({.desktop = false});
    openPage({1320, 780}, m_theme);
    QTRY_VERIFY(m_session->lookout().flow().counts());
}

void TestOverviewPage::transfer()
{
    const core::Status started = m_session->startTransfers({});
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->lookout().flow().counts()->total == 1, patience);
}

/// Port 9 is nobody's: the calls are refused.
void TestOverviewPage::sendToNobody()
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_session->coordinatorUrl() + u"/submit"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = network.post(request,
                                        R"({"gid":"stray-1","trans_type":"msg","payloads":["{}"],)"
                                        R"("steps":[{"action":"http://127.0.0.1:9/api/nobody"}]})");
    QTRY_VERIFY(reply->isFinished());
    QTRY_VERIFY(!m_session->callFailures().isEmpty());
}

void TestOverviewPage::anEmptyStoreOffersTheNextStep()
{
    auto *empty = part<widgets::EmptyState>("overviewEmpty");
    QTRY_VERIFY(empty->isVisible());
    QCOMPARE(empty->face(), widgets::EmptyState::Face::Empty);
    QSignalSpy wanted(m_page.get(), &ui::OverviewPage::openTransfer);
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void TestOverviewPage::readOnlyTheNextStepIsBarred()
{
    m_page.reset();
    restartSession({.readOnly = true});
    openPage({1320, 780}, m_theme);
    auto *empty = part<widgets::EmptyState>("overviewEmpty");
    QTRY_COMPARE_WITH_TIMEOUT(int(empty->face()), int(widgets::EmptyState::Face::Empty), patience);
    QVERIFY(!empty->findChild<QPushButton *>()->isEnabled());
    QCOMPARE(empty->findChild<QLabel *>(u"whyNot"_s)->text(), u"Read-only: nothing can be sent"_s);
}

void TestOverviewPage::transfersAreAccountedFor()
{
    transfer();
    QTRY_VERIFY2(truth().startsWith(u"All money accounted for: 1 transfer"_s), qPrintable(truth()));
    QTRY_VERIFY(part<ui::KpiTile>("finished")->accessibleName().contains(u"peak"_s));
    QTRY_VERIFY(part<ui::KpiTile>("waiting")->accessibleName().startsWith(u"Waiting: 0"_s));
    QTRY_VERIFY(part<ui::KpiTile>("timeToSucceed")->accessibleName().contains(u"p99"_s));
}

void TestOverviewPage::aStoppedMessageIsNamedNowAndAtTheNextStart()
{
    sendToNobody();
    QByteArray gid;
    const auto find = [&] {
        m_session->page({}, 1, std::nullopt, this, [&gid](const core::Result<core::store::Page> &page) {
            if (page.ok() && !page->rows.isEmpty())
                gid = page->rows.first().gid;
        });
    };
    find();
    QTRY_VERIFY_WITH_TIMEOUT(!gid.isEmpty() || (find(), false), patience);
    m_session->forceStop(gid, u"nobody is there"_s, std::nullopt, this, [](const auto &) {});
    const QString named = u"stopped by a person: "_s + widgets::shortGid(QString::fromLatin1(gid));
    const auto isNamed = [this, named] { return part<widgets::ElidedLabel>("truthDetail")->text().contains(named); };
    QTRY_VERIFY2_WITH_TIMEOUT(isNamed(), qPrintable(part<widgets::ElidedLabel>("truthDetail")->text()), patience);
    m_session->watchBanks(false);
    m_page.reset();
    restartSession();
    m_session->watchBanks(true);
    openPage({1320, 780}, m_theme);
    QTRY_VERIFY_WITH_TIMEOUT(isNamed(), patience);
}

void TestOverviewPage::theChartsTellWhatFinished()
{
    transfer();
    const auto finished = [this] {
        double sum = 0;
        for (const widgets::TimePlot::Sample &sample : plot("outcomes")->samples())
            sum += sample.values[0] + sample.values[1];
        return sum;
    };
    QTRY_VERIFY(finished() > 0.5);
    QVERIFY(!plot("times")->samples().isEmpty());
    QVERIFY(!plot("backlog")->samples().isEmpty());
}

void TestOverviewPage::aChartIsShownAsATable()
{
    transfer();
    auto *card = part<QWidget>("backlog");
    auto *table = card->findChild<QTableView *>(u"chartTable"_s);
    auto *toggle = card->findChild<QAbstractButton *>(u"asTable"_s);
    QVERIFY(!table->isVisible());
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(table->isVisible());
    QTRY_VERIFY(table->model()->rowCount() > 0);
    QCOMPARE(table->model()->columnCount(), 3);
    QVERIFY(toggle->accessibleName().startsWith(u"Show as chart"_s));
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(!table->isVisible());
}

void TestOverviewPage::spacePausesAndGoesOn()
{
    transfer();
    QTRY_VERIFY(!plot("backlog")->samples().isEmpty());
    plot("backlog")->setFocus();
    QTest::keyClick(plot("backlog"), Qt::Key_Space);
    QVERIFY(m_page->isPaused());
    QCOMPARE(part<QPushButton>("pause")->text(), u"Resume"_s);
    const core::TimePoint last = plot("backlog")->samples().last().at;
    QSignalSpy ticks(&m_session->lookout().flow(), &ui::FlowWatch::changed);
    QTRY_VERIFY(ticks.count() >= 3);
    QCOMPARE(plot("backlog")->samples().last().at, last);
    QTest::keyClick(plot("backlog"), Qt::Key_Space);
    QVERIFY(!m_page->isPaused());
    QTRY_VERIFY(plot("backlog")->samples().last().at > last);
}

void TestOverviewPage::aButtonWithTheFocusKeepsItsSpace()
{
    transfer();
    auto *pause = part<QPushButton>("pause");
    pause->setFocus();
    QTest::keyClick(pause, Qt::Key_Space);
    QVERIFY(m_page->isPaused());
}

void TestOverviewPage::failedCallsAreGroupedAndLeadToMessages()
{
    sendToNobody();
    auto *table = part<QTableView>("errorGroups");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const int waiting = int(ui::ErrorGroupsModel::Column::Waiting);
    QTRY_COMPARE(table->model()->index(0, waiting).data().toString(), u"1"_s);
    QSignalSpy wanted(m_page.get(), &ui::OverviewPage::openMessages);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.constFirst().constFirst().toString(), u"url~\"127.0.0.1:9/api/nobody\""_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 2)).center());
    QVERIFY(wanted.count() >= 2);
}

void TestOverviewPage::inTheLargestTypeTitlesStayWhole()
{
    transfer();
    const auto *first = part<ui::KpiTile>("submitted");
    const auto *last = part<ui::KpiTile>("oldest");
    QTRY_VERIFY(first->isVisible());
    QTRY_COMPARE(first->mapTo(m_page.get(), QPoint()).y(), last->mapTo(m_page.get(), QPoint()).y());
    m_theme.setTextScale(2);
    QTRY_VERIFY(first->mapTo(m_page.get(), QPoint()).y() < last->mapTo(m_page.get(), QPoint()).y());
    for (const char *name : {"submitted", "finished", "timeToSucceed", "waiting", "retrying", "oldest"}) {
        for (const auto *label : part<ui::KpiTile>(name)->findChildren<widgets::ElidedLabel *>())
            QTRY_VERIFY2(!label->isElided(), qPrintable(label->text()));
    }
    m_theme.setTextScale(1);
    QTRY_COMPARE(first->mapTo(m_page.get(), QPoint()).y(), last->mapTo(m_page.get(), QPoint()).y());
}

void TestOverviewPage::inTheLargestTypeTheSumStaysWhole()
{
    transfer();
    const auto *sum = part<widgets::ElidedLabel>("truthDetail");
    QTRY_VERIFY(sum->text().contains(u"checked"_s));
    QTRY_VERIFY(!sum->isElided());
    const int oneLine = sum->sizeHint().height();
    QCOMPARE(sum->heightForWidth(sum->width()), oneLine);
    m_theme.setTextScale(2);
    QTRY_VERIFY(sum->sizeHint().height() > oneLine);
    QTRY_VERIFY(!sum->isElided() && sum->height() >= sum->heightForWidth(sum->width()));
    QVERIFY(sum->heightForWidth(sum->width()) > sum->sizeHint().height());
    m_theme.setTextScale(1);
    QTRY_VERIFY(sum->height() < 2 * oneLine);
}

void TestOverviewPage::theRangeIsChosenByKeys()
{
    transfer();
    auto *range = part<widgets::ChoiceGroup>("range");
    QCOMPARE(range->current(), u"5min"_s);
    range->button(u"5min"_s)->setFocus();
    QTest::keyClick(range->button(u"5min"_s), Qt::Key_Right);
    QCOMPARE(range->current(), u"1h"_s);
}

void TestOverviewPage::anAlertIsListedAndAcknowledged()
{
    ui::Alerts &alerts = m_session->lookout().alerts();
    alerts.setRules({.stalledMax = -1, .desktop = false}); // none is already too many
    QTRY_COMPARE(alerts.openCount(), 1);
    auto *acknowledge = part<QPushButton>("acknowledge");
    QTRY_VERIFY(acknowledge->isVisible());
    QVERIFY(acknowledge->accessibleName().startsWith(u"Acknowledge: "_s));
    QSignalSpy wanted(m_page.get(), &ui::OverviewPage::openMessages);
    QTest::mouseClick(part<QPushButton>("openAlert"), Qt::LeftButton);
    QCOMPARE(wanted.constFirst().constFirst().toString(), u"status:stalled"_s);
    m_page->showAlerts();
    QTest::keyClick(acknowledge, Qt::Key_Space);
    QCOMPARE(alerts.openCount(), 0);
    QVERIFY(!acknowledge->isEnabled());
}

void TestOverviewPage::theRulesAreAskedFor()
{
    ui::AlertRulesDialog dialog(m_theme, {.preparedMax = core::seconds(70), .stalledMax = 2});
    dialog.findChild<QSpinBox *>(u"preparedMax"_s)->setValue(90);
    dialog.findChild<QCheckBox *>(u"desktop"_s)->setChecked(false);
    dialog.findChild<QLineEdit *>(u"webhook"_s)->setText(u" http://127.0.0.1:9/hook "_s);
    const ui::AlertRules expected{core::seconds(90), 2, false, u"http://127.0.0.1:9/hook"_s};
    QCOMPARE(dialog.rules(), expected);
}

void TestOverviewPage::aWrongWebhookIsNotTaken()
{
    ui::AlertRulesDialog dialog(m_theme, {});
    auto *webhook = dialog.findChild<QLineEdit *>(u"webhook"_s);
    const auto save = [&dialog] {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"Save"_s)
                return button->isEnabled();
        }
        return false;
    };
    QVERIFY(save());
    webhook->setText(u"file:///etc/passwd"_s);
    QVERIFY(!save());
    webhook->setText(u"https://hooks.example/a"_s);
    QVERIFY(save());
}

void TestOverviewPage::everythingHasAName()
{
    sendToNobody();
    QTRY_VERIFY_WITH_TIMEOUT(part<QTableView>("errorGroups")->isVisible(), patience);
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || widget->focusProxy())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                 qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

void TestOverviewPage::theLanguageCanChange()
{
    QEvent change(QEvent::LanguageChange);
    QApplication::sendEvent(m_page.get(), &change);
    QCOMPARE(part<QPushButton>("pause")->text(), u"Pause"_s);
}

QTEST_MAIN(TestOverviewPage)
#include "tst_overviewpage.moc"
