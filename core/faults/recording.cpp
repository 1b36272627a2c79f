// SPDX-License-Identifier: Apache-2.0
#include "core/faults/recording.h"

#include <algorithm>

namespace core::faults {

QByteArray requestName(Request request)
{
    switch (request) {
    case Request::Transfer:
        return "transfer";
    case Request::Prepare:
        return "prepare";
    case Request::Submit:
        return "submit";
    case Request::Abort:
        return "abort";
    case Request::Checkback:
        return "checkback";
    case Request::Branch:
        return "branch";
    }
    return {};
}

Recording newRecording(const Scenario &scenario)
{
    Recording recording{
        .scenario = scenario.name, .title = scenario.title, .captions = {}, .gids = {}, .transfer = {}, .moments = {}};
    for (const Scene &scene : scenario.scenes) {
        recording.captions.append(scene.caption);
        for (const Step &step : scene.steps) {
            const auto *transfer = std::get_if<TransferAction>(&step.action);
            if (transfer && recording.gids.isEmpty())
                recording.transfer = *transfer;
            if (transfer)
                recording.gids.insert(transfer->label, scenario.gidOf(transfer->label));
        }
    }
    return recording;
}

qsizetype firstOfScene(const Recording &recording, int scene)
{
    const auto found = std::find_if(recording.moments.cbegin(), recording.moments.cend(),
                                    [scene](const Moment &moment) { return moment.scene == scene; });
    return found == recording.moments.cend() ? -1 : found - recording.moments.cbegin();
}

} // namespace core::faults
