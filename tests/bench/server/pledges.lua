-- SPDX-License-Identifier: GPL-3.0-or-later
-- Pledges for wrk: each with an Idempotency-Key and a backer of its own. TOKEN and PROJECT come from the environment.
local token = os.getenv("TOKEN")
local project = os.getenv("PROJECT")
local turn = 0

local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init()
  math.randomseed(number * 7919 + os.time())
end

local function key()
  turn = turn + 1
  return string.format("%08x-%04x-4%03x-a%03x-%04x%08x", math.random(0, 0xffffffff), math.random(0, 0xffff), math.random(0, 0xfff),
                       math.random(0, 0xfff), number, turn)
end

function request()
  local id = key()
  return wrk.format("POST", "/api/v1/projects/" .. project .. "/pledges",
    {["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json", ["Idempotency-Key"] = id},
    '{"extra":5000,"provider":"transfer","backer_email":"' .. id .. '@e.org"}')
end

local failed = 0
function response(status)
  if status ~= 201 then
    failed = failed + 1
    if failed < 3 then print("status " .. status) end
  end
end

function done(summary, latency)
  local seconds = summary.duration / 1e6
  print(string.format('{"figure":"pledges_per_second","value":%.0f}', (summary.requests - summary.errors.status) / seconds))
  print(string.format('{"figure":"pledge_ms","median":%.1f,"p99":%.1f,"worst":%.1f}', latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000))
  print(string.format('{"figure":"not_201","value":%d}', summary.errors.status))
end
