// SPDX-License-Identifier: Apache-2.0
#include "core/base/mailbox.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace core;

class TestMailbox : public QObject
{
    Q_OBJECT

private slots:
    void valuesComeOutInOrder();
    void oneWakeUpABatch();
    void aFullBoxTakesNothing();
    void aBatchGoesInWholeOrNotAtAll();
    void whatMustNotBeLostGoesInBeyondTheBound();
    void anEmptyBatchWakesNobody();
    void manyThreadsLoseNothing();
};

void TestMailbox::valuesComeOutInOrder()
{
    Mailbox<int> box(10, [] {});
    QVERIFY(box.tryPost(1));
    std::vector<int> more{2, 3};
    QVERIFY(box.tryPost(more));
    QVERIFY(more.empty());
    QCOMPARE(box.size(), std::size_t(3));
    QCOMPARE(box.takeAll(), (std::vector<int>{1, 2, 3}));
    QVERIFY(box.takeAll().empty());
}

void TestMailbox::oneWakeUpABatch()
{
    int woken = 0;
    Mailbox<int> box(10, [&] { ++woken; });
    box.post(1);
    box.post(2);
    QCOMPARE(woken, 1);
    box.takeAll();
    box.post(3);
    QCOMPARE(woken, 2);
}

void TestMailbox::aFullBoxTakesNothing()
{
    Mailbox<int> box(2, [] {});
    QVERIFY(box.tryPost(1));
    QVERIFY(box.tryPost(2));
    QVERIFY(!box.tryPost(3));
    QCOMPARE(box.takeAll(), (std::vector<int>{1, 2}));
    QVERIFY(box.tryPost(3));
}

void TestMailbox::aBatchGoesInWholeOrNotAtAll()
{
    Mailbox<int> box(3, [] {});
    box.post(1);
    std::vector<int> tooMany{2, 3, 4};
    QVERIFY(!box.tryPost(tooMany));
    QCOMPARE(tooMany, (std::vector<int>{2, 3, 4}));
    QCOMPARE(box.takeAll(), std::vector<int>{1});
}

void TestMailbox::whatMustNotBeLostGoesInBeyondTheBound()
{
    Mailbox<int> box(1, [] {});
    box.post(1);
    std::vector<int> results{2, 3};
    box.post(results);
    QCOMPARE(box.size(), std::size_t(3));
    QVERIFY(!box.tryPost(4));
}

void TestMailbox::anEmptyBatchWakesNobody()
{
    int woken = 0;
    Mailbox<int> box(1, [&] { ++woken; });
    std::vector<int> none;
    QVERIFY(box.tryPost(none));
    box.post(none);
    QCOMPARE(woken, 0);
}

void TestMailbox::manyThreadsLoseNothing()
{
    constexpr int threads = 4;
    constexpr int each = 20'000;
    std::atomic<int> woken{0};
    Mailbox<int> box(1'000'000, [&] { ++woken; });
    std::vector<std::thread> posters;
    for (int t = 0; t < threads; ++t) {
        posters.emplace_back([&box, t] {
            for (int n = 0; n < each; ++n)
                box.post(t * each + n);
        });
    }
    std::vector<int> lastOf(threads, -1);
    int taken = 0;
    int batches = 0;
    bool inOrder = true;
    while (taken < threads * each) {
        const std::vector<int> batch = box.takeAll();
        batches += batch.empty() ? 0 : 1;
        taken += static_cast<int>(batch.size());
        for (const int value : batch) {
            inOrder = inOrder && value % each > lastOf[value / each];
            lastOf[value / each] = value % each;
        }
    }
    for (std::thread &poster : posters)
        poster.join();
    QVERIFY(inOrder);
    QCOMPARE(woken.load(), batches);
}

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
