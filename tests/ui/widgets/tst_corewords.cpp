// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of core in the language of the screen, and that they are core's.
#include "ui/widgets/corewords.h"

#include "ui/widgets/coresentences.h"
#include "ui/widgets/visibletext.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using widgets::coreWords;

namespace {

/// A language in which each sentence stands in brackets, and one turns what is put into it around.
class Brackets final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (QLatin1String(context) != "CoreWords"_L1)
            return {};
        const QString text = QString::fromUtf8(source);
        return text == u"%1 (MySQL %2: %3)"_s ? u"[%2 %3 | %1]"_s : u'[' + text + u']';
    }
    bool isEmpty() const override { return false; }
};

/// All text of core and of the session, with literals that follow each other made one.
QString sourceText()
{
    QString text;
    for (const char *folder : {"core", "ui/session"}) {
        QDirIterator files(QLatin1String(CHECKBACK_SOURCE_DIR) + u'/' + QLatin1String(folder), {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                text += QString::fromUtf8(file.readAll());
        }
    }
    return text.remove(QRegularExpression(u"\"\\s*\\n\\s*\""_s));
}

} // namespace

class TestCoreWords final : public QObject
{
    Q_OBJECT
private slots:
    void everySentenceIsOneOfCores();
    void inEnglishAllStaysAsItIs_data();
    void inEnglishAllStaysAsItIs();
    void aSentenceIsTranslatedWithItsParts();
    void theLineOfSomebodysFileStays();
    void theWordsOfOthersStay();
    void whatIsPutInIsNotReadAsAPlace();
    void amountsReadAsOnTheScreen();
    void whatOnlyLooksLikeAnAmountStays();
    void unseenCharactersAreMarked_data();
    void unseenCharactersAreMarked();
};

/// A sentence that was changed in core would stay English on the screen, and nobody would know.
void TestCoreWords::everySentenceIsOneOfCores()
{
    const QString source = sourceText();
    QVERIFY(source.size() > 100'000);
    // What libc and Qt say; and ends of sentences whose beginning the screen cuts off.
    const QStringList others{u"Connection refused"_s, u"Connection timed out"_s,   u"Connection reset by peer"_s,
                             u"No route to host"_s,   u"Network is unreachable"_s, u"Host not found"_s,
                             u"Permission denied"_s,  u"No space left on device"_s};
    for (const char *sentence : widgets::coreSentences()) {
        const QString text = QString::fromUtf8(sentence);
        if (others.contains(text))
            continue;
        for (QString part : text.split(QRegularExpression(u"%\\d"_s))) {
            if (part.startsWith(u"url "_s)) // the field's name is put before it
                part.remove(0, 4);
            QVERIFY2(part.size() < 3 || source.contains(part.replace(u'"', u"\\\""_s)), sentence);
        }
    }
}

void TestCoreWords::inEnglishAllStaysAsItIs_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a store's")
        << u"the disk of the store /a/b.db is full: free some space (SQLite 13: database or disk is full)"_s;
    QTest::newRow("a bank's")
        << u"the bank's database: Access denied for user 'a'@'b' (1045): check the user, its password and "
           "the host it may come from"_s;
    QTest::newRow("unknown") << u"something that nobody knows"_s;
    QTest::newRow("empty") << QString();
}

void TestCoreWords::inEnglishAllStaysAsItIs()
{
    QFETCH(QString, sentence);
    QCOMPARE(coreWords(sentence), sentence);
}

void TestCoreWords::aSentenceIsTranslatedWithItsParts()
{
    Brackets language;
    QVERIFY(QCoreApplication::installTranslator(&language));
    QCOMPARE(coreWords(u"the console is read-only: nothing was changed"_s),
             u"[the console is read-only: nothing was changed]"_s);
    QCOMPARE(coreWords(
                 u"the store m:1/d cannot be reached: start the server, and check host, port and firewall (MySQL 2003: "
                 "Can't connect)"_s),
             u"[2003 Can't connect | [the store m:1/d cannot be reached: start the server, and check host, port and "
             "firewall]]"_s);
    QCOMPARE(coreWords(u"no connection: Connection refused"_s), u"[no connection: [Connection refused]]"_s);
    QCOMPARE(coreWords(u"below zero: user 2 has -30.00, user 3 has -5.00, user 4 has -1.00 and more (4 in all)"_s),
             u"[[below zero]: [[user 2 has −30.00, [user 3 has −5.00, [user 4 has −1.00]]] and more] (4 in all)]"_s);
}

