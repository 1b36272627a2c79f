// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/exporttext.h"
#include "ui/messages/matchwalk.h"

#include <QSaveFile>

namespace ui {

/// Writes messages into a file: those given, or all that match a filter. The file appears when all is written; a run
/// that is cancelled or fails leaves the one before untouched. UI thread, page by page.
class ExportRun final : public QObject
{
    Q_OBJECT
public:
    ExportRun(const QString &path, ExportFormat format, QObject *parent = nullptr);

    void start(const QList<core::store::Summary> &rows);
    void start(MessageSource source, const core::store::Filter &filter);
    void cancel();

signals:
    void progressed(int rows);
    /// problem: empty when the file is there.
    void ended(int rows, const QString &problem);

private:
    bool open();
    void write(const QList<core::store::Summary> &rows);
    void finish(const QString &problem);

    QSaveFile m_file;
    ExportFormat m_format;
    MatchWalk *m_walk = nullptr;
    int m_rows = 0;
    bool m_ended = false;
};

} // namespace ui
