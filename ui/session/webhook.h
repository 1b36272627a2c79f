// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/session/alertsink.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <deque>
#include <optional>

class QNetworkReply;

namespace ui {

struct WebhookOptions
{
    core::Millis timeout{5000};
    QList<core::Millis> pauses{core::Millis(1000), core::Millis(5000), core::Millis(25'000)}; ///< between tries
    std::size_t queueMax = 50; ///< what comes beyond takes the place of the oldest
};

/// Posts alerts to a URL as JSON, one after the other, each tried a few times. Any 2xx is success; a 4xx (but 408 and
/// 429) is not tried again, and a redirect is not followed: who takes alerts is named by the user. The URL may carry a
/// secret, so it never stands in a log. UI thread; nothing here waits.
class Webhook final : public QObject, public AlertSink
{
    Q_OBJECT
public:
    explicit Webhook(WebhookOptions options = {}, QObject *parent = nullptr);

    /// Whether alerts can be posted there: absolute, http or https, with a host and no user name.
    static bool isUsable(const QString &url);
    /// Empty: nothing is posted. What waits for the old one is dropped.
    void setUrl(const QString &url);
    void tell(const AlertNews &news) override;

    /// Of the latest that was given up, in the language of the moment; empty: it was taken.
    QString problem() const;
    bool isBusy() const { return !m_waiting.empty(); }

    static QByteArray bodyOf(const AlertNews &news);

signals:
    void changed(); ///< one was taken or given up

private:
    void sendNext();
    void take(QNetworkReply &reply);
    void finish(std::optional<int> refusal);

    WebhookOptions m_options;
    QNetworkAccessManager m_network;
    QString m_url;
    std::deque<QByteArray> m_waiting; ///< the first is being sent, or waits for its next try
    QNetworkReply *m_reply = nullptr;
    QTimer m_pause;
    qsizetype m_triesDone = 0;
    std::optional<int> m_refusal; ///< HTTP status, 0: no answer; of the latest, where it was given up
};

} // namespace ui
