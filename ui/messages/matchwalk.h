// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/messagetablemodel.h"

#include <QObject>

namespace ui {

/// Goes through all messages that match a filter, newest first, page by page: what is there when it begins. For
/// exports and for what is done to many at once. UI thread; nothing waits.
class MatchWalk final : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageSize = 500;

    MatchWalk(MessageSource source, core::store::Filter filter, QObject *parent = nullptr);

    void start();
    /// Nothing comes any more.
    void cancel();
    bool isRunning() const { return m_running; }

signals:
    void rowsCame(const QList<core::store::Summary> &rows);
    /// All were there, or the problem says why not.
    void ended(const QString &problem);

private:
    void request(std::optional<std::int64_t> before);
    void take(const core::Result<core::store::Page> &page);

    MessageSource m_source;
    core::store::Filter m_filter;
    bool m_running = false;
};

} // namespace ui
