-- SPDX-License-Identifier: Apache-2.0
-- What wrk sends. Arguments: KIND BRANCH_URL[,BRANCH_URL…] [random]
--   submit  one request a message: a direct submit that waits for its result; branch URLs in turn
--   flood   the same without waiting, 32 at a time on each connection
--   pairs   two requests a message: prepare, then submit
--   plain   the request of wrk's own URL
-- Gids are ordered by time unless "random" is given. The text around the gid is made once: the load must cost little.
local parts, count, submits = {}, 0, 0
local prefix, isRandom, isPrepare = "", false, false
local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

local gidSize = 32

local function nextGid()
    if isRandom then
        return string.format("%08x%08x%08x%08x", math.random(0, 0x7fffffff), math.random(0, 0x7fffffff),
            math.random(0, 0x7fffffff), math.random(0, 0x7fffffff))
    end
    return prefix .. string.format("%010d", count)
end

local function template(path, rest)
    local before, after = '{"gid":"', '","trans_type":"msg",' .. rest .. "}"
    local head = string.format(
        "POST %s HTTP/1.1\r\nHost: %s:%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n",
        path, wrk.host, wrk.port, #before + gidSize + #after)
    return { head .. before, after }
end

local function fill(part, gid)
    return part[1] .. gid .. part[2]
end

local function submit()
    count = count + 1
    return fill(parts.submits[count % #parts.submits + 1], nextGid())
end

local depth = 32

local function flood()
    local requests = {}
    for number = 1, depth do
        requests[number] = submit()
    end
    return table.concat(requests)
end

-- wrk does not say which connection asks, so prepares and submits alternate and a submit follows its prepare 256 messages
-- later, when that was answered long ago. A submit that came first would make the prepare an error, and errors are counted.
local lag = 256

local function pair()
    isPrepare = count <= lag or not isPrepare
    if isPrepare then
        count = count + 1
        return fill(parts.prepare, nextGid())
    end
    submits = submits + 1
    return fill(parts.submits[1], prefix .. string.format("%010d", submits))
end

local function stepsOf(url)
    return string.format('"steps":[{"action":"%s"}],"payloads":["{\\"amount\\":30}"]', url)
end

local function addSubmits(urls, rest)
    parts.submits = {}
    for url in urls:gmatch("[^,]+") do
        table.insert(parts.submits, template("/api/dtmsvr/submit", stepsOf(url) .. rest))
    end
end

function init(args)
    local kind, urls = args[1], args[2]
    isRandom = args[3] == "random"
    math.randomseed(os.time() * 1000 + number * 7 + tonumber(wrk.port))
    prefix = string.format("b%08x-%03x-%08x", os.time(), number, math.random(0, 0x7fffffff))
    prefix = prefix .. string.rep("-", gidSize - 10 - #prefix)
    if kind == "submit" then
        addSubmits(urls, ',"wait_result":true')
        request = submit
    elseif kind == "flood" then
        addSubmits(urls, "")
        request = flood
    elseif kind == "pairs" then
        local query = string.format(',"query_prepared":"%s"', urls)
        addSubmits(urls, query)
        parts.prepare = template("/api/dtmsvr/prepare", stepsOf(urls) .. query)
        request = pair
    end
end

function done(summary, latency, requests)
    local errors = summary.errors
    io.write(string.format('{"requests":%d,"refused":%d,"broken":%d,"seconds":%.3f,"p50":%.3f,"p99":%.3f,"max":%.3f}\n',
        summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
        summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
end
