// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/access/console.h"

#include "tests/ui/support/memorypasswords.h"
#include "ui/session/connections.h"
#include "ui/session/demostory.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace test {
namespace {

constexpr int patience = 30'000;
constexpr int settleTime = 50;

} // namespace

void report(const QStringList &findings)
{
    for (const QString &finding : findings)
        qWarning("%s", qPrintable(finding));
}

Console::Console() : m_theme(*qApp), m_settings(m_folder.path()) { }

Console::~Console() = default;

bool Console::open()
{
    m_language.use(u"en"_s);
    m_session = std::make_unique<ui::Session>(ui::SessionOptions{
        .dataDir = m_folder.path(), .passwordStore = [] { return std::make_unique<MemoryPasswords>(true); }});
    m_session->connections().load(m_settings.connections());
    if (!m_session->start().ok())
        return false;
    m_window = std::make_unique<ui::MainWindow>(*m_session, m_theme, m_settings, m_language);
    m_scenes = std::make_unique<ui::Scenes>(*m_window, *m_session);
    m_window->show();
    return QTest::qWaitForWindowActive(m_window.get()) && tellStory();
}

bool Console::tellStory()
{
    ui::DemoStory story(*m_session);
    QSignalSpy ended(&story, &ui::DemoStory::ended);
    story.start();
    if (!ended.wait(patience))
        return false;
    m_window->showMessage(story.retriedGid());
    const auto *gid = m_window->findChild<QWidget *>(u"gid"_s);
    return QTest::qWaitFor([gid] { return gid->isVisible(); }, patience);
}

void Console::become(const QString &language, QSize size, double textScale)
{
    m_language.use(language);
    m_theme.setTextScale(textScale);
    m_window->resize(size);
    QTest::qWait(settleTime);
}

} // namespace test
