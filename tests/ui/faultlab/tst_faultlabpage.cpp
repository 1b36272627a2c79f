// SPDX-License-Identifier: GPL-3.0-or-later
// The page on a real session, driven by mouse and keys.
#include "ui/faultlab/faultlabpage.h"
#include "ui/faultlab/protocolpoints.h"
#include "ui/session/faultdesk.h"
#include "ui/session/session.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFaultLabPage final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();

    void eachNumberIsOneKnownPoint();

private:
    std::unique_ptr<theme::Theme> m_theme;
};

void TestFaultLabPage::initTestCase()
{
    m_theme = std::make_unique<theme::Theme>(*qApp);
}

void TestFaultLabPage::cleanupTestCase()
{
    m_theme.reset();
}

void TestFaultLabPage::eachNumberIsOneKnownPoint()
{
    QSet<QByteArray> names;
    int number = 0;
    for (const ui::ProtocolPoint &point : ui::protocolPoints()) {
        QCOMPARE(point.number, ++number);
        QVERIFY2(core::findFaultPoint(point.name), point.name.constData());
        names.insert(point.name);
    }
    QCOMPARE(names.size(), 23);
}

QTEST_MAIN(TestFaultLabPage)
#include "tst_faultlabpage.moc"
