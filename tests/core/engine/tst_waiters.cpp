// SPDX-License-Identifier: Apache-2.0
#include "core/engine/waiters.h"
#include "tests/support/messagebuilders.h"

#include <QTest>

using namespace core;
using namespace core::engine;
using test::gidOf;

namespace {

const TimePoint start = fromEpochMs(1'700'000'000'000);

Asker asker(std::uint64_t request)
{
    return http::ReplyTo{1, request};
}

QList<std::uint64_t> requestsOf(const std::vector<Asker> &askers)
{
    QList<std::uint64_t> requests;
    for (const Asker &one : askers)
        requests.append(std::get<http::ReplyTo>(one).request);
    return requests;
}

} // namespace

class TestWaiters : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_waiters = Waiters(seconds(30)); }

    void nobodyWaitsAtFirst();
    void allOfAMessageAreTakenInTheirOrder();
    void theLongestWaitingExpireFirst();
    void whoWasTakenDoesNotExpire();
    void allCanBeTaken();

private:
    Waiters m_waiters{seconds(30)};
};

void TestWaiters::nobodyWaitsAtFirst()
{
    QVERIFY(m_waiters.take(gidOf("m1")).empty());
    QVERIFY(m_waiters.takeExpired(start).empty());
    QVERIFY(!m_waiters.nextExpiry());
}

void TestWaiters::allOfAMessageAreTakenInTheirOrder()
{
    m_waiters.add(gidOf("m1"), asker(1), start);
    m_waiters.add(gidOf("m2"), asker(2), start);
    m_waiters.add(gidOf("m1"), asker(3), start);
    QCOMPARE(requestsOf(m_waiters.take(gidOf("m1"))), (QList<std::uint64_t>{1, 3}));
    QVERIFY(m_waiters.take(gidOf("m1")).empty());
    QCOMPARE(requestsOf(m_waiters.take(gidOf("m2"))), QList<std::uint64_t>{2});
}

void TestWaiters::theLongestWaitingExpireFirst()
{
    m_waiters.add(gidOf("m1"), asker(1), start);
    m_waiters.add(gidOf("m1"), asker(2), start + seconds(10));
    QCOMPARE(m_waiters.nextExpiry(), start + seconds(30));
    QVERIFY(m_waiters.takeExpired(start + Millis(29'999)).empty());
    QCOMPARE(requestsOf(m_waiters.takeExpired(start + seconds(30))), QList<std::uint64_t>{1});
    QCOMPARE(m_waiters.nextExpiry(), start + seconds(40));
    QCOMPARE(requestsOf(m_waiters.takeExpired(start + seconds(40))), QList<std::uint64_t>{2});
    QVERIFY(!m_waiters.nextExpiry());
}

void TestWaiters::whoWasTakenDoesNotExpire()
{
    m_waiters.add(gidOf("m1"), asker(1), start);
    m_waiters.take(gidOf("m1"));
    m_waiters.add(gidOf("m1"), asker(2), start + seconds(5));
    QVERIFY(m_waiters.takeExpired(start + seconds(30)).empty());
    QCOMPARE(requestsOf(m_waiters.takeExpired(start + seconds(35))), QList<std::uint64_t>{2});
}

void TestWaiters::allCanBeTaken()
{
    m_waiters.add(gidOf("m1"), asker(1), start);
    m_waiters.add(gidOf("m2"), asker(2), start);
    QCOMPARE(m_waiters.takeAll().size(), std::size_t(2));
    QVERIFY(!m_waiters.nextExpiry());
}

QTEST_APPLESS_MAIN(TestWaiters)
#include "tst_waiters.moc"
