// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/messagereader.h"

#include <QObject>

namespace ui {

class Session;

/// The messages that a person ended in place of the protocol: a verdict on the money names them, since the totals of
/// the banks may not agree with them. Read when the store is opened, then kept true by the session's news. UI thread;
/// nothing waits.
class Overrides final : public QObject
{
    Q_OBJECT
public:
    static constexpr int pagesMax = 10; ///< of the newest failed messages that are looked through

    explicit Overrides(Session &session, QObject *parent = nullptr);

    const QList<QByteArray> &gids() const { return m_gids; } ///< the newest first

signals:
    void changed();

private:
    void readAll();
    void readPage(std::optional<std::int64_t> before, int pagesLeft);
    void takeNews(const QList<core::store::Summary> &news, bool more);
    void add(const QList<core::store::Summary> &rows, bool isNews);

    Session &m_session;
    QList<QByteArray> m_gids;
    bool m_isReading = false;
    int m_run = 0; ///< pages of an earlier reading may still be on their way
};

} // namespace ui
