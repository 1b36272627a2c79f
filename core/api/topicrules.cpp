// SPDX-License-Identifier: Apache-2.0
#include "core/api/topicrules.h"

namespace core::api {

using namespace Qt::StringLiterals;
using engine::TopicChange;

namespace {

constexpr qsizetype remarkBytesMax = 1024;

} // namespace

Status checkTopicChange(const TopicChange &change, const UrlRules &urls)
{
    if (Status topic = checkTopic(change.topic, "topic"); !topic.ok())
        return topic;
    if (change.kind == TopicChange::Kind::Remove)
        return Done{};
    if (change.url.isEmpty())
        return Error::invalid("url", u"url is empty: give the subscriber's URL"_s);
    if (change.kind == TopicChange::Kind::Unsubscribe)
        return Done{};
    if (change.remark.size() > remarkBytesMax || !change.remark.isValidUtf8())
        return Error::invalid("remark", u"remark must be UTF-8 text of at most 1024 bytes"_s);
    return urls.checkUrl(change.url, "url");
}

} // namespace core::api
