// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samples.h"
#include "ui/messages/whysentence.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::message::Attempt;
using core::message::Message;
using core::message::State;
using core::message::Verdict;

Q_DECLARE_METATYPE(core::message::Message)

namespace {

Message with(Message message, const std::function<void(Message &)> &change)
{
    change(message);
    return message;
}

void answered(Message &message, int attempts, Verdict verdict, int status, const QByteArray &error)
{
    message.attempts = attempts;
    message.failuresInRow = attempts;
    message.lastVerdict = verdict;
    message.lastHttpStatus = status;
    message.lastError = error;
}

void finished(Message &message, State state, core::Millis after)
{
    message.state = state;
    message.dueAt.reset();
    message.finishedAt = samples::start + after;
    if (state == State::Succeed)
        message.branchDone.assign(message.branchDone.size(), true);
}

} // namespace

class TestWhySentence : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void everyStandingHasItsSentence_data();
    void everyStandingHasItsSentence();
};

void TestWhySentence::everyStandingHasItsSentence_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QList<Attempt>>("attempts");
    QTest::addColumn<int>("nowAfterMs");
    QTest::addColumn<QString>("expected");
    const QList<Attempt> none;
    using samples::attempt;
    using samples::prepared;
    using samples::submitted;

    QTest::newRow("prepared, not due") << prepared() << none << 12'000
                                       << u"Prepared 12 s ago; if no submit comes, the sender is asked in 23.0 s."_s;
    QTest::newRow("prepared, due") << prepared() << none << 41'000
                                   << u"Prepared 41 s ago; due for checkback since 6 s; the sender is asked now."_s;
    QTest::newRow("prepared, asked twice")
        << with(prepared(),
                [](Message &message) {
                    answered(message, 2, Verdict::Ongoing, 425, "answered 425");
                    message.dueAt = samples::start + 49s;
                })
        << none << 41'000
        << u"Prepared 41 s ago; due for checkback since 6 s; asked 2×, last answer 425; next in 8.0 s."_s;
    QTest::newRow("prepared, nobody answers")
        << with(prepared(),
                [](Message &message) {
                    answered(message, 1, Verdict::Unknown, 0, "connection refused");
                    message.dueAt = samples::start + 45s;
                })
        << none << 36'000
        << u"Prepared 36 s ago; due for checkback since 1 s; asked 1×, last answer none (connection refused); next in 9.0 s."_s;
    QTest::newRow("prepared, being asked")
        << with(prepared(), [](Message &message) { message.asking = true; }) << none << 35'000
        << u"Prepared 35 s ago; due for checkback since 0 s; the sender is being asked now."_s;
    QTest::newRow("prepared, replayed early") << with(prepared(), [](Message &message) {
        answered(message, 1, Verdict::Ongoing, 425, {});
        message.dueAt = samples::start + 15s;
    }) << none << 5'000 << u"Prepared 5 s ago; asked 1×, last answer 425; next in 10.0 s."_s;
    QTest::newRow("prepared, stalled")
        << with(prepared(),
                [](Message &message) {
                    answered(message, 10, Verdict::Unknown, 500, "answered 500");
                    message.stalled = true;
                    message.dueAt = samples::start + 2h;
                })
        << none << 3'600'000
        << u"Prepared 1 h ago; due for checkback since 59 min; asked 10×, last answer 500; next in 1 h. "
           "Somebody should look at the sender: it does not say whether it committed."_s;

    QTest::newRow("submitted, due") << submitted() << none << 1'000 << u"Submitted 1 s ago; branch 01 is called now."_s;
    QTest::newRow("submitted, in work") << with(submitted(), [](Message &message) {
        message.dueAt = samples::start + 10s;
        message.inFlight = {0};
    }) << none << 1'000 << u"Submitted 1 s ago; branch 01 is called now."_s;
    QTest::newRow("submitted, delayed") << [] {
        auto content = samples::content();
        content.options.delay = 10s;
        Message message = samples::message(content);
        message.state = State::Submitted;
        message.submittedAt = samples::start;
        message.dueAt = samples::start + 10s;
        return message;
    }() << none << 2'000 << u"Submitted 2 s ago; its sender wants a delay, first call in 8.0 s."_s;
    QTest::newRow("submitted, held back")
        << with(submitted(), [](Message &message) { message.dueAt = samples::start + 3s; }) << none << 1'000
        << u"Submitted 1 s ago; branch 01 is called in 2.0 s."_s;
    QTest::newRow("retrying") << with(submitted(), [](Message &message) {
        answered(message, 3, Verdict::Unknown, 500, "answered 500");
        message.dueAt = samples::start + 53s;
    }) << none << 45'000 << u"Submitted 45 s ago; branch 01 failed 3× in a row, last answer 500; next try in 8.0 s."_s;
    QTest::newRow("retrying, the second of two")
        << with(submitted(2),
                [](Message &message) {
                    answered(message, 1, Verdict::Unknown, 0, "timed out after 3 s");
                    message.branchDone[0] = true;
                    message.dueAt = samples::start + 12s;
                })
        << none << 4'000
        << u"Submitted 4 s ago; 1 of 2 branches done; branch 02 failed 1× in a row, last answer none (timed out after "
           u"3 s); "
           "next try in 8.0 s."_s;
    QTest::newRow("receiver says FAILURE")
        << with(submitted(),
                [](Message &message) {
                    answered(message, 1, Verdict::Failure, 409, "answered dtm_result FAILURE");
                    message.dueAt = samples::start + 12s;
                })
        << none << 4'000
        << u"Submitted 4 s ago; branch 01 failed 1× in a row, last answer 409 (dtm_result FAILURE); next try in 8.0 s. "
           "A message cannot be rolled back, so it is tried until it succeeds."_s;
    QTest::newRow("receiver says ONGOING") << with(submitted(), [](Message &message) {
        answered(message, 1, Verdict::Ongoing, 425, "answered 425");
        message.dueAt = samples::start + 12s;
    }) << none << 4'000 << u"Submitted 4 s ago; branch 01 is not done yet (425); next try in 8.0 s."_s;
    QTest::newRow("stalled")
        << with(submitted(),
                [](Message &message) {
                    answered(message, 10, Verdict::Unknown, 500, "answered 500");
                    message.stalled = true;
                    message.dueAt = samples::start + 41min + 7min;
                })
        << none << 41 * 60'000
        << u"Submitted 41 min ago; branch 01 failed 10× in a row, last answer 500; next try in 7 min. "
           "Somebody should look at the receiver: the money stays in flight until it answers SUCCESS."_s;

    QTest::newRow("succeed, clean") << with(submitted(), [](Message &message) {
        finished(message, State::Succeed, 300ms);
    }) << none << 13'300 << u"Delivered 13 s ago, 300 ms after prepare; each branch at the first try."_s;
    QTest::newRow("succeed after a checkback")
        << with(submitted(), [](Message &message) { finished(message, State::Succeed, 35'300ms); })
        << QList<Attempt>{attempt("00", Verdict::Success, 200)} << 48'300
        << u"Delivered 13 s ago, 35.3 s after prepare. "
           "No submit came; the checkback found the local transaction committed, so delivery went on."_s;
    QTest::newRow("succeed after retries")
        << with(submitted(), [](Message &message) { finished(message, State::Succeed, 20s); })
        << QList<Attempt>{attempt("01", Verdict::Unknown, 500), attempt("01", Verdict::Success, 200)} << 33'000
        << u"Delivered 13 s ago, 20.0 s after prepare; 1 call(s) had to be repeated."_s;

    QTest::newRow("failed by the checkback")
        << with(prepared(), [](Message &message) { finished(message, State::Failed, 36s); })
        << QList<Attempt>{attempt("00", Verdict::Failure, 409)} << 41'000
        << u"Failed 5 s ago; the sender said that it did not commit, so nothing was delivered."_s;
    QTest::newRow("aborted") << with(prepared(), [](Message &message) {
        finished(message, State::Failed, 1s);
        message.reason = "insufficient balance";
    }) << none << 6'000 << u"Aborted by its sender 5 s ago, so nothing was delivered; reason: insufficient balance."_s;
    QTest::newRow("aborted without a reason") << with(prepared(), [](Message &message) {
        finished(message, State::Failed, 1s);
        message.reason = "aborted by the sender";
    }) << none << 6'000 << u"Aborted by its sender 5 s ago, so nothing was delivered."_s;
    QTest::newRow("stopped by a person")
        << with(submitted(2),
                [](Message &message) {
                    finished(message, State::Failed, 10s);
                    message.branchDone = {true, false};
                    message.overridden = true;
                    message.reason = "receiver closed";
                })
        << none << 15'000
        << u"Stopped by a person 5 s ago; reason: receiver closed; 1 of 2 branches had been applied. "
           "A person overrode it: the totals of the banks may not agree with it."_s;
}

void TestWhySentence::everyStandingHasItsSentence()
{
    QFETCH(Message, message);
    QFETCH(QList<Attempt>, attempts);
    QFETCH(int, nowAfterMs);
    QTEST(ui::WhySentence::of(message, attempts, samples::start + core::Millis(nowAfterMs)), "expected");
}

QTEST_APPLESS_MAIN(TestWhySentence)
#include "tst_whysentence.moc"
