// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/connectiontest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using Outcome = StageReport::Outcome;

ConnectionTest::ConnectionTest(Retirement &retirement, QObject *parent) : QObject(parent), m_retirement(retirement)
{
    qRegisterMetaType<StageReport>();
}

ConnectionTest::~ConnectionTest()
{
    m_retirement.take(std::move(m_probe));
}

void ConnectionTest::start(const ProbeJob &job)
{
    m_retirement.take(std::move(m_probe));
    m_connectionId = job.connection.id;
    m_reports.clear();
    for (const Stage stage : stagesOf(job.connection))
        m_reports.append({stage});
    m_probe = std::make_unique<OnThread<ConnectionProbe>>(u"connection-test"_s,
                                                          [&job] { return std::make_unique<ConnectionProbe>(job); });
    const int run = ++m_run;
    connect(m_probe->object(), &ConnectionProbe::stageChanged, this, [this, run](const StageReport &report) {
        if (run == m_run)
            take(report);
    });
    connect(m_probe->object(), &ConnectionProbe::ended, this, [this, run] {
        if (run == m_run)
            end();
    });
    m_probe->post([](ConnectionProbe &probe) { probe.start(); });
    emit changed();
}

void ConnectionTest::cancel()
{
    if (isRunning())
        end();
}

void ConnectionTest::clear()
{
    m_retirement.take(std::move(m_probe));
    ++m_run;
    m_reports.clear();
    m_connectionId.clear();
    emit changed();
}

void ConnectionTest::take(const StageReport &report)
{
    const auto row = std::find_if(m_reports.begin(), m_reports.end(),
                                  [&](const StageReport &known) { return known.stage == report.stage; });
    if (row == m_reports.end())
        return;
    *row = report;
    emit changed();
}

void ConnectionTest::end()
{
    ++m_run;
    m_retirement.take(std::move(m_probe));
    for (StageReport &report : m_reports) {
        if (report.outcome == Outcome::Waiting || report.outcome == Outcome::Running)
            report.outcome = Outcome::NotTried;
    }
    emit changed();
}

} // namespace ui
