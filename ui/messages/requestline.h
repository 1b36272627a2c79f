// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/messagereader.h"
#include "ui/messages/verbs.h"

#include <QWidget>

#include <optional>

namespace widgets {
class ElidedLabel;
}

namespace ui {

/// What became of the last verb: requested → accepted → observed. Accepted means no more than that the coordinator has
/// stored the request; only a change of the message is an outcome.
class RequestLine final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestLine(QWidget *parent = nullptr);

    /// A verb was sent for the message as it is now.
    void request(Verb verb, const core::message::Message &before);
    /// The coordinator's answer: nothing when it accepted.
    void answer(const QByteArray &gid, const std::optional<core::Error> &error);
    /// A message changed; another state or a further attempt of the one in hand is the outcome.
    void observe(const core::store::Summary &changed);
    void retranslate();
    QString text() const;

private:
    struct Request
    {
        Verb verb;
        core::store::Summary before;
        bool accepted = false;
        std::optional<core::Error> error;
        std::optional<core::store::Summary> outcome;
    };

    void refresh();
    QString sentence(const Request &request) const;

    std::optional<Request> m_request;
    widgets::ElidedLabel *m_label;
};

} // namespace ui
