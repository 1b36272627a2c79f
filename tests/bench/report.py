# SPDX-License-Identifier: Apache-2.0
"""The table that is read and the JSON that is kept."""

import datetime
import json
import os
import platform

from measurement import Measurement, median, spread

COLUMNS = (f"{'row':<18}{'median':>9}{'min':>9}{'max':>9} {'unit':<12}{'target':>9}   {'p50 ms':>7} {'p99 ms':>7}"
           f"    {'io':>5} {'store':>5} {'sync':>5} {'all':>5} {'server':>6}  {'RSS':>5} {'errors':>6}"
           f"   {'fsync/s':>8} {'nginx/s':>8} {'echo/s':>8}")
THREADS = ("io", "store", "sync")


def head(bench) -> str:
    return (f"machine: {os.cpu_count()} cores, {platform.system()} {platform.release()}, load average {os.getloadavg()[0]:.1f}; "
            f"store {bench.store}; {bench.rounds} rounds of {bench.seconds:.0f} s\n"
            "io, store, sync, all: processor µs a message by thread, server: that of the database; RSS in MB; fsync/s, nginx/s,\n"
            "echo/s: this machine within half a minute before\n"
            + COLUMNS)


def mark(is_met) -> str:
    return " " if is_met is None else "✓" if is_met else "✗"


def line(row, store: str, measured: Measurement, references: dict) -> str:
    values, target, p99_target = spread(measured.values), row.target(store), row.p99_target(store)
    wanted = "" if target is None else f"{'≥' if row.more_is_better else '≤'}{number(target)}"
    text = f"{row.name:<18}" + "".join(f"{number(values[part]):>9}" for part in ("median", "min", "max"))
    text += f" {row.unit:<12}{wanted:>9} {mark(None if target is None else row.meets(values['median'], target))}"
    text += f" {dash(measured.p50):>7} {dash(measured.p99):>7}"
    text += f" {mark(None if p99_target is None else median(measured.p99) <= p99_target)}"
    cpu = [*map(measured.cpu_of, THREADS), median([sum(threads.values()) for threads in measured.cpu])]
    text += "  " + " ".join(f"{spent:>5.1f}" if measured.cpu else f"{'–':>5}" for spent in cpu)
    text += f" {median(measured.server_ms) * 1000:>6.1f}" if measured.server_ms else f" {'–':>6}"
    text += f"  {dash(measured.rss_mb, 0):>5} {measured.errors:>6}  "
    text += "".join(f" {references[name]:>8.0f}" for name in ("fdatasync", "nginx", "echo"))
    return text + "".join(f"\n    {note}" for note in measured.notes)


def number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def dash(values, decimals: int = 1) -> str:
    return f"{median(values):.{decimals}f}" if values else "–"


def as_json(row, store: str, measured: Measurement, references: dict) -> dict:
    return {"row": row.name, "what": row.what, "unit": row.unit, "target": row.target(store), "p99_target": row.p99_target(store),
            "is_met": row.is_met(store, measured), **spread(measured.values), "values": measured.values,
            "p50_ms": measured.p50, "p99_ms": measured.p99, "cpu_us_by_thread": measured.cpu,
            "server_cpu_ms": measured.server_ms, "rss_mb": measured.rss_mb, "errors": measured.errors,
            "notes": measured.notes, "references": references}


def summary(rows: list, results: list) -> str:
    judged = [result for result in results if result["is_met"] is not None]
    missed = [result["row"] for result in judged if not result["is_met"]]
    text = f"{len(judged) - len(missed)} of {len(judged)} targets met"
    if missed:
        text += f"; not met: {', '.join(missed)}"
    if len(results) < len(rows):
        text += f"; {len(rows) - len(results)} of {len(rows)} rows could not be measured"
    return text


def write_json(path, bench, rows: list) -> None:
    document = {"date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
                "cores": os.cpu_count(), "kernel": platform.release(), "store": bench.store,
                "rounds": bench.rounds, "seconds": bench.seconds, "rows": rows}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1)
