# SPDX-License-Identifier: Apache-2.0
"""What a row gives: its values over the rounds, beside them what the machine could do at that moment."""

import dataclasses
import math
import statistics


def percentile(values, percent: float) -> float:
    """By nearest rank; 0 of nothing."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)] if ordered else 0.0


@dataclasses.dataclass
class Measurement:
    """values: one a round, in the row's unit. Times are milliseconds, processor time microseconds a message."""

    values: list = dataclasses.field(default_factory=list)
    p50: list = dataclasses.field(default_factory=list)
    p99: list = dataclasses.field(default_factory=list)
    cpu: list = dataclasses.field(default_factory=list)  # one dict a round, by thread name
    rss_mb: list = dataclasses.field(default_factory=list)
    server_ms: list = dataclasses.field(default_factory=list)  # processor time of the database's server a message
    errors: int = 0
    notes: list = dataclasses.field(default_factory=list)

    def add_load(self, load: dict, messages: float) -> None:
        """One round of wrk in which so many messages were finished."""
        self.values.append(messages / load["seconds"])
        self.p50.append(load["p50"])
        self.p99.append(load["p99"])
        self.errors += load["refused"] + load["broken"]

    def add_cpu(self, before: dict, after: dict, messages: float) -> None:
        spent = {name: after[name] - before.get(name, 0.0) for name in after}
        self.cpu.append({name: seconds * 1e6 / messages for name, seconds in spent.items() if seconds > 0})

    def note(self, text: str) -> None:
        self.notes.append(text)

    def cpu_of(self, thread: str) -> float:
        return median([by_thread.get(thread, 0.0) for by_thread in self.cpu])


def median(values) -> float:
    return statistics.median(values) if values else 0.0


def spread(values) -> dict:
    return {"median": median(values), "min": min(values, default=0.0), "max": max(values, default=0.0)}
