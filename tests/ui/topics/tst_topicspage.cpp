// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session, driven by actions, mouse and keys.
#include "tests/ui/support/answerdialog.h"
#include "tests/ui/support/pagefixture.h"
#include "ui/session/activitylog.h"
#include "ui/session/connections.h"
#include "ui/topics/subscribersmodel.h"
#include "ui/topics/topicsmodel.h"
#include "ui/topics/topicspage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/roles.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Topic;

namespace {

ui::Subscriber subscriber(const QByteArray &url)
{
    return {url, "a remark", core::fromEpochMs(1'789'383'504'114)};
}

} // namespace

class TestTopicsPage final : public QObject, private test::PageFixture<ui::TopicsPage>
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { close(); }

    void aRowOfTheStoreBecomesATopic();
    void theModelNarrowsByNameUrlAndRemark();
    void theSameTopicsAgainMoveNoRow();
    void noTopicOffersTheFirst();
    void aTopicIsSubscribedAndShown();
    void aLongNameDoesNotWidenThePage();
    void aWrongUrlIsSaidAtItsField();
    void unsubscribingAsksAndCancelChangesNothing();
    void deletingATopicNamesItsSubscribers();
    void typeTheNameIsAskedFor();
    void readOnlySaysWhyNothingCanBeChanged();
    void aSearchThatFindsNothingCanBeCleared();
    void everyChangeIsOnRecord();
    void theActionIsCopied();

private:
    QAction *action(const char *name) const { return part<QAction>(name); }
    void subscribe(const QByteArray &topic, const QByteArray &url);
    int topics() const { return part<QTableView>("topics")->model()->rowCount(); }
    int subscribers() const { return part<QTableView>("subscribers")->model()->rowCount(); }
    void setSafety(Connection::Safety safety);
};

void TestTopicsPage::init()
{
    startSession();
    openPage({1200, 700}, m_theme);
}

void TestTopicsPage::setSafety(Connection::Safety safety)
{
    Connection engine = m_session->connections().engine();
    engine.label = u"ledger"_s;
    engine.safety = safety;
    QVERIFY(m_session->connections().save(engine).ok());
}

void TestTopicsPage::subscribe(const QByteArray &topic, const QByteArray &url)
{
    bool accepted = false;
    m_session->subscribe(topic, url, "a remark", this, [&](const auto &error) { accepted = !error; });
    QTRY_VERIFY_WITH_TIMEOUT(accepted, patience);
    m_page->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(topics() > 0, patience);
}

void TestTopicsPage::aRowOfTheStoreBecomesATopic()
{
    core::store::KeyValue row;
    row.key = "orders";
    row.value =
        R"([{"url":"http://a/1","remark":"r","since":"2026-09-14T10:58:24.114Z"},{"url":"http://b/1"},{"x":1},7])";
    const Topic topic = ui::topicFromRow(row);
    QCOMPARE(topic.name, "orders"_ba);
    QCOMPARE(topic.subscribers.size(), 2);
    QCOMPARE(core::toEpochMs(*topic.subscribers.at(0).since), 1'789'383'504'114);
    QVERIFY(!topic.subscribers.at(1).since);
    row.value = "not json";
    QVERIFY(ui::topicFromRow(row).subscribers.isEmpty());
}

void TestTopicsPage::theModelNarrowsByNameUrlAndRemark()
{
    ui::TopicsModel model;
    const QAbstractItemModelTester tester(&model);
    const QList<Topic> all{{"orders", {subscriber("http://a/1")}, {}}, {"refunds", {subscriber("http://b/1")}, {}}};
    model.show(all, {});
    QCOMPARE(model.rowCount(), 2);
    model.show(all, u"ORD"_s);
    QCOMPARE(model.rowCount(), 1);
    model.show(all, u"//b"_s);
    QCOMPARE(model.index(0, 0).data().toString(), u"refunds"_s);
    model.show(all, u"remark"_s);
    QCOMPARE(model.rowCount(), 2);
    model.show(all, u"nothing"_s);
    QCOMPARE(model.rowCount(), 0);
}

