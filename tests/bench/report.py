# SPDX-License-Identifier: Apache-2.0
"""The table that is read and the JSON that is kept."""

import datetime
import json
import os
import platform

from measurement import Measurement, median, spread

COLUMNS = (f"{'row':<18}{'median':>9}{'min':>9}{'max':>9} {'unit':<12}{'target':>9}   {'p50 ms':>7} {'p99 ms':>7}"
           f"  {'io':>5} {'store':>5} {'all':>5}  {'RSS':>5} {'errors':>6}   {'fsync/s':>8} {'nginx/s':>8} {'echo/s':>8}")


def head(bench) -> str:
    return (f"machine: {os.cpu_count()} cores, {platform.system()} {platform.release()}, load average {os.getloadavg()[0]:.1f}; "
            f"store {bench.store}; {bench.rounds} rounds of {bench.seconds:.0f} s\n"
            "io, store, all: processor µs a message by thread; RSS in MB; fsync/s, nginx/s, echo/s: this machine just before\n"
            + COLUMNS)


def line(row, target, measured: Measurement, references: dict) -> str:
    values = spread(measured.values)
    met = " " if target is None else "✓" if row.meets(values["median"], target) else "✗"
    wanted = "" if target is None else f"{'≥' if row.more_is_better else '≤'}{number(target)}"
    text = f"{row.name:<18}" + "".join(f"{number(values[part]):>9}" for part in ("median", "min", "max"))
    text += f" {row.unit:<12}{wanted:>9} {met} {dash(measured.p50):>7} {dash(measured.p99):>7}"
    cpu = [measured.cpu_of("io"), measured.cpu_of("store"), median([sum(threads.values()) for threads in measured.cpu])]
    text += "  " + " ".join(f"{spent:>5.1f}" if measured.cpu else f"{'–':>5}" for spent in cpu)
    text += f"  {dash(measured.rss_mb, 0):>5} {measured.errors:>6}  "
    text += "".join(f" {references[name]:>8.0f}" for name in ("fdatasync", "nginx", "echo"))
    return text + "".join(f"\n    {note}" for note in measured.notes)


def number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def dash(values, decimals: int = 1) -> str:
    return f"{median(values):.{decimals}f}" if values else "–"


def as_json(row, target, measured: Measurement, references: dict) -> dict:
    return {"row": row.name, "what": row.what, "unit": row.unit, "target": target, **spread(measured.values),
            "values": measured.values, "p50_ms": measured.p50, "p99_ms": measured.p99, "cpu_us_by_thread": measured.cpu,
            "rss_mb": measured.rss_mb, "errors": measured.errors, "notes": measured.notes, "references": references}


def write_json(path, bench, rows: list) -> None:
    document = {"date": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds"),
                "cores": os.cpu_count(), "kernel": platform.release(), "store": bench.store,
                "rounds": bench.rounds, "seconds": bench.seconds, "rows": rows}
    with open(path, "w", encoding="utf-8") as file:
        json.dump(document, file, indent=1)
