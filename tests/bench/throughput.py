# SPDX-License-Identifier: Apache-2.0
"""Rates under closed-loop load: wrk asks, nginx is the branch service."""

import time

from measurement import Measurement, median
from programs import Nginx, Wrk, process_cpu_seconds, wait_until

CATCH_UP_MAX = 60.0
PRUNED = 500_000
COUNTED_MAX = 60.0


def submit(bench, connections: int) -> Measurement:
    """Finished messages a second: a direct submit that waits for its result."""
    return _rounds(bench, lambda branch, coordinator, measured:
                   load(bench, branch, coordinator, measured, connections, "submit"))


def pairs(bench) -> Measurement:
    """Prepare + submit pairs a second, delivered beside them."""
    return _rounds(bench, lambda branch, coordinator, measured:
                   load(bench, branch, coordinator, measured, 64, "pairs", messages_a_request=0.5))


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


def growth(bench, kind: str, count: int) -> Measurement:
    """Finished/s with `count` messages in the store divided by finished/s with none. kind: of the gids, ordered or random."""
    stores = {"full": bench.filled_store(kind, count), "empty": bench.empty_store()}
    measured, rates = Measurement(), {"full": [], "empty": []}
    for number in range(bench.rounds):
        for name in sorted(stores, reverse=number % 2):  # each is first in turn: the machine drifts
            rates[name].append(_submit_rate(bench, stores[name], kind))
        measured.values.append(rates["full"][-1] / rates["empty"][-1])
    measured.note(f"finished/s: {median(rates['empty']):.0f} with none, {median(rates['full']):.0f} with {count:,}")
    return measured


def pruning(bench) -> Measurement:
    """Finished/s while finished messages are removed all along divided by finished/s while none are."""
    store = bench.filled_store("ordered", PRUNED)
    measured, rates = Measurement(), {"kept": [], "pruned": []}
    for number in range(bench.rounds):
        for name in sorted(rates, reverse=number % 2):  # each is first in turn: the machine drifts
            rates[name].append(_rate_while_pruning(bench, store, measured) if name == "pruned" else
                               _submit_rate(bench, store, "ordered"))
        measured.values.append(rates["pruned"][-1] / rates["kept"][-1])
    measured.note(f"finished/s: {median(rates['kept']):.0f} while all are kept, {median(rates['pruned']):.0f} meanwhile")
    return measured


def _submit_rate(bench, store: str, kind: str) -> float:
    measured = Measurement()
    with Nginx(bench.folder) as branch, bench.coordinator_on(store) as coordinator:
        load(bench, branch, coordinator, measured, 64, "submit", kind)
    return measured.values[0]


def _rate_while_pruning(bench, store: str, noted: Measurement) -> float:
    """The coordinator has to count the messages before it knows that there are too many."""
    measured = Measurement()
    with Nginx(bench.folder) as branch, bench.coordinator_on(store, options=["--keep-messages", "1"]) as coordinator:
        wait_until(lambda: coordinator.pruned() > 0, COUNTED_MAX, "messages to be removed")
        before = coordinator.pruned()
        load(bench, branch, coordinator, measured, 64, "submit", "ordered")
        noted.note(f"{coordinator.pruned() - before:.0f} messages were removed")
    return measured.values[0]


def _rounds(bench, run) -> Measurement:
    measured = Measurement()
    for _ in range(bench.rounds):
        with Nginx(bench.folder) as branch, bench.coordinator() as coordinator:
            run(branch, coordinator, measured)
    return measured


def load(bench, branch, coordinator, measured, connections, *arguments, messages_a_request=1.0) -> None:
    """One round of wrk; processor time until all that was submitted is finished."""
    before, server_before = coordinator.cpu_seconds(), _server_cpu(bench)
    kind, *gids = arguments
    with Wrk(coordinator.url, connections, bench.seconds, kind, branch.url(), *gids) as wrk:
        result = wrk.result()
    messages = result["requests"] * messages_a_request
    measured.add_load(result, messages)
    _catch_up(coordinator, measured)
    measured.add_cpu(before, coordinator.cpu_seconds(), messages)
    measured.rss_mb.append(coordinator.memory_mb("VmHWM"))
    if bench.server_pid:
        measured.note(f"database server: {(_server_cpu(bench) - server_before) * 1000 / messages:.3f} ms a message")


def _server_cpu(bench) -> float:
    return process_cpu_seconds(bench.server_pid) if bench.server_pid else 0.0


def _catch_up(coordinator, measured) -> None:
    left, began = coordinator.left(), time.monotonic()
    wait_until(lambda: coordinator.left() == 0, CATCH_UP_MAX, "messages left over by the load")
    if left > 100:
        measured.note(f"{left} messages were unfinished at the end of the load, {time.monotonic() - began:.1f} s later none")