void TestTopicsPage::theSameTopicsAgainMoveNoRow()
{
    ui::TopicsModel model;
    model.show({{"orders", {}, {}}}, {});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.show({{"orders", {subscriber("http://a/1")}, {}}}, {});
    QCOMPARE(reset.size(), 0);
    QCOMPARE(model.index(0, int(ui::TopicsModel::Column::Subscribers)).data().toString(), u"1"_s);
}

void TestTopicsPage::noTopicOffersTheFirst()
{
    auto *empty = part<widgets::EmptyState>("topicsEmpty");
    QTRY_COMPARE_WITH_TIMEOUT(int(empty->face()), int(widgets::EmptyState::Face::Empty), patience);
    QVERIFY(empty->isVisible());
    QVERIFY(!action("removeTopic")->isEnabled());
    QVERIFY(!action("removeTopic")->toolTip().isEmpty());
    const auto *offered = empty->findChild<QPushButton *>();
    QVERIFY(offered->isEnabled());
    setSafety(Connection::Safety::ReadOnly);
    QVERIFY(!offered->isEnabled() && offered->toolTip().contains("read-only"_L1));
    setSafety(Connection::Safety::Open);
    QVERIFY(offered->isEnabled());
}

void TestTopicsPage::aTopicIsSubscribedAndShown()
{
    action("subscribe")->trigger();
    QTRY_VERIFY(m_page->findChild<QDialog *>(u"subscribeDialog"_s));
    auto *dialog = m_page->findChild<QDialog *>(u"subscribeDialog"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"accept"_s);
    QVERIFY(!accept->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"topicName"_s), u"orders"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"subscriberUrl"_s), u"http://bank-b.example/in"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"subscriberRemark"_s), u"Vienna"_s);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(topics(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(subscribers(), 1, patience);
    const auto *model = part<QTableView>("subscribers")->model();
    QCOMPARE(model->index(0, 0).data().toString(), u"http://bank-b.example/in"_s);
    QCOMPARE(model->index(0, 1).data().toString(), u"Vienna"_s);
    QVERIFY2(model->index(0, 2).data(widgets::TimeRole).canConvert<core::TimePoint>(), "how long ago, live");
    QVERIFY2(action("unsubscribe")->isEnabled(), "the first one is chosen");
    QCOMPARE(part<QTableView>("subscribers")->textElideMode(), Qt::ElideMiddle); // both ends of a URL count
}

/// In a window of 1100 × 700.
void TestTopicsPage::aLongNameDoesNotWidenThePage()
{
    subscribe(QByteArray("orders-").repeated(16), "http://a/1");
    QTRY_COMPARE_WITH_TIMEOUT(subscribers(), 1, patience);
    QVERIFY(part<QWidget>("howCalled")->isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // else the widths are those of before
    QVERIFY2(m_page->minimumSizeHint().width() <= 1012, qPrintable(QString::number(m_page->minimumSizeHint().width())));
}

void TestTopicsPage::aWrongUrlIsSaidAtItsField()
{
    action("subscribe")->trigger();
    QTRY_VERIFY(m_page->findChild<QDialog *>(u"subscribeDialog"_s));
    auto *dialog = m_page->findChild<QDialog *>(u"subscribeDialog"_s);
    dialog->findChild<QLineEdit *>(u"topicName"_s)->setText(u"orders"_s);
    auto *url = dialog->findChild<QLineEdit *>(u"subscriberUrl"_s);
    for (const QString &wrong : {u"ftp://host/"_s, u"http://169.254.169.254/"_s, m_session->coordinatorUrl()}) {
        url->setText(wrong);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"accept"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!url->accessibleDescription().isEmpty(), patience);
        QVERIFY(dialog->isVisible());
    }
    url->setText(u"http://bank-b.example/in"_s);
    QVERIFY(url->accessibleDescription().isEmpty());
    dialog->reject();
}

void TestTopicsPage::unsubscribingAsksAndCancelChangesNothing()
{
    subscribe("orders", "http://a/1");
    QTRY_COMPARE_WITH_TIMEOUT(subscribers(), 1, patience);
    part<QTableView>("subscribers")->setCurrentIndex(part<QTableView>("subscribers")->model()->index(0, 0));
    test::answerDialog("cancel",
                       [](QDialog &dialog) { QVERIFY(dialog.findChild<QPushButton *>(u"cancel"_s)->isDefault()); });
    action("unsubscribe")->trigger();
    QCOMPARE(subscribers(), 1);
    test::answerDialog("accept");
    action("unsubscribe")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(subscribers(), 0, patience);
    QCOMPARE(topics(), 1);
}

void TestTopicsPage::deletingATopicNamesItsSubscribers()
{
    subscribe("orders", "http://a/1");
    subscribe("orders", "http://b/1");
    QTRY_COMPARE_WITH_TIMEOUT(subscribers(), 2, patience);
    QString question;
    test::answerDialog("accept", [&question](QDialog &dialog) {
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            question += label->text();
    });
    action("removeTopic")->trigger();
    QVERIFY2(question.contains("orders"_L1) && question.contains(u'2'), qPrintable(question));
    QTRY_COMPARE_WITH_TIMEOUT(topics(), 0, patience);
}

void TestTopicsPage::typeTheNameIsAskedFor()
{
    subscribe("orders", "http://a/1");
    setSafety(Connection::Safety::TypeName);
    test::answerDialog("cancel", [](QDialog &dialog) {
        QVERIFY(!dialog.findChild<QPushButton *>(u"accept"_s)->isEnabled());
        QVERIFY(dialog.findChild<QLineEdit *>(u"nameToType"_s));
    });
    action("removeTopic")->trigger();
    QCOMPARE(topics(), 1);
}

void TestTopicsPage::readOnlySaysWhyNothingCanBeChanged()
{
    subscribe("orders", "http://a/1");
    setSafety(Connection::Safety::ReadOnly);
    for (const char *name : {"subscribe", "unsubscribe", "removeTopic"}) {
        QVERIFY(!action(name)->isEnabled());
        QVERIFY(action(name)->toolTip().contains("read-only"_L1));
    }
    std::optional<core::Error> refused;
    m_session->removeTopic("orders", this, [&](const auto &error) { refused = error; });
    QTRY_VERIFY_WITH_TIMEOUT(refused, patience);
    QVERIFY(refused->code == core::Error::Code::Conflict);
}

void TestTopicsPage::aSearchThatFindsNothingCanBeCleared()
{
    subscribe("orders", "http://a/1");
    auto *search = part<QLineEdit>("topicSearch");
    QTest::keyClicks(search, u"nothing"_s);
    auto *empty = part<widgets::EmptyState>("topicsEmpty");
    QCOMPARE(int(empty->face()), int(widgets::EmptyState::Face::FilteredOut));
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(topics(), 1);
}

void TestTopicsPage::everyChangeIsOnRecord()
{
    subscribe("orders", "http://a/1?token=secret");
    bool refused = false;
    m_session->unsubscribe("orders", "http://unknown/", this, [&](const auto &error) { refused = error.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(refused, patience);
    const QList<ui::Activity> record = m_session->activity().activities();
    const ui::Activity &last = record.constLast();
    QVERIFY(last.verb == ui::ActivityVerb::Unsubscribe);
    QVERIFY(last.outcome == ui::Activity::Outcome::Refused);
    for (const ui::Activity &activity : record)
        QVERIFY(!activity.detail.contains("secret"_L1));
}

void TestTopicsPage::theActionIsCopied()
{
    subscribe("orders", "http://a/1");
    QTRY_VERIFY(action("copyTopicAction")->isEnabled());
    action("copyTopicAction")->trigger();
    QCOMPARE(QApplication::clipboard()->text(), u"topic://orders"_s);
}

QTEST_MAIN(TestTopicsPage)
#include "tst_topicspage.moc"