void TestCoreWords::theLineOfSomebodysFileStays()
{
    Brackets language;
    QVERIFY(QCoreApplication::installTranslator(&language));
    const QString line = u"mine.txt:12: expect state m1 failed: "_s;
    QCOMPARE(widgets::coreWordsAtEnd(line + u"it is succeed"_s, u"it is succeed"_s), line + u"[it is succeed]"_s);
    QCOMPARE(widgets::coreWordsAtEnd(u"the file is empty"_s, {}), u"[the file is empty]"_s);
}

void TestCoreWords::theWordsOfOthersStay()
{
    Brackets language;
    QVERIFY(QCoreApplication::installTranslator(&language));
    QCOMPARE(coreWords(u"the bank's database: No database selected"_s),
             u"[the bank's database: No database selected]"_s);
    QCOMPARE(coreWords(u"<html>sign in</html>"_s), u"<html>sign in</html>"_s);
}

void TestCoreWords::whatIsPutInIsNotReadAsAPlace()
{
    QCOMPARE(coreWords(u"the disk of the store /a%2/%1.db is full: free some space"_s),
             u"the disk of the store /a%2/%1.db is full: free some space"_s);
}

void TestCoreWords::amountsReadAsOnTheScreen()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(
        coreWords(
            u"balances 19970.00 and 30.00 in flight (transfers: 1000) make 20000.00; 123456789012345.67 is expected"_s),
        u"balances 19,970.00 and 30.00 in flight (transfers: 1000) make 20,000.00; 123,456,789,012,345.67 is expected"_s);
    QCOMPARE(coreWords(u"insufficient balance: user 1234 has -1000.05, 20000.00 is needed"_s),
             u"insufficient balance: user 1234 has −1,000.05, 20,000.00 is needed"_s);
    QCOMPARE(coreWords(u"below zero: user 2 has -30.00 (1 in all)"_s), u"below zero: user 2 has −30.00 (1 in all)"_s);
    QCOMPARE(
        coreWords(
            u"below zero: user 2 has -30.00, user 1234 has -1000.05, user 5 has -5.00, user 6 has -6.00, user 7 has -2000.00 and more (9 in all)"_s),
        u"below zero: user 2 has −30.00, user 1234 has −1,000.05, user 5 has −5.00, user 6 has −6.00, user 7 has −2,000.00 and more (9 in all)"_s);
    QCOMPARE(coreWords(u"m1: it is 12345.00, debits: 1, credits: 1"_s),
             u"m1: it is 12,345.00, debits: 1, credits: 1"_s);
}

/// A gid and a name are anybody's text.
void TestCoreWords::whatOnlyLooksLikeAnAmountStays()
{
    for (const QString &sentence : {u"20000.00: it is succeed, debits: 1, credits: 1"_s,
                                    u"the disk of the store 20000.00 is full: free some space"_s,
                                    u"applied more than once: 20000.00 (1 in all)"_s, u"20000.00"_s})
        QCOMPARE(coreWords(sentence), sentence);
}

void TestCoreWords::unseenCharactersAreMarked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"30.00 → 2, 元"_s << u"30.00 → 2, 元"_s;
    QTest::newRow("lines and tabs") << u"a\n\tb"_s << u"a\n\tb"_s;
    QTest::newRow("NUL and escape") << QString(u"a"_s + QChar(0) + QChar(0x1b) + u'b') << u"a␀␛b"_s;
    QTest::newRow("delete") << QString(QChar(0x7f)) << QString(QChar(QChar::ReplacementCharacter));
    QTest::newRow("turned around") << QString(u"3"_s + QChar(0x202e) + u"00.30"_s) << u"3⟨U+202E⟩00.30"_s;
    QTest::newRow("zero width") << QString(u"a"_s + QChar(0x200b) + u'b') << u"a⟨U+200B⟩b"_s;
}

void TestCoreWords::unseenCharactersAreMarked()
{
    QFETCH(QString, text);
    QTEST(widgets::visibleText(text), "shown");
}

QTEST_MAIN(TestCoreWords)
#include "tst_corewords.moc"
