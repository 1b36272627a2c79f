// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/maskedcontent.h"

namespace ui {

using core::message::BranchHeader;
using core::message::Content;

core::message::Message maskedMessage(const core::message::Message &message)
{
    if (message.content->options.branchHeaders.isEmpty())
        return message;
    auto masked = std::make_shared<Content>(*message.content);
    for (BranchHeader &header : masked->options.branchHeaders)
        header.value = maskedValue;
    core::message::Message result = message;
    result.content = std::move(masked);
    return result;
}

} // namespace ui
