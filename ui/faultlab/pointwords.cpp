// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/pointwords.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::FaultMode;

namespace {

struct PointText
{
    const char *point;
    const char *title; ///< untranslated, as place
    const char *place;
};

const PointText *textOf(const QByteArray &point)
{
    static constexpr PointText texts[] = {
        {"sender.prepare-request", QT_TRANSLATE_NOOP("ui::PointWords", "Prepare is sent"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "The sender asks the coordinator to keep the message, before any money is touched.")},
        {"prepare.before-commit", QT_TRANSLATE_NOOP("ui::PointWords", "Prepare is stored"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The coordinator has the prepare and is about to write it to its store.")},
        {"prepare.answer", QT_TRANSLATE_NOOP("ui::PointWords", "Prepare is answered"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The message is kept; you decide what the sender hears.")},
        {"sender.before-transaction", QT_TRANSLATE_NOOP("ui::PointWords", "Transaction begins"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "The sender knows that the message is kept and is about to open its local transaction.")},
        {"sender.before-barrier", QT_TRANSLATE_NOOP("ui::PointWords", "Barrier row is next"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "Bank A's transaction is open; the barrier row, the proof of the debit, comes next.")},
        {"sender.after-barrier-insert", QT_TRANSLATE_NOOP("ui::PointWords", "Debit is next"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "The barrier row is written, the debit comes next; nothing is committed.")},
        {"sender.before-commit", QT_TRANSLATE_NOOP("ui::PointWords", "Commit is next"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "Barrier row and debit are written; COMMIT is about to be sent to bank A.")},
        {"sender.after-commit", QT_TRANSLATE_NOOP("ui::PointWords", "Bank A has committed"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The debit is on disk; the sender waits to hear so.")},
        {"sender.before-submit", QT_TRANSLATE_NOOP("ui::PointWords", "Submit is next"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The debit is committed; the coordinator does not know it yet.")},
        {"sender.submit-request", QT_TRANSLATE_NOOP("ui::PointWords", "Submit is sent"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The sender asks the coordinator to deliver.")},
        {"submit.before-commit", QT_TRANSLATE_NOOP("ui::PointWords", "Submit is stored"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The coordinator has the submit and is about to write it to its store.")},
        {"submit.answer", QT_TRANSLATE_NOOP("ui::PointWords", "Submit is answered"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The message is submitted; you decide what the sender hears.")},
        {"checkback.before-send", QT_TRANSLATE_NOOP("ui::PointWords", "Checkback is sent"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "No submit came in time: the coordinator asks the sender what became of its transaction.")},
        {"sender.checkback", QT_TRANSLATE_NOOP("ui::PointWords", "Sender is asked back"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "Bank A's service has the question; you decide what the coordinator hears.")},
        {"sender.answer", QT_TRANSLATE_NOOP("ui::PointWords", "Checkback is answered"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "Bank A's service has looked for the barrier row; you decide what the coordinator hears.")},
        {"checkback.after-answer", QT_TRANSLATE_NOOP("ui::PointWords", "Checkback is read"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The sender has answered; you decide what the coordinator makes of it.")},
        {"submit.after-commit", QT_TRANSLATE_NOOP("ui::PointWords", "Submit is on disk"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "The message is submitted for good; nothing of it was called or answered yet.")},
        {"branch.before-connect", QT_TRANSLATE_NOOP("ui::PointWords", "Call is sent"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The coordinator is about to call bank B's service.")},
        {"receiver.request", QT_TRANSLATE_NOOP("ui::PointWords", "Receiver answers"),
         QT_TRANSLATE_NOOP("ui::PointWords", "Bank B's service has the call; you decide what the coordinator hears.")},
        {"receiver.before-barrier", QT_TRANSLATE_NOOP("ui::PointWords", "Barrier row is next"),
         QT_TRANSLATE_NOOP(
             "ui::PointWords",
             "Bank B's transaction is open; its barrier row, which lets the credit happen once, comes next.")},
        {"receiver.after-barrier-insert", QT_TRANSLATE_NOOP("ui::PointWords", "Credit is next"),
         QT_TRANSLATE_NOOP("ui::PointWords",
                           "Bank B's barrier row is written, the credit comes next; nothing is committed.")},
        {"receiver.after-commit", QT_TRANSLATE_NOOP("ui::PointWords", "Bank B has committed"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The credit is on disk; bank B's service waits to hear so.")},
        {"receiver.answer", QT_TRANSLATE_NOOP("ui::PointWords", "Answer is sent"),
         QT_TRANSLATE_NOOP("ui::PointWords", "The call was worked through; you decide what the coordinator hears.")},
        {"branch.after-answer", QT_TRANSLATE_NOOP("ui::PointWords", "Answer is read"),
         QT_TRANSLATE_NOOP("ui::PointWords", "Bank B has answered; you decide what the coordinator makes of it.")},
    };
    const auto *found = std::find_if(std::begin(texts), std::end(texts),
                                     [&point](const PointText &text) { return point == text.point; });
    return found == std::end(texts) ? nullptr : found;
}

QString seconds(std::chrono::milliseconds time)
{
    return QLocale().toString(double(time.count()) / 1000.0, 'f', 1);
}

} // namespace

QString PointWords::phase(ProtocolPhase phase)
{
    switch (phase) {
    case ProtocolPhase::Prepare:
        return tr("Prepare");
    case ProtocolPhase::LocalTransaction:
        return tr("Local transaction");
    case ProtocolPhase::Submit:
        return tr("Submit");
    case ProtocolPhase::Checkback:
        return tr("Checkback");
    case ProtocolPhase::Delivery:
        return tr("Delivery");
    }
    Q_UNREACHABLE();
}

QString PointWords::title(const QByteArray &point)
{
    const PointText *text = textOf(point);
    return text ? tr(text->title) : QString::fromLatin1(point);
}

QString PointWords::place(const QByteArray &point)
{
    const PointText *text = textOf(point);
    return text ? tr(text->place) : QString();
}

QString PointWords::mode(FaultMode mode)
{
    switch (mode) {
    case FaultMode::Fail:
        //: what happens at a fault point: the step does not take place
        return tr("Fail");
    case FaultMode::Answer:
        return tr("Fail with status");
    case FaultMode::Delay:
        return tr("Delay");
    case FaultMode::Drop:
        return tr("Drop the answer");
    case FaultMode::Duplicate:
        return tr("Deliver twice");
    case FaultMode::Hold:
        //: a breakpoint: what comes by there waits until you say how it goes on
        return tr("Hold (breakpoint)");
    case FaultMode::Crash:
        return tr("Crash");
    }
    Q_UNREACHABLE();
}

QString PointWords::whyNot(const QByteArray &point, FaultMode mode)
{
    const core::FaultPoint *known = core::findFaultPoint(point);
    if (!known || known->modes.contains(mode))
        return {};
    switch (mode) {
    case FaultMode::Fail:
    case FaultMode::Answer:
        return tr("nothing can be refused here");
    case FaultMode::Drop:
        return tr("no answer comes by here");
    case FaultMode::Duplicate:
        return tr("nothing is delivered here");
    case FaultMode::Hold:
        return tr("this would hold up other messages");
    case FaultMode::Crash:
        return tr("what crashes here is on its way already");
    case FaultMode::Delay:
        return tr("nothing can wait here");
    }
    Q_UNREACHABLE();
}

QString PointWords::left(const core::ArmedFault &armed)
{
    const core::Fault &fault = armed.fault;
    if (armed.left.count() > 0)
        //: %1: a time in seconds
        return tr("%1 s left").arg(seconds(armed.left));
    if (fault.every > 1)
        //: a fault that strikes one in so many passes
        return tr("one in %1").arg(fault.every);
    if (fault.times == 0)
        return tr("until cleared");
    if (fault.times == 1)
        return tr("once");
    return tr("%1 of %2 left").arg(fault.times - armed.strikes).arg(fault.times);
}

QString PointWords::badge(const core::ArmedFault &armed)
{
    const core::Fault &fault = armed.fault;
    if (fault.every > 1)
        return u"1/%1"_s.arg(fault.every);
    if (fault.times == 0)
        return u"∞"_s;
    if (fault.times == 1)
        return u"×1"_s;
    //: beside an armed point: so many of so many strikes are left
    return tr("%1 of %2").arg(fault.times - armed.strikes).arg(fault.times);
}

QString PointWords::what(const core::Fault &fault)
{
    const QString where = title(fault.point);
    switch (fault.mode) {
    case FaultMode::Fail:
        //: %1: a step, "Submit is sent"
        return tr("%1: fails").arg(where);
    case FaultMode::Answer:
        return tr("%1: status %2").arg(where).arg(fault.status);
    case FaultMode::Delay:
        return tr("%1: %2 s late").arg(where, seconds(fault.delay));
    case FaultMode::Drop:
        return tr("%1: the answer is lost").arg(where);
    case FaultMode::Duplicate:
        return tr("%1: twice").arg(where);
    case FaultMode::Hold:
        return tr("%1: held").arg(where);
    case FaultMode::Crash:
        return tr("%1: crash").arg(where);
    }
    Q_UNREACHABLE();
}

QString PointWords::armed(const core::ArmedFault &armed)
{
    //: %1: what a fault does; %2: how often it still will
    return tr("%1, %2").arg(what(armed.fault), left(armed));
}

QString PointWords::sentence(const ProtocolPoint &point, const QList<core::ArmedFault> &armed)
{
    //: %1: number; %2: title; %3: a sentence
    QString text = tr("%1 · %2. %3").arg(point.number).arg(title(point.name), place(point.name));
    for (const core::ArmedFault &one : armed) {
        if (one.fault.point == point.name)
            //: %1: what a fault does and how often
            text += u' ' + tr("Armed: %1.").arg(PointWords::armed(one));
    }
    return text;
}

} // namespace ui
