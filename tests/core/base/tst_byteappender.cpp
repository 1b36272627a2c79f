// SPDX-License-Identifier: Apache-2.0
#include "core/base/byteappender.h"

#include <QTest>

#include <limits>

using namespace core;

class TestByteAppender : public QObject
{
    Q_OBJECT

private slots:
    void appendsBehindWhatIsThere();
    void growsBeyondTheRoomThatWasAskedFor();
    void leavesSharedBytesAlone();
    void writesNumbersInFull();
    void writesBytesAsHexadecimal();
};

void TestByteAppender::appendsBehindWhatIsThere()
{
    QByteArray text = "a";
    {
        ByteAppender to(text, 16);
        to.bytes("bc");
        to.byte('\0');
        to.bytes({});
        QCOMPARE(to.size(), 4);
    }
    QCOMPARE(text, QByteArray("abc\0", 4));
}

void TestByteAppender::growsBeyondTheRoomThatWasAskedFor()
{
    QByteArray text;
    QByteArray expected;
    {
        ByteAppender to(text, 0);
        for (int i = 0; i < 1000; ++i) {
            to.byte('x');
            to.bytes("yz");
            expected += "xyz";
        }
        to.bytes(QByteArray(100'000, 'l'));
        expected += QByteArray(100'000, 'l');
    }
    QCOMPARE(text, expected);
}

void TestByteAppender::leavesSharedBytesAlone()
{
    QByteArray text = "kept";
    text.reserve(100);
    const QByteArray shared = text;
    {
        ByteAppender to(text, 8);
        to.bytes(" on");
    }
    QCOMPARE(text, QByteArray("kept on"));
    QCOMPARE(shared, QByteArray("kept"));
}

void TestByteAppender::writesNumbersInFull()
{
    QByteArray text;
    {
        ByteAppender to(text, 0);
        to.number(0);
        to.byte(' ');
        to.number(std::numeric_limits<std::int64_t>::min());
        to.byte(' ');
        to.number(std::numeric_limits<std::int64_t>::max());
    }
    QCOMPARE(text, QByteArray("0 -9223372036854775808 9223372036854775807"));
}

void TestByteAppender::writesBytesAsHexadecimal()
{
    QByteArray text = "x'";
    {
        ByteAppender to(text, 0);
        to.hex(QByteArrayView("\x00\xff\x7fz", 4));
    }
    QCOMPARE(text, QByteArray("x'00FF7F7A"));
}

QTEST_APPLESS_MAIN(TestByteAppender)
#include "tst_byteappender.moc"
