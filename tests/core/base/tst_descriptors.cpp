// SPDX-License-Identifier: Apache-2.0
#include "core/base/descriptors.h"

#include <QFile>
#include <QTest>

#include <sys/resource.h>

using namespace core;

/// Each test case changes this process for good.
class TestDescriptors : public QObject
{
    Q_OBJECT

private slots:
    void thereIsRoomForAsManyAsAskedFor();
    void theLimitIsRaisedAsFarAsAllowed();
    void aNarrowLimitIsNoObstacle();

private:
    /// As the system tells it: for how many it has room at the moment.
    static int room();
    static rlimit limit();
};

int TestDescriptors::room()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray name = "\nFDSize:";
    const QByteArray all = status.readAll();
    const qsizetype at = all.indexOf(name) + name.size();
    return all.mid(at, all.indexOf('\n', at) - at).trimmed().toInt();
}

rlimit TestDescriptors::limit()
{
    rlimit found{};
    ::getrlimit(RLIMIT_NOFILE, &found);
    return found;
}

void TestDescriptors::thereIsRoomForAsManyAsAskedFor()
{
#ifndef Q_OS_LINUX
    QSKIP("only Linux tells for how many there is room");
#endif
    constexpr int wanted = 900; // fewer than any system allows
    QVERIFY2(room() > 0 && room() < wanted, qPrintable(QString::number(room())));
    makeRoomForDescriptors(wanted);
    QVERIFY2(room() >= wanted, qPrintable(QString::number(room())));
}

void TestDescriptors::theLimitIsRaisedAsFarAsAllowed()
{
    const rlim_t allowed = limit().rlim_max;
    const rlimit low{64, allowed};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
    makeRoomForDescriptors(100);
    QCOMPARE(limit().rlim_cur, std::min<rlim_t>(allowed, 65'536));
}

void TestDescriptors::aNarrowLimitIsNoObstacle()
{
    const rlimit narrow{64, 64};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &narrow), 0);
    makeRoomForDescriptors(4'096);
    QCOMPARE(limit().rlim_cur, rlim_t(64));
    QFile file(QStringLiteral("/proc/self/status"));
    QVERIFY(file.open(QIODevice::ReadOnly)); // none was left open
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
