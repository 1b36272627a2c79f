// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/peek.h"
#include "ui/session/resend.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Outlook;

namespace {

core::message::Message messageAskedAt(const QByteArray &url)
{
    core::message::Content content;
    content.queryPrepared = url;
    core::message::Message message{.gid = core::Gid::fromBytes("g1").value()};
    message.content = std::make_shared<core::message::Content>(content);
    return message;
}

ui::BarrierRow row(const QByteArray &branch, const QByteArray &op, const QByteArray &reason)
{
    return {.gid = "g1", .branchId = branch, .op = op, .barrierId = "01", .reason = reason};
}

const QByteArray senderUrl = "http://127.0.0.1:8081";

ui::PeekedBank senderBank(const QList<ui::BarrierRow> &rows)
{
    return {u"Bank A"_s, senderUrl, rows, {}};
}

} // namespace

class TestPeek : public QObject
{
    Q_OBJECT

private slots:
    void theSendersRowDecides_data();
    void theSendersRowDecides();
    void aBankThatKeepsTheRowIsTheSenders();
    void withoutTheSendersBankNothingIsTold();
    void anUnreadableBankIsSaid();
    void appliedBranchesAreThoseWithARow();
    void aResentGidIsTiedToTheFirst();
    void aLongGidIsCut();
    void theContentSaysWhereItComesFrom();
};

void TestPeek::theSendersRowDecides_data()
{
    QTest::addColumn<QList<ui::BarrierRow>>("rows");
    QTest::addColumn<Outlook>("outlook");
    QTest::newRow("committed") << QList{row("00", "msg", "msg")} << Outlook::Submits;
    QTest::newRow("fenced") << QList{row("00", "msg", "rollback")} << Outlook::Fails;
    QTest::newRow("no row") << QList<ui::BarrierRow>() << Outlook::Fences;
    QTest::newRow("a receiver's row alone") << QList{row("01", "action", "action")} << Outlook::Fences;
}

void TestPeek::theSendersRowDecides()
{
    QFETCH(QList<ui::BarrierRow>, rows);
    const auto peek = ui::peekOf(messageAskedAt(senderUrl + "/api/busi/QueryPreparedB"),
                                 QList{ui::PeekedBank{u"Bank B"_s}, senderBank(rows)});
    QCOMPARE(peek.sender, 1);
    QTEST(peek.outlook, "outlook");
}

void TestPeek::aBankThatKeepsTheRowIsTheSenders()
{
    const ui::PeekedBank unknownPlace{u"Bank C"_s, {}, {row("00", "msg", "msg")}, {}};
    const auto peek = ui::peekOf(messageAskedAt("http://elsewhere:1/q"), QList{senderBank({}), unknownPlace});
    QCOMPARE(peek.sender, 1);
    QCOMPARE(peek.outlook, Outlook::Submits);
}

void TestPeek::withoutTheSendersBankNothingIsTold()
{
    for (const QByteArray &url : {QByteArray(), QByteArray("http://elsewhere:1/q"), QByteArray("not a url")})
        QCOMPARE(ui::peekOf(messageAskedAt(url), QList{senderBank({})}).outlook, Outlook::SenderUnknown);
    QCOMPARE(ui::peekOf(messageAskedAt(senderUrl), {}).sender, -1);
}

void TestPeek::anUnreadableBankIsSaid()
{
    ui::PeekedBank away = senderBank({});
    away.problem = u"no server"_s;
    QCOMPARE(ui::peekOf(messageAskedAt(senderUrl + "/q"), QList{away}).outlook, Outlook::SenderUnreadable);
}

void TestPeek::appliedBranchesAreThoseWithARow()
{
    const ui::PeekedBank receiver{u"Bank B"_s, {}, {row("01", "action", "action"), row("02", "action", "action")}, {}};
    const auto peek = ui::peekOf(messageAskedAt(senderUrl), QList{senderBank({row("00", "msg", "msg")}), receiver});
    QCOMPARE(peek.appliedBranches(), (QList<QByteArray>{"01", "02"}));
}

void TestPeek::aResentGidIsTiedToTheFirst()
{
    QCOMPARE(ui::resentGid("order", {}), QByteArray("order-r1"));
    QCOMPARE(ui::resentGid("order", {"order-r1", "order-r2"}), QByteArray("order-r3"));
    QCOMPARE(ui::resentGid("order-r1", {"order-r1"}), QByteArray("order-r2"));
    QCOMPARE(ui::resentPrefix("shop-r"), QByteArray("shop-r-r"));
    QVERIFY(ui::isResentGid("order-r2", "order") && ui::isResentGid("order-r2", "order-r1"));
    QVERIFY(!ui::isResentGid("order-rush", "order") && !ui::isResentGid("order-r", "order"));
    QVERIFY(!ui::isResentGid("order", "order") && !ui::isResentGid("order-r1-r1", "order"));
}

void TestPeek::aLongGidIsCut()
{
    const QByteArray gid = ui::resentGid(QByteArray(128, 'x'), {});
    QVERIFY(core::Gid::fromBytes(gid).ok());
    QVERIFY(gid.endsWith("-r1"));
}

void TestPeek::theContentSaysWhereItComesFrom()
{
    core::message::Content content;
    content.steps << core::message::Step{"http://b/in", R"({"amount":30.00})"};
    content.options.waitResult = true;
    content.customData = R"({"delay":10})";
    const auto resent = ui::resentContent(content, "order");
    QCOMPARE(resent.steps, content.steps);
    QVERIFY(!resent.options.waitResult);
    const QJsonObject data = QJsonDocument::fromJson(resent.customData).object();
    QCOMPARE(data.value(u"resent_from"_s).toString(), u"order"_s);
    QCOMPARE(ui::resentFrom(resent), QByteArray("order"));
    QCOMPARE(ui::resentFrom(content), QByteArray());
    QCOMPARE(data.value(u"delay"_s).toInt(), 10);
    content.customData = "no json";
    QCOMPARE(ui::resentContent(content, "order").customData, QByteArray("no json"));
}

QTEST_APPLESS_MAIN(TestPeek)
#include "tst_peek.moc"
