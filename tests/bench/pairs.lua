-- SPDX-License-Identifier: Apache-2.0
-- Two requests a message: prepare, then submit. Arguments: branch URL.
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

-- wrk does not say which connection asks, so prepares and submits alternate and a submit follows its prepare 256 messages
-- later, when that was answered long ago. A submit that came first would make the prepare an error, and errors are counted.
local lag, submits = 256, 0
local isPrepare = false

local function transaction(number)
    return string.format(
        '{"gid":"%s%09d","trans_type":"msg","steps":[{"action":"%s"}],"payloads":["{\\"amount\\":30}"],"query_prepared":"%s"}',
        prefix, number, url, url)
end

function request()
    local headers = { ["Content-Type"] = "application/json" }
    isPrepare = count <= lag or not isPrepare
    if isPrepare then
        count = count + 1
        return wrk.format("POST", "/api/dtmsvr/prepare", headers, transaction(count))
    end
    submits = submits + 1
    return wrk.format("POST", "/api/dtmsvr/submit", headers, transaction(submits))
end

function done(summary, latency, requests)
    io.write(string.format("RESULT requests=%d errors=%d seconds=%.3f p50_ms=%.2f p99_ms=%.2f\n", summary.requests,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
        summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
