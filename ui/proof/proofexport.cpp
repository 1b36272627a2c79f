// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/proof/proofexport.h"

#include "ui/proof/proofwords.h"
#include "ui/proof/sqlcard.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

struct Labels
{
    Q_DECLARE_TR_FUNCTIONS(ui::ProofExport)
};

QString cell(const QString &text)
{
    return u"<td>"_s + text.toHtmlEscaped() + u"</td>"_s;
}

QString sumRows(const ProofReport &report)
{
    const ProofSum &sum = report.sum;
    const auto row = [](const QString &name, const QString &value) {
        return u"<tr>"_s + cell(name) + u"<td class=\"n\">"_s + value.toHtmlEscaped() + u"</td></tr>\n"_s;
    };
    return row(report.bankNames.value(0), widgets::formatMoney(sum.sender))
        + row(report.bankNames.value(1), widgets::formatMoney(sum.receiver))
        + row(Labels::tr("In flight"), widgets::formatMoney(sum.inFlight))
        + row(Labels::tr("Total"), widgets::formatMoney(sum.total()))
        + row(Labels::tr("Expected"), widgets::formatMoney(sum.expected))
        + row(Labels::tr("Missing"), widgets::formatMoney(sum.missing()))
        + row(Labels::tr("Two-phase transfers"), countAndLost(sum.transfers, sum.twoPhaseLost()))
        + row(Labels::tr("Naive transfers"), countAndLost(sum.naiveTransfers, sum.naiveLost));
}

QString className(Holds holds)
{
    return holds == Holds::True ? u"true"_s : holds == Holds::False ? u"false"_s : u"unknown"_s;
}

QString listOf(const QStringList &lines)
{
    QString text;
    for (const QString &line : lines)
        text += u"<li>"_s + line.toHtmlEscaped() + u"</li>\n"_s;
    return lines.isEmpty() ? QString() : u"<ul>\n"_s + text + u"</ul>\n"_s;
}

QString findingText(const InvariantFinding &finding, const ProofReport &report)
{
    QStringList offences;
    for (const Offence &offence : finding.offences)
        offences << offenceText(offence, report.bankNames)
                + (offence.gid.isEmpty() ? QString() : u" ("_s + QString::fromLatin1(offence.gid) + u')');
    return u"<h2><span class=\"%1\">%2</span> %3</h2>\n<p>%4</p>\n"_s.arg(
               className(finding.holds), holdsWord(finding.holds).toHtmlEscaped(),
               invariantText(finding.invariant).toHtmlEscaped(), foundText(finding, report).toHtmlEscaped())
        + listOf(offences) + u"<pre>"_s + sqlText(finding.sql, report.bankNames).toHtmlEscaped() + u"</pre>\n"_s;
}

QStringList exemptLines(const ProofReport &report)
{
    QStringList lines;
    for (const ExemptMessage &exempt : report.exempt)
        lines << exemptText(exempt);
    return lines;
}

QStringList naiveLines(const ProofReport &report)
{
    QStringList lines;
    for (const NaiveLoss &loss : report.naiveLosses)
        lines << widgets::formatAbsolute(loss.at) + u" · "_s + naiveText(loss) + u' ' + widgets::formatMoney(loss.lost);
    return lines;
}

QString section(const QString &title, const QStringList &lines)
{
    return lines.isEmpty() ? QString() : u"<h2>"_s + title.toHtmlEscaped() + u"</h2>\n"_s + listOf(lines);
}

// Black on white: it is printed.
const auto styleSheet = u"body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
                        "h2{font-size:1em;margin-top:2em}td{padding:.2em 1em .2em 0}.n{text-align:right}"
                        "pre{border:1px solid;padding:1em;white-space:pre-wrap}"
                        ".true::before{content:'✓ '}.false::before{content:'✗ '}.unknown::before{content:'? '}"
                        ".false{font-weight:bold;text-decoration:underline}"_s;

} // namespace

