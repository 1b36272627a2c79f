// SPDX-License-Identifier: Apache-2.0
#include "core/participant/answers.h"

#include "core/message/verdict.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace core::message;
using namespace core::participant;

/// Whoever calls a participant may search an answer for FAILURE and ONGOING, as dtm does, whatever its status: what is
/// not known must never be read as "rolled back".
class TestAnswers : public QObject
{
    Q_OBJECT

private slots:
    void onlyANoSaysFailure_data();
    void onlyANoSaysFailure();
    void verdictsAreAnsweredAsTheyAre_data();
    void verdictsAreAnsweredAsTheyAre();
};

void TestAnswers::onlyANoSaysFailure_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("words");
    const QString detail = QStringLiteral("the disk says FAILURE, the work is ONGOING");
    const auto row = [&](const char *name, Error::Code code, int status, const QByteArray &words) {
        QTest::newRow(name) << Error{code, detail} << status << words;
    };
    row("no", Error::Code::Conflict, 409, "FAILURE");
    row("not yet", Error::Code::Ongoing, 425, "ONGOING");
    row("wrong input", Error::Code::Invalid, 400, "");
    row("not found", Error::Code::NotFound, 404, "");
    row("too large", Error::Code::TooLarge, 413, "");
    row("a database that is away", Error::Code::Unavailable, 503, "");
    row("a defect", Error::Code::Internal, 500, "");
}

void TestAnswers::onlyANoSaysFailure()
{
    QFETCH(Error, error);
    QFETCH(QByteArray, words);
    const http::Response answer = errorAnswer(error);
    QTEST(answer.status, "status");
    QCOMPARE(answer.body.contains("FAILURE"), words == "FAILURE");
    QCOMPARE(answer.body.contains("ONGOING"), words == "ONGOING");
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    QCOMPARE(body.value(QLatin1String("dtm_result")).toString().toUtf8(), words);
    QCOMPARE(body.value(QLatin1String("message")).toString(), error.detail);
}

void TestAnswers::verdictsAreAnsweredAsTheyAre_data()
{
    QTest::addColumn<Verdict>("verdict");
    for (const Verdict verdict : {Verdict::Success, Verdict::Failure, Verdict::Ongoing, Verdict::Unknown})
        QTest::newRow(verdictName(verdict).constData()) << verdict;
}

void TestAnswers::verdictsAreAnsweredAsTheyAre()
{
    QFETCH(Verdict, verdict);
    const http::Response answer = verdictAnswer(verdict);
    QCOMPARE(judge({answer.status, answer.contentType, answer.body}).verdict, verdict);
    QCOMPARE(answer.body.contains("FAILURE"), verdict == Verdict::Failure);
}

QTEST_APPLESS_MAIN(TestAnswers)
#include "tst_answers.moc"
