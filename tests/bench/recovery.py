# SPDX-License-Identifier: Apache-2.0
"""After something was away: a branch service, a host, the coordinator itself."""

import collections
import contextlib
import random
import time

from measurement import Measurement
from programs import BenchError, Branches, Coordinator, Nginx, free_port, wait_until
from sender import Stream, submit_all

DRAINED = 10_000
HEALTHY, HANGING = 1_000, 100
HEAL_MAX = 120.0
LONGEST_PAUSE = 11.0  # seconds after which each message of a dead host is due again: held for at most 5, then 2,000/s
KILLS, KILL_SECONDS = 6, 15.0


def drain_after_restart(bench) -> Measurement:
    """Coordinator and branch service were down and both come back: all messages are due at the start."""
    return _rounds(bench, _restart_round)


def drain_after_reset(bench) -> Measurement:
    """The branch service comes back and a person makes all messages due (resetCronTime)."""
    return _rounds(bench, _reset_round)


def _rounds(bench, run) -> Measurement:
    measured = Measurement()
    for _ in range(bench.rounds):
        run(bench, measured)
    return measured


def _restart_round(bench, measured) -> None:
    port, store = free_port(), bench.empty_store()
    with bench.coordinator_on(store) as coordinator:
        _submit_or_fail(coordinator, [f"http://127.0.0.1:{port}/in"] * DRAINED)
        coordinator.kill()
    time.sleep(LONGEST_PAUSE)
    with _logging_nginx(bench, port) as branch:
        began = time.time()
        with bench.coordinator_on(store) as coordinator:
            _wait_finished(coordinator, DRAINED)
            measured.rss_mb.append(coordinator.memory_mb("VmHWM"))
    _note_drain(measured, branch, began, "the start")


def _reset_round(bench, measured) -> None:
    port = free_port()
    with bench.coordinator() as coordinator:
        _submit_or_fail(coordinator, [f"http://127.0.0.1:{port}/in"] * DRAINED)
        with _logging_nginx(bench, port) as branch:
            began, before = time.time(), coordinator.cpu_seconds()
            coordinator.get(f"dtmsvr/resetCronTime?timeout=0&limit={DRAINED}")
            _wait_finished(coordinator, DRAINED)
            measured.add_cpu(before, coordinator.cpu_seconds(), DRAINED)
            measured.rss_mb.append(coordinator.memory_mb("VmHWM"))
    _note_drain(measured, branch, began, "the reset")


def _note_drain(measured, branch, began: float, since: str) -> None:
    times = [when for when, _, _ in branch.calls()]
    measured.values.append(DRAINED / max(max(times) - min(times), 0.001))
    measured.errors += len(times) - DRAINED
    measured.note(f"first call {(min(times) - began) * 1000:.0f} ms, last {(max(times) - began) * 1000:.0f} ms after {since}")


def hanging_share(bench) -> Measurement:
    """Of 1,100 due messages 100 are on a host that accepts and never answers: how fast the healthy ones recover."""
    return _rounds(bench, _hanging_round)


def _hanging_round(bench, measured) -> None:
    healthy, hanging, store = free_port(), free_port(), bench.empty_store()
    every = (HEALTHY + HANGING) // HANGING
    urls = [f"http://127.0.0.1:{hanging if i % every == 0 else healthy}/in" for i in range(HEALTHY + HANGING)]
    with bench.coordinator_on(store) as coordinator:
        _submit_or_fail(coordinator, urls)
        coordinator.kill()
    time.sleep(LONGEST_PAUSE)
    with _logging_nginx(bench, healthy) as branch, Branches("hang", [hanging]):
        began = time.time()
        with bench.coordinator_on(store) as coordinator:
            _wait_finished(coordinator, HEALTHY)
            coordinator.kill()  # draining would wait for the host that hangs
    times = [when for when, _, _ in branch.calls()]
    measured.values.append(HEALTHY / max(max(times) - min(times), 0.001))
    measured.note(f"last healthy call {(max(times) - began) * 1000:.0f} ms after the start")


def kills(bench) -> Measurement:
    """kill -9 of the coordinator at random moments under load, the last one at its end: seconds from that one until the
    coordinator is back and nothing is unfinished."""
    measured = Measurement()
    for number in range(bench.rounds):
        _kill_round(bench, measured, random.Random(number))
    return measured


def _kill_round(bench, measured, chance) -> None:
    store = bench.empty_store()
    with _logging_nginx(bench, free_port()) as branch, contextlib.ExitStack() as running:
        coordinator = bench.coordinator_on(store)
        with Stream(coordinator.port, [branch.url()]) as stream:
            coordinator = _kill_under_load(bench, store, coordinator, chance)
        ended = time.monotonic()
        coordinator = bench.coordinator_on(store, coordinator.port)
        running.callback(coordinator.stop)
        wait_until(lambda: _unfinished(coordinator) == 0, HEAL_MAX, "healing")
        measured.values.append(time.monotonic() - ended)
        succeeded = {row["gid"] for row in coordinator.rows("succeed")}
    _judge_kills(measured, stream, branch, succeeded)


def _kill_under_load(bench, store, coordinator, chance) -> Coordinator:
    """Gives the last one, killed."""
    began = time.monotonic()
    for moment in sorted(chance.uniform(0.5, KILL_SECONDS) for _ in range(KILLS - 1)):
        time.sleep(max(0.0, began + moment - time.monotonic()))
        coordinator.kill()
        coordinator = bench.coordinator_on(store, coordinator.port)
    time.sleep(max(0.0, began + KILL_SECONDS - time.monotonic()))
    coordinator.kill()
    return coordinator


def _judge_kills(measured, stream, branch, succeeded) -> None:
    """Lost: acknowledged and not succeeded or never called. Called again: what the barrier of a service has to absorb."""
    calls = collections.Counter(gid for _, gid, _ in branch.calls())
    acknowledged = set(stream.acknowledged)
    lost = (acknowledged - succeeded) | (acknowledged - set(calls))
    again = sum(count - 1 for count in calls.values())
    measured.errors += len(lost)
    measured.note(f"{len(acknowledged)} acknowledged, {len(succeeded)} succeeded, {len(lost)} lost, "
                  f"{again} called again (doubled but for a barrier)")


def _unfinished(coordinator) -> int:
    """Asks the store, for the counters of a process know nothing of the one before it."""
    return sum(1 for _ in coordinator.rows("submitted"))


def _submit_or_fail(coordinator, urls) -> None:
    refused = submit_all(coordinator.port, urls, retry_interval=1)
    if refused:
        raise BenchError(f"{refused} of {len(urls)} messages were not taken")


def _wait_finished(coordinator, count: int) -> None:
    wait_until(lambda: coordinator.entered("succeed") >= count, HEAL_MAX, f"{count} messages to finish", every=0.05)


def _logging_nginx(bench, port: int) -> Nginx:
    log = bench.folder / f"calls-{port}.log"
    log.unlink(missing_ok=True)
    return Nginx(bench.folder, port, log)
