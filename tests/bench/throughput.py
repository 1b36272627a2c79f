# SPDX-License-Identifier: Apache-2.0
"""Rates under closed-loop load: wrk asks, nginx is the branch service."""

import time

from measurement import Measurement, median
from programs import Nginx, Relay, Wrk, process_cpu_seconds, wait_until

CATCH_UP_MAX = 60.0
PRUNED = 1_000_000
COUNTED_MAX = 60.0


def submit(bench, connections: int) -> Measurement:
    """Finished messages a second: a direct submit that waits for its result."""
    return _rounds(bench, lambda branch, coordinator, measured:
                   load(bench, branch.url(), coordinator, measured, connections, "submit"))


def server_cpu(bench) -> Measurement:
    """Milliseconds of the database server's processor time a message, at the load of submit()."""
    measured = submit(bench, 64)
    measured.note(f"at {median(measured.values):.0f} finished/s")
    measured.values = measured.server_ms
    return measured


def pairs(bench) -> Measurement:
    """Prepare + submit pairs a second, delivered beside them."""
    return _rounds(bench, lambda branch, coordinator, measured:
                   load(bench, branch.url(), coordinator, measured, 64, "pairs", messages_a_request=0.5))


def new_gid(bench) -> Measurement:
    """What the server does without the store."""
    measured = Measurement()
    for _ in range(bench.rounds):
        with bench.coordinator() as coordinator, \
                Wrk(coordinator.url + "/api/dtmsvr/newGid", 64, bench.seconds, "plain") as wrk:
            before = coordinator.cpu_seconds()
            result = wrk.result()
            measured.add_cpu(before, coordinator.cpu_seconds(), result["requests"])
            measured.rss_mb.append(coordinator.memory_mb("VmHWM"))
            measured.add_load(result, result["requests"])
    return measured


def relay(bench, connections: int) -> Measurement:
    """What submit() would reach with a coordinator that only calls the branch and answers."""
    measured = Measurement()
    for _ in range(bench.rounds):
        with Nginx(bench.folder) as branch, Relay(bench.checkbackd.with_name("bench_http"), branch.url()) as server, \
                Wrk(server.url, connections, bench.seconds, "submit", branch.url()) as wrk:
            before = process_cpu_seconds(server.pid)
            result = wrk.result()
            measured.add_cpu({"io": before}, {"io": process_cpu_seconds(server.pid)}, result["requests"])
            measured.add_load(result, result["requests"])
    return measured


def growth(bench, kind: str, count: int) -> Measurement:
    """Finished/s with `count` messages in the store divided by finished/s with none. kind: of the gids, ordered or random."""
    return _beside_empty(bench, bench.filled_store(kind, count), kind, f"{count:,}")


def waiting(bench, count: int) -> Measurement:
    """Finished/s with `count` messages prepared and waiting divided by finished/s with none."""
    return _beside_empty(bench, bench.waiting_store(count), "ordered", f"{count:,} waiting")


def _beside_empty(bench, full: str, kind: str, what: str) -> Measurement:
    stores = {"full": full, "empty": bench.empty_store()}
    return ratio(bench, "full", "empty", lambda name: submit_rate(bench, stores[name], kind), {"full": what, "empty": "none"})


def ratio(bench, over: str, under: str, rate, words: dict) -> Measurement:
    """rate(over) divided by rate(under), in turn. words: what the note calls each."""
    measured, rates = Measurement(), {over: [], under: []}
    for number in range(bench.rounds):
        for name in sorted(rates, reverse=number % 2):  # each is first in turn: the machine drifts
            rates[name].append(rate(name))
        measured.values.append(rates[over][-1] / rates[under][-1])
    measured.note("finished/s: " + ", ".join(f"{median(rates[name]):.0f} with {words[name]}" for name in (under, over)))
    return measured


def pruning(bench) -> Measurement:
    """Finished/s while finished messages are removed all along divided by finished/s while none are."""
    store, removed = bench.filled_store("ordered", PRUNED), []
    rates = {"pruned": lambda: _rate_while_pruning(bench, store, removed), "kept": lambda: submit_rate(bench, store)}
    measured = ratio(bench, "pruned", "kept", lambda name: rates[name](), {"pruned": "removals", "kept": "none"})
    measured.note(f"{median(removed):.0f} messages were removed meanwhile")
    return measured


def submit_rate(bench, store: str, kind: str = "ordered") -> float:
    """Finished/s over 64 connections on this store, in one round."""
    measured = Measurement()
    with Nginx(bench.folder) as branch, bench.coordinator_on(store) as coordinator:
        load(bench, branch.url(), coordinator, measured, 64, "submit", kind, seconds=bench.ratio_seconds)
    return measured.values[0]


def _rate_while_pruning(bench, store: str, removed: list) -> float:
    """The coordinator has to count the messages before it knows that there are too many."""
    measured = Measurement()
    with Nginx(bench.folder) as branch, bench.coordinator_on(store, options=["--keep-messages", "1"]) as coordinator:
        wait_until(lambda: coordinator.pruned() > 0, COUNTED_MAX, "messages to be removed")
        before = coordinator.pruned()
        load(bench, branch.url(), coordinator, measured, 64, "submit", "ordered", seconds=bench.ratio_seconds)
        removed.append(coordinator.pruned() - before)
    return measured.values[0]


def _rounds(bench, run) -> Measurement:
    measured = Measurement()
    for _ in range(bench.rounds):
        with Nginx(bench.folder) as branch, bench.coordinator() as coordinator:
            run(branch, coordinator, measured)
    return measured


def load(bench, urls: str, coordinator, measured, connections, *arguments, messages_a_request=1.0, seconds=None) -> None:
    """One round of wrk on the branches at these URLs; processor time until all that was submitted is finished."""
    before, server_before = coordinator.cpu_seconds(), _server_cpu(bench)
    kind, *gids = arguments
    with Wrk(coordinator.url, connections, seconds or bench.seconds, kind, urls, *gids) as wrk:
        result = wrk.result()
    messages = result["requests"] * messages_a_request
    measured.add_load(result, messages)
    _catch_up(coordinator, measured)
    measured.add_cpu(before, coordinator.cpu_seconds(), messages)
    measured.rss_mb.append(coordinator.memory_mb("VmHWM"))
    if bench.server_pid:
        measured.server_ms.append((_server_cpu(bench) - server_before) * 1000 / messages)


def _server_cpu(bench) -> float:
    return process_cpu_seconds(bench.server_pid) if bench.server_pid else 0.0


def _catch_up(coordinator, measured) -> None:
    left, began = coordinator.left(), time.monotonic()
    wait_until(lambda: coordinator.left() == 0, CATCH_UP_MAX, "messages left over by the load")
    if left > 100:
        measured.note(f"{left} messages were unfinished at the end of the load, {time.monotonic() - began:.1f} s later none")
