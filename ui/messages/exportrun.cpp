// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/exportrun.h"

namespace ui {

using core::store::Summary;

ExportRun::ExportRun(const QString &path, ExportFormat format, QObject *parent)
    : QObject(parent)
    , m_file(path)
    , m_format(format)
{ }

void ExportRun::start(const QList<Summary> &rows)
{
    if (!open())
        return;
    write(rows);
    finish({});
}

void ExportRun::start(MessageSource source, const core::store::Filter &filter)
{
    if (!open())
        return;
    m_walk = new MatchWalk(std::move(source), filter, this);
    connect(m_walk, &MatchWalk::rowsCame, this, &ExportRun::write);
    connect(m_walk, &MatchWalk::ended, this, &ExportRun::finish);
    m_walk->start();
}

bool ExportRun::open()
{
    if (!m_file.open(QIODevice::WriteOnly)) {
        finish(m_file.errorString());
        return false;
    }
    m_file.write(m_format == ExportFormat::Csv ? csvHeader() : QByteArray("["));
    return true;
}

void ExportRun::write(const QList<Summary> &rows)
{
    for (const Summary &summary : rows) {
        if (m_format == ExportFormat::Csv)
            m_file.write(csvRow(summary));
        else
            m_file.write((m_rows == 0 ? "\n" : ",\n") + jsonRow(summary));
        ++m_rows;
    }
    emit progressed(m_rows);
}

void ExportRun::cancel()
{
    if (m_ended)
        return;
    if (m_walk)
        m_walk->cancel();
    m_ended = true;
    m_file.cancelWriting();
}

void ExportRun::finish(const QString &problem)
{
    if (std::exchange(m_ended, true))
        return;
    if (!problem.isEmpty()) {
        m_file.cancelWriting();
        return emit ended(m_rows, problem);
    }
    if (m_format == ExportFormat::Json)
        m_file.write("\n]\n");
    emit ended(m_rows, m_file.commit() ? QString() : m_file.errorString());
}

} // namespace ui
