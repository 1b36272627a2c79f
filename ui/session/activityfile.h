// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/session/activity.h"

#include <QFile>
#include <QList>

#include <memory>

namespace ui {

/// The record of activities on disk: one JSON object a line, appended and handed to the system at once, in
/// activity.jsonl of a folder. Beyond fileBytesMax the file becomes activity.1.jsonl, that one activity.2.jsonl, and
/// the oldest is given up. A request and its answer are two lines with one id; reading puts them together.
class ActivityFile final
{
public:
    static constexpr qint64 fileBytesMax = 1 << 20;
    static constexpr int filesMax = 5; ///< the one that is written to among them
    static constexpr qsizetype textMax = 1000; ///< characters of one text; what is longer is cut

    explicit ActivityFile(QString folder, qint64 bytesMax = fileBytesMax);

    /// The files as they stand now: what is written or rotated afterwards changes nothing of it.
    struct Kept
    {
        std::shared_ptr<QFile> file;
        qint64 bytes = 0;
    };
    /// Opens them, the oldest first, and reads nothing.
    QList<Kept> kept() const;
    /// All that can be read of them, oldest first. A line that is torn, or of no known form, is left out. Any thread.
    static QList<Activity> read(const QList<Kept> &kept);
    /// The greatest id on disk, 0: none. Looks at one file of at most fileBytesMax.
    qint64 lastId() const;
    /// The line of a request or an event. Unavailable, naming the file, when it cannot be written.
    core::Status append(const Activity &activity);
    /// The line of an answer: its id, outcome and error.
    core::Status appendAnswer(const Activity &activity);

    QString path() const { return pathOf(0); }

private:
    QString pathOf(int age) const;
    core::Status write(const QByteArray &line);
    core::Status open();
    void rotate();

    QString m_folder;
    qint64 m_bytesMax;
    QFile m_file;
};

} // namespace ui
