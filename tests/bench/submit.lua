-- SPDX-License-Identifier: Apache-2.0
-- One request a message: a direct submit that waits for its result. Arguments: branch URL.
local url, prefix, count = "", "", 0

local threads = 0
function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init(args)
    url = args[1]
    prefix = string.format("b%x-%x-", os.time(), number)
    math.randomseed(os.time() + number)
    prefix = prefix .. string.format("%x-", math.random(0, 0xfffffff))
end

function request()
    count = count + 1
    local body = string.format(
        '{"gid":"%s%09d","trans_type":"msg","steps":[{"action":"%s"}],"payloads":["{\\"amount\\":30}"],"wait_result":true}',
        prefix, count, url)
    return wrk.format("POST", "/api/dtmsvr/submit", { ["Content-Type"] = "application/json" }, body)
end


function done(summary, latency, requests)
    io.write(string.format("RESULT requests=%d errors=%d seconds=%.3f p50_ms=%.2f p99_ms=%.2f\n", summary.requests,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
        summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
