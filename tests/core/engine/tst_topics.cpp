// SPDX-License-Identifier: Apache-2.0
#include "core/engine/topics.h"
#include "tests/support/crashystore.h"
#include "tests/support/manualclock.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using namespace core::engine;
using Kind = TopicChange::Kind;

class TestTopics : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void subscribersAreFoundInTheirOrder();
    void anUnknownTopicIsNotFound();
    void wrongChangesAreRefused_data();
    void wrongChangesAreRefused();
    void theLastSubscriberLeavesAnEmptyTopic();
    void aRemovedTopicIsUnknown();
    void topicsAreReadBack();
    void versionsCountFromOne();
    void aSubscriberIsWrittenWithItsTime();
    void aRowWithoutTimesStaysWithoutThem();
    void nothingIsRememberedThatCouldNotBeWritten();
    void aTopicTakesAThousandSubscribers();

private:
    Status apply(Kind kind, const QByteArray &topic, const QByteArray &url = {})
    {
        return m_topics->apply({.kind = kind, .topic = topic, .url = url, .remark = "a remark"});
    }
    std::optional<QList<QByteArray>> urls(const QByteArray &topic) const { return m_topics->lookup()(topic); }

    test::ManualClock m_clock;
    test::Disk m_disk;
    std::unique_ptr<test::CrashyStore> m_store;
    std::unique_ptr<Topics> m_topics;
};

void TestTopics::init()
{
    m_disk = {};
    m_store = std::make_unique<test::CrashyStore>(m_disk);
    m_topics = std::make_unique<Topics>(*m_store, m_clock);
    QVERIFY(apply(Kind::Subscribe, "paid", "http://a/1").ok());
    QVERIFY(apply(Kind::Subscribe, "paid", "http://b/1").ok());
}

void TestTopics::subscribersAreFoundInTheirOrder()
{
    QCOMPARE(urls("paid"), (QList<QByteArray>{"http://a/1", "http://b/1"}));
}

void TestTopics::anUnknownTopicIsNotFound()
{
    QVERIFY(!urls("Paid"));
    QVERIFY(!urls(""));
}

void TestTopics::wrongChangesAreRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("topic");
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, Kind kind, const QByteArray &topic, const QByteArray &url, Error::Code code) {
        QTest::newRow(name) << static_cast<int>(kind) << topic << url << static_cast<int>(code);
    };
    row("subscribe without topic", Kind::Subscribe, "", "http://a", Error::Code::Invalid);
    row("subscribe without url", Kind::Subscribe, "paid", "", Error::Code::Invalid);
    row("subscribe twice", Kind::Subscribe, "paid", "http://a/1", Error::Code::Conflict);
    row("a topic's name too long", Kind::Subscribe, QByteArray(129, 'x'), "http://a", Error::Code::Invalid);
    row("unsubscribe an unknown url", Kind::Unsubscribe, "paid", "http://c", Error::Code::NotFound);
    row("unsubscribe from an unknown topic", Kind::Unsubscribe, "sold", "http://a/1", Error::Code::NotFound);
    row("unsubscribe without url", Kind::Unsubscribe, "paid", "", Error::Code::Invalid);
    row("remove an unknown topic", Kind::Remove, "sold", "", Error::Code::NotFound);
    row("remove without topic", Kind::Remove, "", "", Error::Code::Invalid);
}

void TestTopics::wrongChangesAreRefused()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, topic);
    QFETCH(QByteArray, url);
    QFETCH(int, code);
    const Status applied = apply(static_cast<Kind>(kind), topic, url);
    QVERIFY(!applied.ok());
    QCOMPARE(static_cast<int>(applied.error().code), code);
    QCOMPARE(urls("paid")->size(), 2);
}

void TestTopics::theLastSubscriberLeavesAnEmptyTopic()
{
    QVERIFY(apply(Kind::Unsubscribe, "paid", "http://a/1").ok());
    QVERIFY(apply(Kind::Unsubscribe, "paid", "http://b/1").ok());
    QVERIFY(urls("paid"));
    QVERIFY(urls("paid")->isEmpty());
}

void TestTopics::aRemovedTopicIsUnknown()
{
    QVERIFY(apply(Kind::Remove, "paid").ok());
    QVERIFY(!urls("paid"));
    QVERIFY(m_store->keyValues("topics", {})->isEmpty());
}

void TestTopics::topicsAreReadBack()
{
    Topics again(*m_store, m_clock);
    QVERIFY(again.load().ok());
    QCOMPARE(again.lookup()("paid"), urls("paid"));
}

void TestTopics::versionsCountFromOne()
{
    QCOMPARE(m_store->keyValues("topics", {})->front().version, std::int64_t(2));
}

void TestTopics::aSubscriberIsWrittenWithItsTime()
{
    const QJsonArray value = QJsonDocument::fromJson(m_store->keyValues("topics", {})->front().value).array();
    QCOMPARE(value.size(), 2);
    QCOMPARE(value.at(0)[u"url"].toString(), u"http://a/1"_s);
    QCOMPARE(value.at(0)[u"remark"].toString(), u"a remark"_s);
    const QDateTime since = QDateTime::fromString(value.at(0)[u"since"].toString(), Qt::ISODateWithMs);
    QCOMPARE(since.toMSecsSinceEpoch(), toEpochMs(m_clock.now()));
}

void TestTopics::aRowWithoutTimesStaysWithoutThem()
{
    QVERIFY(m_store
                ->putKeyValue({.category = "topics",
                               .key = "old",
                               .value = R"([{"url":"http://a/1","remark":""}])",
                               .version = 1,
                               .createdAt = {},
                               .updatedAt = {}})
                .ok());
    QVERIFY(m_topics->load().ok());
    QVERIFY(apply(Kind::Subscribe, "old", "http://b/1").ok());
    const QList<store::KeyValue> rows = *m_store->keyValues("topics", {});
    const auto old = std::find_if(rows.cbegin(), rows.cend(), [](const auto &row) { return row.key == "old"; });
    const QJsonArray value = QJsonDocument::fromJson(old->value).array();
    QVERIFY(!value.at(0).toObject().contains(u"since"_s));
    QVERIFY(value.at(1).toObject().contains(u"since"_s));
}

void TestTopics::nothingIsRememberedThatCouldNotBeWritten()
{
    m_store->setAway(true);
    QCOMPARE(apply(Kind::Subscribe, "paid", "http://c/1").error().code, Error::Code::Unavailable);
    QCOMPARE(apply(Kind::Remove, "paid").error().code, Error::Code::Unavailable);
    QCOMPARE(urls("paid")->size(), 2);
    QVERIFY(!m_topics->load().ok());
}

void TestTopics::aTopicTakesAThousandSubscribers()
{
    for (int n = 2; n < 1000; ++n)
        QVERIFY(apply(Kind::Subscribe, "paid", "http://c/" + QByteArray::number(n)).ok());
    QCOMPARE(apply(Kind::Subscribe, "paid", "http://c/1000").error().code, Error::Code::Invalid);
}

QTEST_APPLESS_MAIN(TestTopics)
#include "tst_topics.moc"
