# SPDX-License-Identifier: Apache-2.0
"""How long things wait: retries beyond their due time, healthy messages beside hosts that hang."""

import contextlib
import datetime
import time

from measurement import Measurement, percentile
from programs import Branches, Nginx, Wrk, free_port
from sender import Gids, Sender, Stream, submit_body

RETRIED = 400
SUBMIT_EVERY = 0.01  # seconds: spreads the due times, which lie on full tenths of a second
WATCH_EVERY = 0.2  # seconds between two looks at the due times; retries are at least 0.9 s apart
WATCH_SECONDS = 5.0
DEAD_HOSTS = 12
HEALTHY_CONNECTIONS = 8


def lateness(bench, loaded: bool) -> Measurement:
    """Milliseconds between a retry's due time and its arrival. The branches answer ONGOING or 500."""
    measured = Measurement()
    for _ in range(bench.rounds):
        late = _lateness_round(bench, loaded, measured)
        measured.values.append(percentile(late, 99))
        measured.p50.append(percentile(late, 50))
        measured.p99.append(percentile(late, 99))
        measured.note(f"{len(late)} retries, latest {max(late, default=0):.0f} ms")
    return measured


def _lateness_round(bench, loaded, measured) -> list:
    log = bench.folder / "lateness.log"
    log.unlink(missing_ok=True)
    with bench.coordinator() as coordinator, contextlib.ExitStack() as running:
        branch = running.enter_context(Nginx(bench.folder, free_port(), log))
        if loaded:
            healthy = running.enter_context(Nginx(bench.folder))
            seconds = RETRIED * SUBMIT_EVERY + WATCH_SECONDS
            running.enter_context(Wrk(coordinator.url, 64, seconds, "submit", healthy.url()))
        _submit_slowly(coordinator, [branch.url("/ongoing"), branch.url("/fails")])
        due = _watch_due_times(coordinator)
        measured.rss_mb.append(coordinator.memory_mb())
        coordinator.kill()
    return _lateness_of(branch.calls(), due)


def _submit_slowly(coordinator, urls) -> None:
    sender, gids = Sender(coordinator.port), Gids()
    for number in range(RETRIED):
        sender.post(submit_body(gids.next(), urls[number % len(urls)], retry_interval=1))
        time.sleep(SUBMIT_EVERY)
    sender.close()


def _watch_due_times(coordinator) -> dict:
    """The due times that the coordinator told, by gid, as epoch seconds."""
    due, deadline = {}, time.monotonic() + WATCH_SECONDS
    while time.monotonic() < deadline:
        for row in coordinator.rows("submitted"):
            due.setdefault(row["gid"], set()).add(_epoch(row["next_cron_time"]))
        time.sleep(WATCH_EVERY)
    return due


def _epoch(text: str) -> float:
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def _lateness_of(calls, due: dict) -> list:
    """Pairs each retry with the due time told between the call before it and itself, in ms."""
    arrivals, late = {}, []
    for when, gid, _ in calls:
        arrivals.setdefault(gid, []).append(when)
    for gid, times in arrivals.items():
        for before, arrival in zip(times, times[1:]):
            # Beginning a call makes a message due at once, so that a crash would not forget it: not a retry's time.
            told = [moment for moment in due.get(gid, ()) if before + 0.5 < moment <= arrival + 0.002]
            late.extend((arrival - moment) * 1000 for moment in told[:1])
    return late


def dead_hosts(bench) -> Measurement:
    """p99 in ms of healthy messages that wait for their result while 12 branch services accept and never answer."""
    measured = Measurement()
    for _ in range(bench.rounds):
        with bench.coordinator() as coordinator, Nginx(bench.folder) as healthy, \
                Branches("hang", [0] * DEAD_HOSTS) as dead:
            urls = [f"http://127.0.0.1:{port}/in" for port in dead.ports]
            with Stream(coordinator.port, urls, senders=4, pause=0.01) as hanging:
                time.sleep(1)  # calls hang on each host by now
                result = _healthy_load(bench, coordinator, healthy)
            measured.add_load(result, result["requests"])
            measured.values[-1] = result["p99"]
            measured.note(f"longest {result['max']:.0f} ms at {result['requests'] / result['seconds']:.0f}/s "
                          f"beside {len(hanging.acknowledged)} messages for the dead hosts")
            measured.rss_mb.append(coordinator.memory_mb("VmHWM"))
            coordinator.kill()  # draining would wait for the hosts that hang
    return measured


def _healthy_load(bench, coordinator, healthy) -> dict:
    with Wrk(coordinator.url, HEALTHY_CONNECTIONS, bench.seconds, "submit", healthy.url()) as wrk:
        return wrk.result()
