#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures checkbackd serve on this machine: wrk is the load, nginx the branch service, loopback only.

Never part of the tests: its figures depend on the machine. README.md here says how to read them.
"""

import argparse
import contextlib
import dataclasses
import pathlib
import signal
import sys
import tempfile
import typing

import limits
import micro
import overload
import recovery
import report
import throughput
import waiting
from mariadb import MariaDb
from measurement import Measurement, median
from programs import BenchError, Coordinator, Nginx
from references import References
from sender import Gids, Sender, submit_body
from stores import stores_for


DAY = 86_400  # seconds


class Bench:
    """What every row needs: the program, a folder of its own, how long and how often."""

    def __init__(self, checkbackd: pathlib.Path, store: str, folder: pathlib.Path, quick: bool):
        self.checkbackd, self.store, self.folder = checkbackd, store, folder
        self.rounds = 1 if quick else 3
        self.seconds = 4.0 if quick else 5.0
        self.ratio_seconds = 2.0  # of each of the two that are compared
        self.reference_seconds = 1.0
        self._stores = stores_for(store, folder)
        self.server_pid = self._stores.server_pid()  # of the database; 0: none, or not on this machine

    def empty_store(self) -> str:
        return self._stores.empty()

    def filled_store(self, kind: str, count: int) -> str:
        return self._stores.filled(kind, count, self._finish_one)

    def waiting_store(self, count: int) -> str:
        """With so many prepared messages that are checked back in a day."""
        return self._stores.filled("ordered", count, self._prepare_one)

    def claims_place(self) -> str:
        return self._stores.for_claims()

    def coordinator(self) -> Coordinator:
        return self.coordinator_on(self.empty_store())

    def coordinator_on(self, store: str, port: int = 0, options=()) -> Coordinator:
        return Coordinator(self.checkbackd, store, self.folder / "checkbackd.log", port, options)

    def _finish_one(self, store: str) -> None:
        self._send_one(store, "submit", {"wait_result": True})

    def _prepare_one(self, store: str) -> None:
        self._send_one(store, "prepare", {"timeout_to_fail": DAY})

    def _send_one(self, store: str, operation: str, options: dict) -> None:
        with Nginx(self.folder) as branch, self.coordinator_on(store) as coordinator:
            body = submit_body(Gids().next(), branch.url(), query_prepared=branch.url(), **options)
            status = Sender(coordinator.port).post(body, operation)
            if status != 200:
                raise BenchError(f"the message to copy was answered {status}")


@dataclasses.dataclass
class Row:
    name: str
    what: str
    unit: str
    run: typing.Callable[[Bench], Measurement]
    sqlite: float = None  # targets
    mysql: float = None
    more_is_better: bool = True
    quick: bool = False
    p99: tuple = (None, None)  # the most that it may be in ms, likewise
    needs_server: bool = False  # only where a database server on this machine has the store

    def target(self, store: str):
        return self.sqlite if store == "sqlite" else self.mysql

    def p99_target(self, store: str):
        return self.p99[0] if store == "sqlite" else self.p99[1]

    def meets(self, value: float, target: float) -> bool:
        return value >= target if self.more_is_better else value <= target

    def is_met(self, store: str, measured: Measurement):
        """By the medians; None without a target."""
        value, p99 = self.target(store), self.p99_target(store)
        if value is None:
            return None
        return self.meets(median(measured.values), value) and (p99 is None or median(measured.p99) <= p99)


ROWS = [
    Row("submit-64", "submit with wait_result, 64 connections", "finished/s",
        lambda bench: throughput.submit(bench, 64), 30_000, 15_000, quick=True, p99=(5, 10)),
    Row("submit-256", "submit with wait_result, 256 connections", "finished/s",
        lambda bench: throughput.submit(bench, 256), 38_000, 20_000, quick=True),
    Row("relay-64", "a server that only calls the branch service and answers, 64 connections", "requests/s",
        lambda bench: throughput.relay(bench, 64)),
    Row("relay-256", "the same over 256 connections", "requests/s", lambda bench: throughput.relay(bench, 256)),
    Row("pairs", "prepare + submit", "pairs/s", throughput.pairs, 18_000, 9_000, quick=True),
    Row("newgid", "newGid, 64 connections", "requests/s", throughput.new_gid, 80_000, 80_000, quick=True),
    Row("server-cpu", "processor time of the database server a message, 64 connections", "ms", throughput.server_cpu,
        mysql=0.06, more_is_better=False, needs_server=True),
    Row("drain-restart", "10,000 due messages, branch service and coordinator come back", "messages/s",
        recovery.drain_after_restart, 50_000, 20_000, quick=True),
    Row("drain-reset", "10,000 messages made due when the branch service is back", "messages/s",
        recovery.drain_after_reset, 50_000, 20_000, quick=True),
    Row("claim-100k", "100 due messages found among 100,000", "ms",
        lambda bench: limits.claims(bench, 100_000), 1, 2, more_is_better=False),
    Row("claim-1m", "100 due messages found among 1,000,000", "ms",
        lambda bench: limits.claims(bench, 1_000_000), 1, 2, more_is_better=False),
    Row("late-idle", "a retry after its due time (p99)", "ms",
        lambda bench: waiting.lateness(bench, False), 100, 250, more_is_better=False, quick=True),
    Row("late-loaded", "the same under full load (p99)", "ms",
        lambda bench: waiting.lateness(bench, True), 100, 250, more_is_better=False),
    Row("growth-100k", "finished/s with 100,000 messages stored / with none, ordered gids", "ratio",
        lambda bench: throughput.growth(bench, "ordered", 100_000), 0.95, 0.95),
    Row("growth-random", "the same with 1,000,000 messages, random gids", "ratio",
        lambda bench: throughput.growth(bench, "random", 1_000_000), 0.75, 0.9),
    Row("growth-ordered", "the same with ordered gids", "ratio",
        lambda bench: throughput.growth(bench, "ordered", 1_000_000), 0.95, 0.9),
    Row("pruning", "finished/s while finished messages are removed / while none are", "ratio",
        throughput.pruning, 0.9, 0.9),
    Row("waiting-1k", "finished/s with 1,000 messages that wait / with none", "ratio",
        lambda bench: throughput.waiting(bench, 1_000), 0.9, 0.9),
    Row("waiting-10k", "the same with 10,000", "ratio", lambda bench: throughput.waiting(bench, 10_000), 0.9, 0.9),
    Row("waiting-100k", "the same with 100,000", "ratio", lambda bench: throughput.waiting(bench, 100_000), 0.9, 0.9),
    Row("hosts-20", "finished/s over 18 branch services beside 2 dead ones / over one service", "ratio",
        lambda bench: overload.hosts(bench, 18, 2), 0.8, 0.8),
    Row("hosts-200", "the same over 180 beside 20", "ratio", lambda bench: overload.hosts(bench, 180, 20), 0.8, 0.8),
    Row("overload", "finished/s while 40,000 requests wait, twice what is let in / without (p99: of those let in)", "ratio",
        overload.flood),
    Row("dead-hosts", "a healthy message beside 12 branch services that never answer (p99)", "ms",
        waiting.dead_hosts, 1_000, 1_000, more_is_better=False, quick=True),
    Row("hanging-share", "healthy messages recovered while 100 of 1,100 due ones hang", "messages/s",
        recovery.hanging_share, 2_000, 1_000),
    Row("kills", "6 kill -9 in 15 s of load, then all is healed after", "s", recovery.kills, 5, 15, more_is_better=False),
    Row("memory-idle", "memory of an idle coordinator", "MB", limits.memory_idle, 25, 25, more_is_better=False, quick=True),
    Row("memory-loaded", "memory under load over 256 connections", "MB",
        limits.memory_loaded, 80, 80, more_is_better=False, quick=True),
    Row("body-400m", "memory while a body of 400 MiB is sent (errors: not answered 413)", "MB",
        limits.big_body, 80, 80, more_is_better=False, quick=True),
    Row("start", "start to listening, on a store that is there", "ms", limits.start, 60, 60, more_is_better=False, quick=True),
]


def arguments() -> argparse.Namespace:
    names = "\n".join(f"  {row.name:<16}{row.what}" for row in ROWS)
    parser = argparse.ArgumentParser(prog="./dev bench", description=__doc__, epilog="rows:\n" + names,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkbackd", type=pathlib.Path, help="the program to measure (./dev bench gives it)")
    parser.add_argument("--quick", action="store_true", help="the essential rows, one short round each: under 2 minutes")
    parser.add_argument("--rows", metavar="NAME,…", help="only these rows")
    parser.add_argument("--micro", action="store_true", help="what parsing, deciding, encoding and writing cost by themselves")
    parser.add_argument("--flat", action="store_true", help="a minute of load: memory, threads and sockets every 10 s")
    parser.add_argument("--store", default="sqlite", metavar="sqlite | mysql://USER@HOST:PORT/NAME_bench",
                        help="where the messages are kept; a MySQL database is dropped and made again")
    parser.add_argument("--mariadb", action="store_true",
                        help="the store on a private MariaDB, which is made in the folder and ends with the bench")
    parser.add_argument("--folder", type=pathlib.Path, metavar="DIR",
                        help="the disk for stores and logs (default: that of temporary files); in memory, /dev/shm, "
                             "the disk's part falls away and the processor's is left")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write all values there too")
    return parser.parse_args()


def chosen_rows(options, bench: Bench) -> list:
    rows = [row for row in ROWS if bench.server_pid or not row.needs_server]
    if not options.rows:
        return [row for row in rows if row.quick or not options.quick]
    names = options.rows.split(",")
    unknown = set(names) - {row.name for row in rows}
    if unknown:
        raise BenchError(f"no such row for this store: {', '.join(sorted(unknown))}")
    return [row for row in rows if row.name in names]


def measure(bench: Bench, rows: list) -> list:
    """Prints each row as it comes. A row that cannot be measured says why; the others go on."""
    results = []
    beside = References(bench)
    print(report.head(bench), flush=True)
    for row in rows:
        try:
            now = beside.of_now()
            result = (row, bench.store, row.run(bench), now)
        except (BenchError, OSError, ValueError) as error:
            print(f"{row.name:<18}not measured: {error}", flush=True)
            continue
        print(report.line(*result), flush=True)
        results.append(report.as_json(*result))
    print(report.summary(rows, results), flush=True)
    return results


def run(options, folder: pathlib.Path) -> int:
    with contextlib.ExitStack() as running:
        store = running.enter_context(MariaDb(folder)).store if options.mariadb else options.store
        return run_on(store, options, folder)


def run_on(store: str, options, folder: pathlib.Path) -> int:
    bench = Bench(options.checkbackd.resolve(), store, folder, options.quick)
    if options.flat:
        limits.flat(bench)
        return 0
    if options.micro:
        return micro.run(bench, options.json)
    rows = chosen_rows(options, bench)
    results = measure(bench, rows)
    if options.json:
        report.write_json(options.json, bench, results)
    return 0 if len(results) == len(rows) else 1


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that what was started is stopped
    options = arguments()
    with tempfile.TemporaryDirectory(prefix="checkback-bench-", dir=options.folder) as folder:
        try:
            return run(options, pathlib.Path(folder))
        except BenchError as error:
            print(f"bench: {error}", file=sys.stderr)
            return 1


if __name__ == "__main__":
    sys.exit(main())
