// SPDX-License-Identifier: Apache-2.0
#include "core/faults/watch.h"

#include "core/faults/stage.h"

namespace core::faults {

using namespace std::chrono_literals;

namespace {

constexpr Millis lookEvery = 100ms;
constexpr Part everyPart[] = {Part::Coordinator, Part::SecondCoordinator, Part::Sender, Part::Receiver, Part::Database};

/// How far a message is: it never goes back.
int rankOf(const QByteArray &state)
{
    if (state == "prepared")
        return 1;
    if (state == "submitted")
        return 2;
    return state == "succeed" || state == "failed" ? 3 : 0;
}

bool isFence(const bank::BarrierRow &row)
{
    return row.op == "msg" && row.reason != row.op;
}

/// The state that a request's acknowledgement promises: it is on the disk before it is answered.
QByteArray stateAfter(const Answered &answered)
{
    if (answered.verdict != message::Verdict::Success)
        return {};
    if (answered.asked.request == Request::Prepare)
        return "prepared";
    if (answered.asked.request == Request::Submit)
        return "submitted";
    return {};
}

/// The state that is on the disk when a request comes by this point; empty: none is for sure.
QByteArray stateBehind(const QByteArray &point)
{
    for (const QByteArray &request : {QByteArray("prepare"), QByteArray("submit")}) {
        if (point == request + ".after-commit" || point == request + ".answer" || point == request + ".after-answer")
            return request == "submit" ? "submitted" : "prepared";
    }
    return {};
}

} // namespace

Watch::Watch(Stage &stage, const Scenario &scenario, Tell tell)
    : m_stage(stage)
    , m_scenario(scenario)
    , m_tell(std::move(tell))
{
    m_timer.setInterval(lookEvery);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
}

void Watch::begin()
{
    m_since.start();
    m_timer.start();
}

Millis Watch::elapsed() const
{
    return m_since.isValid() ? Millis(m_since.elapsed()) - m_stage.pausedFor() : Millis(0);
}

void Watch::setStep(const Step &step)
{
    m_now.line = step.line;
    m_now.text = step.text;
    if (const auto *transfer = std::get_if<TransferAction>(&step.action)) {
        m_labels.insert(m_scenario.gidOf(transfer->label), transfer->label);
        m_now.states.insert(transfer->label, "none");
    }
}

void Watch::note(const Happening &what)
{
    if (!std::holds_alternative<Ended>(what)) // what ended with a database is read when it is back
        readBooks();
    const auto *asked = std::get_if<Asked>(&what);
    if (asked && asked->request == Request::Branch) // nobody is called before that is on the disk
        takeState(asked->label, "submitted");
    if (const auto *struck = std::get_if<Struck>(&what))
        takeStruck(*struck);
    tell(what);
    if (const auto *answered = std::get_if<Answered>(&what))
        takeAnswer(*answered);
}

/// A fault names no message: where just one can have come by there, it is the one.
void Watch::takeStruck(const Struck &struck)
{
    const QByteArray durable = stateBehind(struck.point);
    if (durable.isEmpty())
        return;
    const QByteArrayList labels =
        m_now.states.keys(durable == "submitted" ? QByteArray("prepared") : QByteArray("none"));
    if (labels.size() == 1)
        takeState(labels.first(), durable);
}

void Watch::look()
{
    readBooks();
    askStates();
}

void Watch::readBooks()
{
    if (!m_stage.booksAreThere())
        return;
    const auto receiver = m_stage.ledger(Part::Receiver).look();
    const auto sender = m_stage.ledger(Part::Sender).look();
    if (!receiver.ok() || !sender.ok())
        return;
    m_now.receiver = {receiver->accounts, receiver->barrierRows};
    m_now.sender = {sender->accounts, sender->barrierRows};
    m_now.inFlight = bank::totalOf(*receiver, *sender).inFlight;
    tellCommits(*sender, *receiver);
}

void Watch::tellCommits(const bank::BankSnapshot &sender, const bank::BankSnapshot &receiver)
{
    const qsizetype debits = std::exchange(m_debits, sender.journal.size());
    const qsizetype credits = std::exchange(m_credits, receiver.journal.size());
    const qsizetype rows = std::exchange(m_senderRows, sender.barrierRows.size());
    tellBookings(sender.journal, debits, Committed::What::Debit);
    for (const bank::BarrierRow &row : sender.barrierRows.mid(rows)) {
        if (isFence(row))
            tell(Committed{Committed::What::Fence, labelOf(row.gid), {}});
    }
    tellBookings(receiver.journal, credits, Committed::What::Credit);
}

void Watch::tellBookings(const QList<bank::JournalEntry> &journal, qsizetype known, Committed::What what)
{
    for (const bank::JournalEntry &entry : journal.mid(known))
        tell(Committed{what, labelOf(entry.gid), entry.amount});
}

QByteArray Watch::labelOf(const QByteArray &gid) const
{
    return m_labels.value(gid);
}

void Watch::askStates()
{
    if (!m_stage.isRunning(Part::Coordinator) && !m_stage.isRunning(Part::SecondCoordinator))
        return;
    for (const QByteArray &label : m_now.states.keys()) {
        if (rankOf(m_now.states.value(label)) == 3 || m_asking.value(label) > 0)
            continue;
        ++m_asking[label];
        m_stage.askState(label, [this, label](const QByteArray &state) {
            --m_asking[label];
            takeState(label, state);
        });
    }
}

/// A query that was asked before something happened may tell of it too late.
void Watch::takeState(const QByteArray &label, const QByteArray &state)
{
    const QByteArray before = m_now.states.value(label);
    if (before.isEmpty() || rankOf(state) <= rankOf(before))
        return;
    readBooks();
    m_now.states[label] = state;
    tell(StateChanged{label, before, state});
}

void Watch::takeAnswer(const Answered &answered)
{
    takeState(answered.asked.label, stateAfter(answered));
    askStates(); // a moment earlier than the next look
}

void Watch::tell(const Happening &what)
{
    m_now.at = elapsed();
    m_now.what = what;
    m_now.running.clear();
    for (const Part part : everyPart) {
        if (m_stage.isRunning(part))
            m_now.running.append(part);
    }
    m_tell(m_now);
}

} // namespace core::faults
