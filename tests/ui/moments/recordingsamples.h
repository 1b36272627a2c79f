// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/faults/recording.h"

namespace test {

/// Writes a recording as a run would: each event with everything as it stands then.
class RecordingWriter final
{
public:
    explicit RecordingWriter(const QString &scenario = QStringLiteral("crash-after-commit"))
    {
        using core::faults::Part;
        m_recording.scenario = scenario;
        m_recording.title = {QStringLiteral("The sender dies after its commit"), QStringLiteral("提交之后崩溃")};
        m_recording.gids = {{"m1", "crash-after-commit-m1-1"}};
        m_recording.transfer = {.label = "m1", .from = 1, .to = 2, .amount = core::Money::fromCents(3000)};
        m_now.states = {{"m1", "none"}};
        m_now.sender.accounts = {{.userId = 1, .balance = core::Money::fromCents(1'000'000)}};
        m_now.receiver.accounts = {{.userId = 2, .balance = core::Money::fromCents(1'000'000)}};
        m_now.running = {Part::Coordinator, Part::Sender, Part::Receiver};
    }

    core::faults::Moment &now() { return m_now; }
    void scene(const QString &english, const QString &chinese)
    {
        m_recording.captions.append({english, chinese});
        ++m_now.scene;
        add(core::faults::SceneBegun());
    }
    void add(const core::faults::Happening &what, core::Millis after = core::Millis(20))
    {
        m_now.at += after;
        m_now.what = what;
        m_recording.moments.append(m_now);
    }
    const core::faults::Recording &recording() const { return m_recording; }

private:
    core::faults::Recording m_recording;
    core::faults::Moment m_now;
};

/// The sender commits and dies; the checkback finds the row; the credit is made.
inline core::faults::Recording crashAfterCommit()
{
    using namespace core::faults;
    using core::Money;
    const QByteArray gid = "crash-after-commit-m1-1";
    const Money amount = Money::fromCents(3000);
    RecordingWriter story;
    const auto ask = [](int call, Request request, Part from, Part to) {
        return Asked{call, request, from, to, "m1", request == Request::Branch ? QByteArray("01") : QByteArray()};
    };
    const Asked transfer = ask(1, Request::Transfer, Part::Sender, Part::Sender);
    const Asked prepare = ask(2, Request::Prepare, Part::Sender, Part::Coordinator);
    const Asked checkback = ask(3, Request::Checkback, Part::Coordinator, Part::Sender);
    const Asked branch = ask(4, Request::Branch, Part::Coordinator, Part::Receiver);

    story.scene(QStringLiteral("The debit is committed, then the sender dies."),
                QStringLiteral("扣款已提交，随后崩溃。"));
    story.now().text = "transfer m1 from 1 to 2 amount 30.00 timeout_to_fail=1s retry_interval=1s";
    story.add(StepBegun());
    story.add(transfer);
    story.add(prepare);
    story.now().states["m1"] = "prepared";
    story.add(StateChanged{"m1", "none", "prepared"});
    story.add(Answered{prepare, 200, core::message::Verdict::Success});
    story.now().sender.accounts[0].balance = Money::fromCents(997'000);
    story.now().sender.barrierRows = {{gid, "00", "msg", "01", "msg"}};
    story.now().inFlight = amount;
    story.add(Committed{Committed::What::Debit, "m1", -amount});
    story.add(Struck{Part::Sender, "participant.before-submit", core::FaultMode::Crash});
    story.now().running = {Part::Coordinator, Part::Receiver};
    story.add(Ended{Part::Sender, true});
    story.add(Answered{transfer, 0});
    story.add(StepDone());
    story.scene(QStringLiteral("The sender starts again; it is asked & says \"yes\" <once>."),
                QStringLiteral("发送方重新启动，回查得到肯定的回答。"));
    story.now().running = {Part::Coordinator, Part::Sender, Part::Receiver};
    story.add(Started{Part::Sender, {}}, core::Millis(500));
    story.add(checkback, core::Millis(1500));
    story.add(Answered{checkback, 200, core::message::Verdict::Success});
    story.now().states["m1"] = "submitted";
    story.add(StateChanged{"m1", "prepared", "submitted"});
    story.add(branch);
    story.now().receiver.accounts[0].balance = Money::fromCents(1'003'000);
    story.now().receiver.barrierRows = {{gid, "01", "action", "01", "action"}};
    story.now().inFlight = Money();
    story.add(Committed{Committed::What::Credit, "m1", amount});
    story.add(Answered{branch, 200, core::message::Verdict::Success});
    story.now().states["m1"] = "succeed";
    story.add(StateChanged{"m1", "submitted", "succeed"});
    story.scene(QStringLiteral("The money has arrived once."), QStringLiteral("钱到账一次。"));
    story.add(Judged{true, {}});
    return story.recording();
}

} // namespace test
