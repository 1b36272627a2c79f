// SPDX-License-Identifier: Apache-2.0
#include "core/store/contentcodec.h"

#include "core/store/bytes.h"

#include <algorithm>

namespace core::store {

using message::Branch;
using message::Content;
using message::Options;
using message::Step;

namespace {

constexpr std::uint8_t contentVersion = 1;
constexpr std::uint64_t flagWaitResult = 1;
constexpr std::uint64_t flagConcurrent = 2;
constexpr qsizetype numberBytesMax = 10;
constexpr qsizetype bytesOfFixedParts = 16 * numberBytesMax; ///< version, flags, intervals, counts, and single lengths

struct StepView
{
    std::size_t actionSize = 0;
    std::size_t payloadSize = 0;
    QByteArrayView action;
    QByteArrayView payload;
};

struct BranchView
{
    QByteArrayView id;
    std::size_t step = 0;
    std::size_t urlSizePlusOne = 0; ///< 0: the URL is the step's action
    QByteArrayView url;
};

struct HeaderView
{
    QByteArrayView name;
    QByteArrayView value;
};

/// Encoded content with every part found and nothing copied.
struct ContentView
{
    Options options; ///< but its headers
    std::vector<HeaderView> headers;
    QByteArrayView protocol;
    QByteArrayView customData;
    std::vector<StepView> steps;
    std::vector<BranchView> branches;
    std::size_t queryPreparedSize = 0;
    QByteArrayView queryPrepared;
};

bool hasActionAsUrl(const Content &content, const Branch &branch)
{
    return branch.url == content.steps[branch.step].action;
}

void writeOptions(ByteWriter &writer, const Options &options)
{
    writer.number((options.waitResult ? flagWaitResult : 0) | (options.concurrent ? flagConcurrent : 0));
    for (const seconds interval : {options.timeoutToFail, options.requestTimeout, options.retryInterval, options.delay})
        writer.signedNumber(interval.count());
    writer.number(static_cast<std::uint64_t>(options.branchHeaders.size()));
    for (const message::BranchHeader &header : options.branchHeaders) {
        writer.sized(header.name);
        writer.sized(header.value);
    }
}

void writeSizes(ByteWriter &writer, const Content &content)
{
    writer.number(static_cast<std::uint64_t>(content.steps.size()));
    for (const Step &step : content.steps) {
        writer.number(static_cast<std::uint64_t>(step.action.size()));
        writer.number(static_cast<std::uint64_t>(step.payload.size()));
    }
    writer.number(static_cast<std::uint64_t>(content.branches.size()));
    for (const Branch &branch : content.branches) {
        Q_ASSERT_X(branch.step >= 0 && branch.step < content.steps.size(), "encodeContent",
                   "a branch without its step");
        writer.sized(branch.id);
        writer.number(static_cast<std::uint64_t>(branch.step));
        writer.number(hasActionAsUrl(content, branch) ? 0 : static_cast<std::uint64_t>(branch.url.size()) + 1);
    }
    writer.number(static_cast<std::uint64_t>(content.queryPrepared.size()));
}

void writeUrls(ByteWriter &writer, const Content &content)
{
    for (const Step &step : content.steps)
        writer.raw(step.action);
    for (const Branch &branch : content.branches) {
        if (!hasActionAsUrl(content, branch))
            writer.raw(branch.url);
    }
    writer.raw(content.queryPrepared);
}

Options readOptions(ByteReader &reader, std::vector<HeaderView> &headers)
{
    Options options;
    const std::uint64_t flags = reader.number();
    options.waitResult = flags & flagWaitResult;
    options.concurrent = flags & flagConcurrent;
    for (seconds *interval : {&options.timeoutToFail, &options.requestTimeout, &options.retryInterval, &options.delay})
        *interval = seconds(reader.signedNumber());
    headers.resize(reader.count());
    for (HeaderView &header : headers) {
        header.name = reader.sized();
        header.value = reader.sized();
    }
    return options;
}

void readSizes(ByteReader &reader, ContentView &view)
{
    view.steps.resize(reader.count());
    for (StepView &step : view.steps) {
        step.actionSize = reader.number();
        step.payloadSize = reader.number();
    }
    view.branches.resize(reader.count());
    for (BranchView &branch : view.branches) {
        branch.id = reader.sized();
        branch.step = reader.number();
        branch.urlSizePlusOne = reader.number();
        if (branch.step >= view.steps.size())
            reader.fail();
    }
    view.queryPreparedSize = reader.number();
}

void readUrlsAndPayloads(ByteReader &reader, ContentView &view)
{
    for (StepView &step : view.steps)
        step.action = reader.raw(step.actionSize);
    for (BranchView &branch : view.branches)
        branch.url = branch.urlSizePlusOne == 0 ? QByteArrayView() : reader.raw(branch.urlSizePlusOne - 1);
    view.queryPrepared = reader.raw(view.queryPreparedSize);
    for (StepView &step : view.steps)
        step.payload = reader.raw(step.payloadSize);
}

/// Nothing when the bytes are no content.
std::optional<ContentView> parse(QByteArrayView bytes)
{
    ByteReader reader(bytes);
    if (reader.byte() != contentVersion)
        return std::nullopt;
    ContentView view;
    view.options = readOptions(reader, view.headers);
    view.protocol = reader.sized();
    view.customData = reader.sized();
    readSizes(reader, view);
    if (!reader.ok())
        return std::nullopt;
    readUrlsAndPayloads(reader, view);
    if (!reader.ok() || !reader.atEnd())
        return std::nullopt;
    return view;
}

void copySteps(const ContentView &view, Content &content)
{
    content.steps.reserve(static_cast<qsizetype>(view.steps.size()));
    for (const StepView &step : view.steps)
        content.steps.append({step.action.toByteArray(), step.payload.toByteArray()});
    content.branches.reserve(static_cast<qsizetype>(view.branches.size()));
    for (const BranchView &branch : view.branches) {
        const auto step = static_cast<int>(branch.step);
        const bool isAction = branch.urlSizePlusOne == 0;
        content.branches.append(
            {branch.id.toByteArray(), isAction ? content.steps.at(step).action : branch.url.toByteArray(), step});
    }
}

bool stands(QByteArrayView needle, QByteArrayView text)
{
    return text.size() >= needle.size() && text.contains(needle);
}

} // namespace

void encodeContent(const Content &content, QByteArray &buffer)
{
    ByteWriter writer(buffer);
    writer.byte(contentVersion);
    writeOptions(writer, content.options);
    writer.sized(content.protocol);
    writer.sized(content.customData);
    writeSizes(writer, content);
    writeUrls(writer, content);
    for (const Step &step : content.steps)
        writer.raw(step.payload);
}

qsizetype encodedBytesAtMost(const Content &content)
{
    qsizetype bytes =
        bytesOfFixedParts + content.protocol.size() + content.customData.size() + content.queryPrepared.size();
    for (const message::BranchHeader &header : content.options.branchHeaders)
        bytes += 2 * numberBytesMax + header.name.size() + header.value.size();
    for (const Step &step : content.steps)
        bytes += 2 * numberBytesMax + step.action.size() + step.payload.size();
    for (const Branch &branch : content.branches)
        bytes += 3 * numberBytesMax + branch.id.size() + branch.url.size();
    return bytes;
}

Result<message::ContentPtr> decodeContent(QByteArrayView bytes)
{
    const std::optional<ContentView> view = parse(bytes);
    if (!view)
        return Error::internal(QStringLiteral("the stored content is damaged or from a newer version"));
    auto content = std::make_shared<Content>();
    content->options = view->options;
    for (const HeaderView &header : view->headers)
        content->options.branchHeaders.append({header.name.toByteArray(), header.value.toByteArray()});
    content->protocol = view->protocol.toByteArray();
    content->customData = view->customData.toByteArray();
    content->queryPrepared = view->queryPrepared.toByteArray();
    copySteps(*view, *content);
    return message::ContentPtr(std::move(content));
}

bool contentHas(QByteArrayView bytes, QByteArrayView needle, ContentPart part)
{
    const std::optional<ContentView> view = parse(bytes);
    if (!view)
        return false;
    const auto inStep = [&](const StepView &step) {
        return (part != ContentPart::Payloads && stands(needle, step.action))
            || (part != ContentPart::Urls && stands(needle, step.payload));
    };
    if (std::any_of(view->steps.begin(), view->steps.end(), inStep))
        return true;
    if (part == ContentPart::Payloads)
        return false;
    const auto inUrl = [&](const BranchView &branch) {
        return branch.urlSizePlusOne > 0 && stands(needle, branch.url);
    };
    return stands(needle, view->queryPrepared) || std::any_of(view->branches.begin(), view->branches.end(), inUrl);
}

} // namespace core::store
