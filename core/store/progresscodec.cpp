// SPDX-License-Identifier: Apache-2.0
#include "core/store/progresscodec.h"

#include "core/store/bytes.h"

#include <algorithm>

namespace core::store {

using message::Message;
using message::State;
using message::Verdict;

namespace {

constexpr std::uint8_t progressVersion = 1;
constexpr int statusOfCleanSuccess = 200;

int cleanStatus(const Message &message)
{
    return message.state == State::Succeed ? statusOfCleanSuccess : 0;
}

bool isClean(const Message &message)
{
    const bool allDone = message.state == State::Succeed;
    return message.lastVerdict == Verdict::Success && message.lastHttpStatus == cleanStatus(message)
        && message.backoffStep == 0 && !message.overridden && message.lastError.isEmpty() && message.reason.isEmpty()
        && message.branchDone.size() == static_cast<std::size_t>(message.content->branches.size())
        && std::find(message.branchDone.begin(), message.branchDone.end(), !allDone) == message.branchDone.end();
}

void setClean(Message &message)
{
    message.branchDone.assign(static_cast<std::size_t>(message.content->branches.size()),
                              message.state == State::Succeed);
    message.lastVerdict = Verdict::Success;
    message.lastHttpStatus = cleanStatus(message);
    message.backoffStep = 0;
}

void writeBits(ByteWriter &writer, const std::vector<bool> &bits)
{
    writer.number(bits.size());
    for (std::size_t first = 0; first < bits.size(); first += 8) {
        std::uint8_t packed = 0;
        for (std::size_t bit = 0; bit < 8 && first + bit < bits.size(); ++bit)
            packed = static_cast<std::uint8_t>(packed | (bits[first + bit] ? 1U << bit : 0U));
        writer.byte(packed);
    }
}

std::vector<bool> readBits(ByteReader &reader)
{
    const std::uint64_t size = reader.number();
    const QByteArrayView packed = reader.raw(size / 8 + (size % 8 ? 1 : 0));
    if (!reader.ok())
        return {};
    std::vector<bool> bits(size);
    for (std::size_t bit = 0; bit < bits.size(); ++bit)
        bits[bit] = (static_cast<unsigned>(packed[static_cast<qsizetype>(bit / 8)]) >> (bit % 8)) & 1U;
    return bits;
}

} // namespace

void encodeProgress(const Message &message, QByteArray &buffer)
{
    ByteWriter writer(buffer);
    if (isClean(message))
        return;
    writer.byte(progressVersion);
    writer.byte(message.overridden ? 1 : 0);
    writer.byte(static_cast<std::uint8_t>(message.lastVerdict));
    writer.signedNumber(message.lastHttpStatus);
    writer.signedNumber(message.backoffStep);
    writeBits(writer, message.branchDone);
    writer.sized(message.lastError);
    writer.sized(message.reason);
}

Status decodeProgress(QByteArrayView bytes, Message &message)
{
    if (bytes.isEmpty()) {
        setClean(message);
        return Done{};
    }
    ByteReader reader(bytes);
    const std::uint8_t version = reader.byte();
    message.overridden = reader.byte() != 0;
    const std::uint8_t verdict = reader.byte();
    message.lastVerdict = static_cast<Verdict>(verdict);
    message.lastHttpStatus = static_cast<int>(reader.signedNumber());
    message.backoffStep = static_cast<int>(reader.signedNumber());
    message.branchDone = readBits(reader);
    message.lastError = reader.sized().toByteArray();
    message.reason = reader.sized().toByteArray();
    message.branchDone.resize(
        static_cast<std::size_t>(message.content->branches.size())); // one a branch, whatever the bytes say
    if (version != progressVersion || verdict > static_cast<std::uint8_t>(Verdict::Unknown) || !reader.ok()
        || !reader.atEnd())
        return Error::internal(QStringLiteral("the stored progress is damaged or from a newer version"));
    return Done{};
}

} // namespace core::store
