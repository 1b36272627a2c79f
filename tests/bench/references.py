# SPDX-License-Identifier: Apache-2.0
"""What this machine can do right now: figures mean something only beside these, a virtual machine's speed drifts."""

import os
import time

from programs import Nginx, Wrk

CONNECTIONS = 64
BLOCKS = 1000
FRESH = 30.0  # seconds


def fdatasync_rate(folder, seconds: float) -> float:
    """Writes of 4 KiB into a file that has its size already, each made durable, a second."""
    descriptor = os.open(folder / "sync", os.O_CREAT | os.O_WRONLY, 0o600)
    os.pwrite(descriptor, b"x" * 4096 * BLOCKS, 0)
    os.fsync(descriptor)
    count, began = 0, time.monotonic()
    while time.monotonic() - began < seconds:
        os.pwrite(descriptor, b"x" * 4096, count % BLOCKS * 4096)
        os.fdatasync(descriptor)
        count += 1
    spent = time.monotonic() - began
    os.close(descriptor)
    return count / spent


def plain_rate(url: str, seconds: float) -> float:
    with Wrk(url, CONNECTIONS, seconds, "plain") as wrk:
        load = wrk.result()
    return load["requests"] / load["seconds"]


class References:
    """fdatasync/s; requests/s of nginx `return 200`; requests/s of our own server without the store (newGid)."""

    def __init__(self, bench):
        self._bench = bench
        self._rates, self._measured = None, 0.0

    def of_now(self) -> dict:
        """Not older than half a minute."""
        if self._rates is None or time.monotonic() - self._measured > FRESH:
            self._rates, self._measured = self._measure(), time.monotonic()
        return self._rates

    def _measure(self) -> dict:
        seconds = self._bench.reference_seconds
        with Nginx(self._bench.folder) as nginx:
            nginx_rate = plain_rate(nginx.url(), seconds)
        with self._bench.coordinator() as coordinator:
            echo_rate = plain_rate(coordinator.url + "/api/dtmsvr/newGid", seconds)
        return {"fdatasync": fdatasync_rate(self._bench.folder, seconds / 2), "nginx": nginx_rate, "echo": echo_rate}
