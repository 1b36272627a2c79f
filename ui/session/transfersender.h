// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/client.h"
#include "ui/session/transferledger.h"

#include <QElapsedTimer>
#include <QTimer>

namespace ui {

/// All that it takes to send one run: the body of each request, where to, and how fast.
struct TransferJob
{
    core::http::Url url;
    QList<QByteArray> bodies;
    int ratePerSecond = 10;
};

/// The request that POST /api/busi/Transfer takes; key becomes the message's gid, so a repeated request moves nothing
/// twice.
QByteArray transferBody(const TransferOrder &order, const QByteArray &key);

/// What an answer of the bank's transfer route means.
TransferNews transferNews(int index, const core::http::ClientAnswer &answer);

/// Sends the requests of a run at a steady rate, a bounded number at once, and tells what came of them in batches.
/// Lives on a thread of its own; start() and cancel() belong to it.
class TransferSender final : public QObject
{
    Q_OBJECT
public:
    static constexpr int inFlightMax = 32;

    explicit TransferSender(QObject *parent = nullptr);

    void start(TransferJob job);
    /// What was not sent yet is not sent; answers still come.
    void cancel();

signals:
    /// At most ten times a second.
    void newsCame(const QList<ui::TransferNews> &news);
    /// All that was sent is answered. cancelled: not all were sent.
    void ended(bool cancelled);

private:
    void sendDue();
    void sendNext();
    void publish();
    bool everythingIsSent() const { return m_next >= m_job.bodies.size(); }

    core::http::Client m_client;
    TransferJob m_job;
    int m_next = 0;
    int m_inFlight = 0;
    bool m_running = false;
    bool m_cancelled = false;
    QElapsedTimer m_sinceStart;
    QTimer m_pace;
    QTimer m_publishing;
    QList<TransferNews> m_news;
};

} // namespace ui