QByteArray proofHtml(const ProofReport &report, const QString &place)
{
    const ProofSentence verdict = proofSentence(report);
    QString html = u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title><style>%2</style></head>"
                   "<body>\n<h1 class=\"%3\">%4</h1>\n<p>%5</p>\n<p>%6</p>\n<table>\n%7</table>\n"_s;
    html = html.arg(
        Labels::tr("Proof").toHtmlEscaped(), styleSheet, className(report.verdict()), verdict.sentence.toHtmlEscaped(),
        verdict.detail.toHtmlEscaped(),
        Labels::tr("Read at %1 from %2 and %3; messages of %4.")
            .arg(widgets::formatAbsolute(report.at), report.bankNames.value(0), report.bankNames.value(1), place)
            .toHtmlEscaped(),
        sumRows(report));
    html += section(Labels::tr("Naive transfers that lost money"), naiveLines(report));
    for (const InvariantFinding &finding : report.findings)
        html += findingText(finding, report);
    html += section(Labels::tr("Exempt from the checks"), exemptLines(report));
    return (html + u"</body></html>\n"_s).toUtf8();
}

namespace {

QString money(core::Money amount)
{
    return QString::fromLatin1(amount.toText());
}

QJsonObject offenceJson(const Offence &offence, const QStringList &bankNames)
{
    return {{u"gid"_s, QString::fromLatin1(offence.gid)}, {u"branch_id"_s, QString::fromLatin1(offence.branchId)},
            {u"bank"_s, bankNames.value(offence.bank)},   {u"user_id"_s, offence.userId},
            {u"amount"_s, money(offence.amount)},         {u"times"_s, offence.times}};
}

QJsonObject findingJson(const InvariantFinding &finding, const QStringList &bankNames)
{
    QJsonArray offences;
    for (const Offence &offence : finding.offences)
        offences << offenceJson(offence, bankNames);
    QJsonArray sql;
    for (const ProofSql &one : finding.sql)
        sql << QJsonObject{{u"bank"_s, bankNames.value(one.bank)}, {u"statement"_s, one.statement}};
    return {{u"invariant"_s, invariantName(finding.invariant)},
            {u"holds"_s, className(finding.holds)},
            {u"checked"_s, finding.checked},
            {u"problem"_s, finding.problem},
            {u"offences"_s, offences},
            {u"offences_in_all"_s, finding.offencesInAll},
            {u"sql"_s, sql},
            {u"took_ms"_s, qint64(finding.took.count())}};
}

} // namespace

QByteArray proofJson(const ProofReport &report, const QString &place)
{
    QJsonArray findings;
    for (const InvariantFinding &finding : report.findings)
        findings << findingJson(finding, report.bankNames);
    QJsonArray exempt;
    for (const ExemptMessage &one : report.exempt)
        exempt << QString::fromLatin1(one.gid);
    const ProofSum &sum = report.sum;
    return QJsonDocument(QJsonObject{{u"holds"_s, className(report.verdict())},
                                     {u"at"_s, widgets::formatAbsolute(report.at, QTimeZone::utc())},
                                     {u"store"_s, place},
                                     {u"banks"_s, QJsonArray::fromStringList(report.bankNames)},
                                     {u"total"_s, money(sum.total())},
                                     {u"in_flight"_s, money(sum.inFlight)},
                                     {u"expected"_s, money(sum.expected)},
                                     {u"missing"_s, money(sum.missing())},
                                     {u"naive_transfers"_s, sum.naiveTransfers},
                                     {u"naive_lost"_s, money(sum.naiveLost)},
                                     {u"messages_checked"_s, report.messagesChecked},
                                     {u"is_of_all_messages"_s, report.isOfAllMessages},
                                     {u"invariants"_s, findings},
                                     {u"exempt"_s, exempt}})
        .toJson();
}

} // namespace ui
